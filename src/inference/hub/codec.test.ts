import { expect, test } from 'vitest';
import { letterForms } from '../../traces/options';
import { TokenizeError } from '../errors';
import { asksForThinking, createHubCodec, type HubTokenizer } from './codec';

const PIECES = ['<s>', '\u2581A', 'A', '\u2581B', 'think', '\u2581'];

/** A tokenizer of the SentencePiece kind, whose decoder drops the first space. */
function tokenizer(template: string | null): HubTokenizer {
  const own = {
    chat_template: template,
    get_vocab: () => new Map(PIECES.map((piece, id) => [piece, id])),
    decode: (ids: number[]) =>
      ids
        .map((id) => PIECES[id]!)
        .join('')
        .replaceAll('\u2581', ' ')
        .trimStart(),
    encode: (text: string, { add_special_tokens: special }: { add_special_tokens: boolean }) => [
      ...(special ? [0] : []),
      ...Array.from(text, (letter) => letter.charCodeAt(0)),
    ],
    apply_chat_template: (
      [turn]: readonly { readonly content: string }[],
      { enable_thinking: thinks }: { readonly enable_thinking: boolean },
    ) => {
      if (template === 'broken') throw new Error('no such filter');
      return `${turn!.content}${thinks ? '!' : '?'}`;
    },
  };
  return own as unknown as HubTokenizer;
}

test('tokens that differ in their space alone are two, and both are forms of an option', () => {
  const codec = createHubCodec(tokenizer('x'), true);
  expect(codec.texts).toEqual(['<s>', ' A', 'A', ' B', 'think', ' ']);
  expect(codec.formIds(letterForms(['A', 'B']))).toEqual([[1, 2], [3]]);
  const unknown = () => codec.formIds(letterForms(['A', 'yes']));
  expect(unknown).toThrow(TokenizeError);
});

test('the prompt goes through the chat template, which is told whether to think', () => {
  const template = '{% if enable_thinking %}';
  expect(asksForThinking(tokenizer(template))).toBe(true);
  expect(asksForThinking(tokenizer('x'))).toBe(false);
  const of = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
  expect(createHubCodec(tokenizer(template), true).encodePrompt('a')).toEqual(of('a!'));
  expect(createHubCodec(tokenizer(template), false).encodePrompt('a')).toEqual(of('a?'));
  const broken = () => createHubCodec(tokenizer('broken'), true).encodePrompt('a');
  expect(broken).toThrow('The chat template failed');
});

test('without a chat template the prompt is given as it is, after the beginning sign', () => {
  const codec = createHubCodec(tokenizer(null), true);
  expect(codec.encodePrompt('a')).toEqual([0, 97, 10]);
  expect(codec.encode('')).toEqual([]);
});
