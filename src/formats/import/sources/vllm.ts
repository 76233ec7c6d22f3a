import { FormatError } from '../../errors';
import { fieldsOf, isFields, listOf, logprobOf, textOf, type Fields } from '../fields';
import type { ImportedToken } from '../importedTrace';
import { finishOf, traceOf, type ImportFormat } from '../record';
import { alternative, tokenOf } from '../tokenItem';
import { isChat, readChat, refuseChunk } from './openaiChat';
import { isCompletions, readCompletions } from './openaiCompletions';

/**
 * Prompt tokens from `[null, {"<id>": {logprob, rank, decoded_token}}, …]`. Which of a step's entries
 * stood in the prompt: the one that `prompt_token_ids` names, else the first, as vLLM writes them
 * (`parseRecord` keeps that order).
 */
function promptTokens(steps: readonly unknown[], ids: readonly unknown[]): ImportedToken[] {
  return steps.flatMap((step, position) => {
    if (!isFields(step)) return [];
    const entries = Object.entries(step).map(([key, value]) => {
      const { decoded_token: text, logprob } = fieldsOf(value);
      const id = Number(key.replace('#', ''));
      return alternative(textOf(text) ?? `token_id:${id}`, logprobOf(logprob), id);
    });
    const own = entries.find(({ id }) => id === ids[position]) ?? entries[0];
    if (own === undefined) throw new FormatError(`has no entry at prompt token ${position}.`);
    return [tokenOf(own, entries)];
  });
}

const promptOf = (fields: Fields) =>
  promptTokens(listOf(fields.prompt_logprobs), listOf(fields.prompt_token_ids));

/** As OpenAI's, and `prompt_logprobs` at the root (chat) or in the choice (completions). */
export const VLLM: ImportFormat = {
  name: 'vllm',
  title: 'vLLM',
  recognise(record) {
    if (!isChat(record) && !isCompletions(record)) return null;
    const has = 'prompt_logprobs' in record || 'kv_transfer_params' in record;
    const first = fieldsOf(listOf(record.choices)[0]);
    return has || 'prompt_logprobs' in first
      ? 'it has “choices” and vLLM’s “prompt_logprobs”'
      : null;
  },
  read(record, context) {
    refuseChunk(record);
    const choices = listOf(record.choices).map(fieldsOf);
    const chat = isChat(record);
    const prompts = choices.map((choice) => promptOf(chat ? record : choice));
    const { id, model } = record;
    if (choices.every(({ logprobs }) => !isFields(logprobs)) && prompts.some((p) => p.length > 0))
      return prompts.map((prompt, index) =>
        traceOf(context, {
          id,
          index,
          model,
          source: 'vLLM',
          tokens: [],
          promptTokens: prompt,
          finish: finishOf(choices[index]!.finish_reason),
        }),
      );
    const traces = (chat ? readChat : readCompletions)(record, context, 'vLLM');
    return traces.map((trace, index) => ({ ...trace, promptTokens: prompts[index] ?? [] }));
  },
};
