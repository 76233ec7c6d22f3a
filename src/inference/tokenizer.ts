import { Template } from '@huggingface/jinja';
import { Tokenizer } from '@huggingface/tokenizers';
import type { OptionForms } from '../traces/options';
import { TokenizeError } from './errors';
import type { FormIds } from './rowRecord';

/** Text to token ids and back for one model. */
export interface Codec {
  /** Decoded text of each token alone, by id; special tokens show their name. */
  readonly texts: readonly string[];
  /** Ids of a user's turn through the chat template, up to where the assistant's turn begins. */
  encodePrompt(prompt: string): number[];
  encode(text: string): number[];
  /** Ids of the options' surface forms that are single tokens. Throws TokenizeError for an option without. */
  formIds(options: readonly OptionForms[]): FormIds;
}

/** The parsed tokenizer files of a checkpoint; `template` as a file of its own, or in the configuration. */
export type TokenizerFiles = {
  readonly tokenizer: object;
  readonly config: object;
  readonly template?: string;
};

/** A token in the configuration: its text, or a record that holds it. */
function tokenText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'content' in value)
    return typeof value.content === 'string' ? value.content : undefined;
  return undefined;
}

/** Throws TokenizeError when the files are no tokenizer or name no chat template. */
export function createCodec(files: TokenizerFiles): Codec {
  const config = files.config as Readonly<Record<string, unknown>>;
  const source = files.template ?? config.chat_template;
  if (typeof source !== 'string')
    throw new TokenizeError(
      'The tokenizer has no chat template. Add chat_template.jinja to the checkpoint.',
    );
  let tokenizer: Tokenizer;
  let template: Template;
  try {
    tokenizer = new Tokenizer(files.tokenizer, files.config);
    template = new Template(source);
  } catch (error) {
    throw new TokenizeError(
      `The tokenizer's files cannot be read (${String(error)}). Rebuild the checkpoint.`,
    );
  }

  const ids = new Set(tokenizer.get_vocab(true).values());
  const texts = Array.from({ length: Math.max(...ids) + 1 }, (_, id) =>
    ids.has(id) ? tokenizer.decode([id], { skip_special_tokens: false }) : '',
  );
  const idOfText = new Map<string, number>();
  for (const [id, text] of texts.entries()) if (!idOfText.has(text)) idOfText.set(text, id);

  const encode = (text: string): number[] =>
    text === '' ? [] : tokenizer.encode(text, { add_special_tokens: false }).ids;
  const special = {
    bos_token: tokenText(config.bos_token) ?? '',
    eos_token: tokenText(config.eos_token) ?? '',
    pad_token: tokenText(config.pad_token) ?? '',
  };

  return {
    texts,
    encode,
    encodePrompt(prompt) {
      try {
        const messages = [{ role: 'user', content: prompt }];
        return encode(template.render({ messages, add_generation_prompt: true, ...special }));
      } catch (error) {
        throw new TokenizeError(`The chat template failed on the prompt (${String(error)}).`);
      }
    },
    formIds: (options) =>
      options.map(({ label, forms }) => {
        const found = forms.flatMap((form) => idOfText.get(form) ?? []);
        if (found.length > 0) return found;
        throw new TokenizeError(
          `Option ${label} is no single token of this model (${forms.map((form) => JSON.stringify(form)).join(', ')}). Use letters as options.`,
        );
      }),
  };
}
