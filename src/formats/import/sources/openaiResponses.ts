import { fieldsOf, listOf } from '../fields';
import { finishOf, refuseWithout, traceOf, type ImportFormat } from '../record';
import { tokenItem } from '../tokenItem';

/** `{output: [{type: "message", content: [{type: "output_text", logprobs: [item]}]}]}`. */
export const OPENAI_RESPONSES: ImportFormat = {
  name: 'openai-responses',
  title: 'OpenAI Responses',
  recognise: ({ object, output }) =>
    object === 'response' || listOf(output).some((item) => Array.isArray(fieldsOf(item).content))
      ? 'it has “output” with “content”'
      : null,
  read(record, context) {
    const parts = listOf(record.output).flatMap((item) => listOf(fieldsOf(item).content));
    const items = parts.flatMap((part) => listOf(fieldsOf(part).logprobs));
    refuseWithout(items, '"include": ["message.output_text.logprobs"], "top_logprobs": 20');
    const { id, model, status } = record;
    const tokens = items.map(tokenItem);
    return [
      traceOf(context, { id, model, source: 'OpenAI Responses', tokens, finish: finishOf(status) }),
    ];
  },
};
