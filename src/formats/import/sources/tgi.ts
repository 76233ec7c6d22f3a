import { fieldsOf, isFields, listOf } from '../fields';
import { finishOf, refuseWithout, traceOf, type ImportFormat } from '../record';
import { tokenItem } from '../tokenItem';

/** `{generated_text, details: {tokens: [{id, text, logprob, special}], top_tokens: [[…]]}}`. */
export const TGI: ImportFormat = {
  name: 'tgi',
  title: 'Text Generation Inference',
  recognise: ({ generated_text: text, details }) =>
    typeof text === 'string' || isFields(details)
      ? 'it has “generated_text” and “details”, as Text Generation Inference'
      : null,
  read(record, context) {
    const details = fieldsOf(record.details);
    const items = listOf(details.tokens);
    refuseWithout(items, '"details": true, "top_n_tokens": 5');
    const top = listOf(details.top_tokens);
    const tokens = items.map((item, i) => ({
      ...tokenItem(item),
      alternatives: listOf(top[i])
        .map(tokenItem)
        .filter(({ logprob }) => !Number.isNaN(logprob)),
    }));
    const finish = finishOf(details.finish_reason);
    return [traceOf(context, { model: record.model, source: 'TGI', tokens, finish })];
  },
};
