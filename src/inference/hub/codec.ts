import type { PreTrainedTokenizer } from '@huggingface/transformers';
import { TokenizeError } from '../errors';
import type { Codec } from '../tokenizer';

/** What of a tokenizer is used. */
export type HubTokenizer = Pick<
  PreTrainedTokenizer,
  'get_vocab' | 'decode' | 'encode' | 'apply_chat_template' | 'chat_template'
>;

/** The sign that tokenizers of the SentencePiece kind write for a space. */
const SPACE = '\u2581';

/** Text of each token alone. A decoder drops the space before a first word, which tells options apart: it is put back. */
function textsOf(tokenizer: HubTokenizer): string[] {
  const texts: string[] = [];
  for (const [piece, id] of tokenizer.get_vocab()) {
    const text = tokenizer.decode([id], {
      skip_special_tokens: false,
      clean_up_tokenization_spaces: false,
    });
    texts[id] = piece.startsWith(SPACE) && !text.startsWith(' ') ? ` ${text}` : text;
  }
  return Array.from(texts, (text: string | undefined) => text ?? '');
}

/** Whether the chat template asks if the model shall think. */
export function asksForThinking({ chat_template: template }: HubTokenizer): boolean {
  return JSON.stringify(template ?? '').includes('enable_thinking');
}

/**
 * Text to ids and back for a model of the Hub. Without a chat template the prompt is given as it is. A surface form
 * counts for every token that shows it.
 */
export function createHubCodec(tokenizer: HubTokenizer, thinking: boolean): Codec {
  const texts = textsOf(tokenizer);
  const idsOfText = new Map<string, number[]>();
  for (const [id, text] of texts.entries()) {
    const ids = idsOfText.get(text);
    if (ids === undefined) idsOfText.set(text, [id]);
    else ids.push(id);
  }
  const encode = (text: string): number[] =>
    text === '' ? [] : tokenizer.encode(text, { add_special_tokens: false });
  return {
    texts,
    encode,
    encodePrompt(prompt) {
      if (tokenizer.chat_template === null || tokenizer.chat_template === undefined)
        return tokenizer.encode(`${prompt}\n`, { add_special_tokens: true });
      try {
        const text = tokenizer.apply_chat_template([{ role: 'user', content: prompt }], {
          add_generation_prompt: true,
          tokenize: false,
          enable_thinking: thinking,
        } as Parameters<HubTokenizer['apply_chat_template']>[1]);
        return encode(text as string);
      } catch (error) {
        throw new TokenizeError(`The chat template failed on the prompt (${String(error)}).`);
      }
    },
    formIds: (options) =>
      options.map(({ label, forms }) => {
        const found = forms.flatMap((form) => idsOfText.get(form) ?? []);
        if (found.length > 0) return [...new Set(found)];
        throw new TokenizeError(
          `Option ${label} is no single token of this model (${forms.map((form) => JSON.stringify(form)).join(', ')}). Use letters as options.`,
        );
      }),
  };
}
