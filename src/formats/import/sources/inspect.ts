import { fieldsOf, isFields, listOf, textOf, textsOf, type Fields } from '../fields';
import { finishOf, goldOf, refuseWithout, traceOf, type ImportFormat } from '../record';
import { tokenItem } from '../tokenItem';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const isSample = (record: Fields) =>
  isFields(record.output) && 'target' in record && Array.isArray(record.output.choices);

/** `inspect log dump` and its samples: `{samples: [{id, target, choices, output: {choices}}]}`. */
export const INSPECT: ImportFormat = {
  name: 'inspect',
  title: 'Inspect log',
  recognise: (record) =>
    Array.isArray(record.samples) && isFields(record.eval)
      ? 'it has “eval” and “samples”, as an Inspect log'
      : isSample(record)
        ? 'it has “target” and “output” with “choices”, as a sample of an Inspect log'
        : null,
  split(document) {
    if (!Array.isArray(document.samples)) return [{ record: document, where: '' }];
    const { model, task } = fieldsOf(document.eval);
    return document.samples.map((sample, i) => ({
      record: { ...fieldsOf(sample), eval: { model, task } },
      where: `sample ${i + 1}`,
    }));
  },
  read(record, context) {
    const { id, epoch, choices, target, output, eval: run } = record;
    const { model, choices: replies } = fieldsOf(output);
    const texts = textsOf(choices);
    return listOf(replies).map((reply, index) => {
      const { logprobs, stop_reason: reason } = fieldsOf(reply);
      const items = listOf(fieldsOf(logprobs).content);
      refuseWithout(items, 'inspect eval … --logprobs --top-logprobs 20');
      return traceOf(context, {
        id: epoch === undefined ? id : `${textOf(id) ?? ''}/${textOf(epoch) ?? ''}`,
        caseId: textOf(id) ?? context.fallback,
        index,
        model: textOf(model) ?? fieldsOf(run).model,
        source: 'Inspect',
        task: textOf(fieldsOf(run).task) ?? '',
        tokens: items.map(tokenItem),
        finish: finishOf(reason),
        // Its multiple-choice solver shows the choices as letters, and the target is a letter.
        options: texts === null ? null : texts.map((_, i) => LETTERS[i] ?? String(i)),
        gold: goldOf(target),
      });
    });
  },
};
