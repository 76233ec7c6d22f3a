import { FormatError } from '../../errors';
import { fieldsOf, isFields, listOf, numberOf, shown, textOf, type Fields } from '../fields';
import type { ImportedToken, ImportedTrace } from '../importedTrace';
import { finishOf, refuseWithout, traceOf, type ImportFormat } from '../record';
import { alternative, tokenItem, tokenOf } from '../tokenItem';

const first = (record: Fields) => fieldsOf(listOf(record.completion_probabilities)[0]);

function finish(record: Fields): ImportedTrace['finish'] {
  if (typeof record.stop_type === 'string') return finishOf(record.stop_type);
  if (record.stopped_limit === true) return 'length';
  return record.stopped_eos === true || record.stopped_word === true ? 'stop' : 'unknown';
}

/** Older builds: `{content, probs: [{tok_str, prob}]}`, the chosen token one of them or not. */
function oldToken(value: unknown): ImportedToken {
  const { content, probs } = fieldsOf(value);
  if (typeof content !== 'string')
    throw new FormatError(`has ${shown(value)} where a token should stand.`);
  const top = listOf(probs).map((entry) => {
    const { tok_str: text, prob } = fieldsOf(entry);
    const p = numberOf(prob);
    if (p === null || !(p >= 0 && p <= 1.01))
      throw new FormatError(`has ${shown(prob)} for a probability.`);
    return alternative(textOf(text) ?? '', Math.min(0, Math.log(p)));
  });
  const own = top.find(({ text }) => text === content);
  return tokenOf(alternative(content, own?.logprob ?? NaN), top);
}

const ASK = '"n_probs": 20';

function traces(
  record: Fields,
  context: Parameters<ImportFormat['read']>[1],
  read: (value: unknown) => ImportedToken,
) {
  const items = listOf(record.completion_probabilities);
  refuseWithout(items, ASK);
  const { model } = record;
  const tokens = items.map(read);
  return [traceOf(context, { model, source: 'llama.cpp', tokens, finish: finish(record) })];
}

export const LLAMA_CPP: ImportFormat = {
  name: 'llama-cpp',
  title: 'llama.cpp /completion',
  recognise: (record) =>
    isFields(listOf(record.completion_probabilities)[0]) && !('probs' in first(record))
      ? 'it has “completion_probabilities” with “logprob”'
      : typeof record.content === 'string' && 'tokens_predicted' in record
        ? 'it has “content” and “tokens_predicted”, as llama.cpp’s /completion'
        : null,
  read: (record, context) => traces(record, context, tokenItem),
};

export const LLAMA_CPP_OLD: ImportFormat = {
  name: 'llama-cpp-old',
  title: 'llama.cpp /completion (before 2025)',
  recognise: (record) =>
    'probs' in first(record) ? 'it has “completion_probabilities” with “probs”' : null,
  read: (record, context) => traces(record, context, oldToken),
};
