import { FormatError } from '../../errors';
import { fieldsOf, isFields, listOf, logprobOf, shown, type Fields } from '../fields';
import type { ImportedToken, ImportedTrace } from '../importedTrace';
import { finishOf, refuseWithout, traceOf, type ImportFormat, type RecordContext } from '../record';
import { alternative, tokenItem, tokenOf } from '../tokenItem';

/**
 * Two lists side by side: `tokens` and `token_logprobs`, the likeliest as `{text: logprob}`. llama.cpp answers with the items of
 * the chat API, `{content: [item]}`.
 */
function tokensOf(logprobs: Fields): ImportedToken[] {
  if (Array.isArray(logprobs.content)) return logprobs.content.map(tokenItem);
  const texts = listOf(logprobs.tokens);
  const own = listOf(logprobs.token_logprobs);
  const top = listOf(logprobs.top_logprobs);
  if (own.length !== texts.length || (top.length > 0 && top.length !== texts.length))
    throw new FormatError(
      `has ${texts.length} tokens, ${own.length} log-probabilities and ${top.length} lists of the likeliest.`,
    );
  return texts.map((text, i) => {
    if (typeof text !== 'string')
      throw new FormatError(`has ${shown(text)} where a token should stand.`);
    const likeliest = Object.entries(fieldsOf(top[i]));
    return tokenOf(
      alternative(text, logprobOf(own[i])),
      likeliest.map(([key, value]) => alternative(key, logprobOf(value))),
    );
  });
}

/** `{choices: [{text, finish_reason, logprobs: {tokens, token_logprobs, top_logprobs}}]}`. */
export function readCompletions(
  record: Fields,
  context: RecordContext,
  source: string,
): ImportedTrace[] {
  return listOf(record.choices).map((choice, index) => {
    const { logprobs, finish_reason: reason } = fieldsOf(choice);
    const tokens = tokensOf(fieldsOf(logprobs));
    refuseWithout(tokens, '"logprobs": 5');
    const { id, model } = record;
    return traceOf(context, { id, index, model, source, tokens, finish: finishOf(reason) });
  });
}

export function isCompletions(record: Fields): boolean {
  const first: unknown = listOf(record.choices)[0];
  return isFields(first) && typeof first.text === 'string';
}

export const OPENAI_COMPLETIONS: ImportFormat = {
  name: 'openai-completions',
  title: 'OpenAI completions (legacy)',
  recognise: (record) => (isCompletions(record) ? 'it has “choices” with a “text”' : null),
  read: (record, context) => readCompletions(record, context, 'OpenAI completions'),
};
