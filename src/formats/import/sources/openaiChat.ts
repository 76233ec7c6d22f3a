import { FormatError } from '../../errors';
import { fieldsOf, isFields, listOf, type Fields } from '../fields';
import type { ImportedTrace } from '../importedTrace';
import { finishOf, refuseWithout, traceOf, type ImportFormat, type RecordContext } from '../record';
import { tokenItem } from '../tokenItem';

/** `{choices: [{message, finish_reason, logprobs: {content: [item]}}]}`; `source` names the server. */
export function readChat(record: Fields, context: RecordContext, source: string): ImportedTrace[] {
  return listOf(record.choices).map((choice, index) => {
    const { logprobs, finish_reason: reason } = fieldsOf(choice);
    const content = listOf(fieldsOf(logprobs).content);
    refuseWithout(content, '"logprobs": true, "top_logprobs": 20');
    return traceOf(context, {
      id: record.id,
      index,
      model: record.model,
      source,
      tokens: content.map(tokenItem),
      finish: finishOf(reason),
    });
  });
}

/** Whether the record is a chat completion, with log-probabilities or without. */
export function isChat(record: Fields): boolean {
  const first: unknown = listOf(record.choices)[0];
  return isFields(first) && (isFields(first.message) || isFields(first.delta));
}

/** Chunks of a streamed reply are no traces: says so. */
export function refuseChunk(record: Fields): void {
  if (record.object === 'chat.completion.chunk' || fieldsOf(listOf(record.choices)[0]).delta)
    throw new FormatError('is one chunk of a streamed reply. Ask with "stream": false.', 'unclear');
}

export const OPENAI_CHAT: ImportFormat = {
  name: 'openai-chat',
  title: 'OpenAI chat completions',
  recognise: (record) => (isChat(record) ? 'it has “choices” with a “message”' : null),
  read(record, context) {
    refuseChunk(record);
    return readChat(record, context, 'OpenAI chat');
  },
};
