import { FormatError } from '../../errors';
import { goldOf, posteriorOf, traceOf, type ImportFormat } from '../record';
import { textOf, textsOf } from '../fields';
import { recordedOf } from './recorded';

/** Our decisions: `{id, options, logits | logprobs | probs, gold, chosen?, optionMass?, posterior?}`. */
export const OWN_DECISIONS: ImportFormat = {
  name: 'decisions',
  title: 'decisions (our JSONL)',
  recognise: (record) =>
    Array.isArray(record.options) &&
    ['logits', 'logprobs', 'probs'].some(
      (name) => Array.isArray(record[name]) || record[name] === null,
    )
      ? 'it has “options” with “logits”, “logprobs” or “probs”'
      : null,
  read(record, context) {
    const options = textsOf(record.options);
    const recorded = recordedOf(record, options ?? []);
    if (options === null && recorded.status === 'found')
      throw new FormatError('wants a list “options”.');
    return [
      traceOf(context, {
        id: record.id,
        model: record.model,
        source: 'decisions file',
        task: textOf(record.task) ?? '',
        tokens: [],
        options,
        gold: goldOf(record.gold),
        posterior: posteriorOf(record.posterior),
        recorded,
      }),
    ];
  },
};
