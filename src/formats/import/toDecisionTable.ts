import { decisionTable, type DecisionRow, type DecisionTable } from '../../traces/decisionTable';
import type { OptionForms } from '../../traces/options';
import type { Provenance } from '../../traces/trace';
import { FormatError } from '../errors';
import { decideImported } from './decideImported';
import { tokenFinder } from './findToken';
import { goldIndex } from './goldIndex';
import type { ImportedTrace } from './importedTrace';
import type { ImportSpec } from './importSpec';
import { resolveOptions } from './resolveOptions';

/** Rows of a decision table, and what they have in common. */
export type ImportedRows = {
  readonly options: readonly OptionForms[];
  readonly rows: readonly DecisionRow[];
  readonly provenance: Provenance;
  readonly task: string;
};

/** Gold as the user's list says, else as the file does; null where neither does. */
export function goldOfTrace(trace: ImportedTrace, { gold }: Pick<ImportSpec, 'gold'>) {
  return gold?.get(trace.caseId) ?? gold?.get(trace.id) ?? trace.gold;
}

function common(values: readonly string[], several: string): string {
  const first = values[0] ?? '';
  return values.every((value) => value === first) ? first : several;
}

/** A decision for every trace, in their order. Throws FormatError `unclear` where the spec does not do. */
export function toDecisionRows(traces: readonly ImportedTrace[], spec: ImportSpec): ImportedRows {
  const { temperature0 } = spec;
  if (temperature0 !== null && !(temperature0 > 0 && temperature0 < Infinity))
    throw new FormatError(`The temperature to undo is above 0, not ${temperature0}.`, 'unclear');
  const options = resolveOptions(traces, spec.options);
  const finder = tokenFinder(spec.rule, options);
  const labels = options.map(({ label }) => label);
  const rows = traces.map((trace): DecisionRow => {
    const { posterior } = trace;
    return {
      caseId: trace.caseId,
      decision: decideImported(trace, options, finder, spec),
      gold: goldIndex(goldOfTrace(trace, spec), labels, trace.options),
      posterior: posterior?.length === labels.length ? posterior : null,
    };
  });
  const provenances = traces.map(({ provenance }) => provenance);
  return {
    options,
    rows,
    task: common(
      traces.map(({ task }) => task),
      'several tasks',
    ),
    provenance: {
      model: common(
        provenances.map(({ model }) => model),
        'several models',
      ),
      dtype: common(
        provenances.map(({ dtype }) => dtype),
        'several',
      ),
      backend: common(
        provenances.map(({ backend }) => backend),
        'several',
      ),
    },
  };
}

/**
 * The decision table of imported traces under a spec. An option outside the logged tokens has the
 * logit −Infinity and its bound in `bound`: point values are of the logged tokens alone.
 */
export function toDecisionTable(traces: readonly ImportedTrace[], spec: ImportSpec): DecisionTable {
  const { options, rows, provenance, task } = toDecisionRows(traces, spec);
  return decisionTable(
    provenance,
    task,
    options.map(({ label }) => label),
    rows,
  );
}
