import { FormatError } from '../../errors';
import { fieldsOf, isFields, listOf, numberOf, textOf, textsOf, type Fields } from '../fields';
import type { ImportedToken, ImportedTrace } from '../importedTrace';
import { finishOf, goldOf, posteriorOf, traceOf, type ImportFormat } from '../record';
import { tokenItem } from '../tokenItem';
import { recordedOf } from './recorded';

const tokenRow = (value: unknown): ImportedToken =>
  tokenItem({ ...fieldsOf(value), top_logprobs: fieldsOf(value).top });

/** The decision that a trace carries: option indices there, not names. */
function decisionOf(decision: Fields, options: readonly string[]): ImportedTrace['recorded'] {
  if (decision.status === 'missing')
    return recordedOf({ missing: decision.reason ?? null }, options);
  const chosen = numberOf(decision.chosen);
  if (chosen === null || !(chosen in options))
    throw new FormatError(`has a decision outside its ${options.length} options.`);
  return recordedOf({ ...decision, chosen: options[chosen] }, options);
}

const letters = (count: number) =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(65 + i));

/** Our traces: `{id, caseId | case: {id, options, gold}, tokens: [{id, text, logprob, top}], decision}`. */
export const OWN_TRACES: ImportFormat = {
  name: 'traces',
  title: 'traces (our JSONL)',
  recognise: (record) =>
    Array.isArray(record.tokens) &&
    (isFields(record.decision) || isFields(record.case) || 'caseId' in record) &&
    record.tokens.every((token) => isFields(token) && 'text' in token)
      ? 'it has “tokens” with “text” and a “decision” or “caseId”'
      : null,
  read(record, context) {
    const known = isFields(record.case) ? record.case : record;
    const decision = isFields(record.decision) ? record.decision : null;
    const options = textsOf(known.options) ?? letters(listOf(decision?.logits).length);
    const { model, backend } = fieldsOf(record.provenance);
    const trace = traceOf(context, {
      id: record.id,
      caseId: textOf(known.caseId ?? known.id) ?? context.fallback,
      model,
      source: textOf(backend) ?? 'traces file',
      task: textOf(known.task) ?? '',
      tokens: listOf(record.tokens).map(tokenRow),
      promptTokens: listOf(record.promptTokens).map(tokenRow),
      finish: finishOf(record.finish),
      options: options.length > 0 ? options : null,
      gold: goldOf(known.gold),
      posterior: posteriorOf(known.posterior),
      recorded: decision === null ? null : decisionOf(decision, options),
    });
    return [{ ...trace, id: textOf(record.id) ?? trace.id }];
  },
};
