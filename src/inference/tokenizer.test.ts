import { describe, expect, it } from 'vitest';
import { letterForms } from '../traces/options';
import { TokenizeError } from './errors';
import { fakeTokenizerFiles } from './fakeTokenizer';
import { createCodec } from './tokenizer';

const files = fakeTokenizerFiles();
const codec = createCodec(files);
const textOf = (ids: readonly number[]): string[] => ids.map((id) => codec.texts[id]!);

describe('text and tokens', () => {
  it('puts a prompt through the chat template', () => {
    expect(textOf(codec.encodePrompt('q12'))).toEqual(['<user>', 'q', '1', '2', '<end>', '\n']);
  });

  it('gives every token its own text, special ones their name', () => {
    expect(textOf(codec.encode('</think>\nAnswer: B<end>'))).toEqual([
      '</think>',
      '\n',
      'Answer',
      ':',
      ' B',
      '<end>',
    ]);
    expect(codec.encode('')).toEqual([]);
  });

  it('finds the tokens of an option’s surface forms', () => {
    const [a, b] = codec.formIds(letterForms(['A', 'B']));
    expect(textOf(a!)).toEqual([' A', 'A']);
    expect(textOf(b!)).toEqual([' B', 'B']);
  });

  it('refuses an option that is no single token', () => {
    expect(() => codec.formIds([{ label: 'maybe', forms: [' maybe', 'maybe'] }])).toThrow(
      TokenizeError,
    );
  });

  it('takes the template from the configuration, and refuses a tokenizer without one', () => {
    const { tokenizer, config, template } = files;
    const inside = createCodec({ tokenizer, config: { ...config, chat_template: template } });
    expect(inside.encodePrompt('q')).toEqual(codec.encodePrompt('q'));
    expect(() => createCodec({ tokenizer, config })).toThrow(TokenizeError);
    expect(() => createCodec({ tokenizer: {}, config, template: 'x' })).toThrow(TokenizeError);
    expect(() => createCodec({ tokenizer, config, template: '{% if' })).toThrow(TokenizeError);
  });
});
