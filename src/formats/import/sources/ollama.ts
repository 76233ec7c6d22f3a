import { FormatError } from '../../errors';
import { listOf, textOf } from '../fields';
import { finishOf, refuseWithout, traceOf, type ImportFormat } from '../record';
import { tokenItem } from '../tokenItem';

/** `/api/generate` and `/api/chat`: `{model, created_at, response | message, logprobs: [item]}`. */
export const OLLAMA: ImportFormat = {
  name: 'ollama',
  title: 'Ollama',
  recognise: (record) =>
    'done' in record && ('response' in record || 'message' in record)
      ? 'it has “done” and “response” or “message”, as Ollama'
      : null,
  read(record, context) {
    if (record.done === false)
      throw new FormatError(
        'is one chunk of a streamed reply. Ask with "stream": false.',
        'unclear',
      );
    const items = listOf(record.logprobs);
    refuseWithout(items, '"logprobs": true, "top_logprobs": 20');
    return [
      traceOf(context, {
        id: textOf(record.id),
        model: record.model,
        source: 'Ollama',
        tokens: items.map(tokenItem),
        finish: finishOf(record.done_reason),
      }),
    ];
  },
};
