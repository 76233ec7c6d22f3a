import { logSumExp } from '../../../calibration/scaling';
import { FormatError } from '../../errors';
import { fieldsOf, isFields, listOf, logprobOf, textOf, type Fields } from '../fields';
import { traceOf, type ImportFormat } from '../record';

/** Continuations as the harness asked for them: `gen_args_i.arg_1`, or `[context, continuation]` in older files. */
function continuations(args: unknown): string[] {
  const calls = Array.isArray(args)
    ? args.map((call): unknown => listOf(call)[1])
    : Object.values(fieldsOf(args)).map((call) => fieldsOf(call).arg_1);
  return calls.map((text) => (typeof text === 'string' ? text.trim() : ''));
}

/** `[[ll, greedy]]` or `[ll, greedy]`, numbers as strings or not. */
function loglikelihood(response: unknown): number {
  const outer = listOf(response);
  const pair = Array.isArray(outer[0]) ? listOf(outer[0]) : outer;
  if (pair.length !== 2)
    throw new FormatError(
      'holds generated text without log-likelihoods. Only multiple-choice tasks (loglikelihood requests) carry probabilities.',
      'unclear',
    );
  return logprobOf(pair[0]);
}

/** Gold by index (`0`, `"0"`) where it is one, else by text. */
function goldOf(target: unknown, options: readonly string[]): number | string | null {
  const text = textOf(target)?.trim() ?? null;
  if (text === null) return null;
  const named = options.indexOf(text);
  if (named >= 0) return named;
  return /^\d+$/u.test(text) && Number(text) < options.length ? Number(text) : text;
}

const idOf = (doc: Fields, docId: unknown) => textOf(doc.id) ?? textOf(docId);

/** `samples_*.jsonl` of multiple-choice tasks: the decision's log-likelihoods, no trace. */
export const LM_EVAL: ImportFormat = {
  name: 'lm-eval',
  title: 'lm-evaluation-harness samples',
  recognise: (record) =>
    'doc_id' in record && 'resps' in record && isFields(record.doc)
      ? 'it has “doc_id”, “doc” and “resps”, as lm-evaluation-harness samples'
      : null,
  read(record, context) {
    const { doc, doc_id: docId, arguments: args, target } = record;
    const options = continuations(args);
    const filtered = listOf(record.filtered_resps);
    const logits = (filtered.length > 0 ? filtered : listOf(record.resps)).map(loglikelihood);
    if (logits.length < 2 || options.length !== logits.length)
      throw new FormatError(`has ${options.length} continuations and ${logits.length} responses.`);
    if (logits.some(Number.isNaN)) throw new FormatError('has an option without log-likelihood.');
    const known = fieldsOf(doc);
    return [
      traceOf(context, {
        caseId: idOf(known, docId) ?? context.fallback,
        id: textOf(docId),
        source: 'lm-evaluation-harness',
        task: textOf(record.task_name) ?? textOf(known.task) ?? '',
        tokens: [],
        options,
        gold: goldOf(target, options),
        recorded: {
          status: 'found',
          logits,
          bounds: null,
          chosen: logits.indexOf(Math.max(...logits)),
          optionMass: Math.min(1, Math.exp(logSumExp(logits))),
          tokenIndex: -1,
        },
      }),
    ];
  },
};
