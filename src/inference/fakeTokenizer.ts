import type { TokenizerFiles } from './tokenizer';

const SPECIAL = ['<pad>', '<user>', '<end>', '</think>'];
const TEXTS = ['A', 'B', ' A', ' B', 'Answer', ':', '\n', 'q', '1', '2', '3', '4', '5', ' '];

/** Byte-level characters stand for a space and a line break. */
const BYTE_LEVEL = (text: string): string => text.replaceAll(' ', 'Ġ').replaceAll('\n', 'Ċ');

/** For tests: the files of a tokenizer of a few whole tokens, with a chat template. */
export function fakeTokenizerFiles(): TokenizerFiles {
  const added = SPECIAL.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  const vocab: Record<string, number> = {};
  for (const text of [...SPECIAL, ...TEXTS]) vocab[BYTE_LEVEL(text)] = Object.keys(vocab).length;
  for (const letter of 'Answer') vocab[letter] ??= Object.keys(vocab).length;
  const merges = [
    ['Ġ', 'A'],
    ['Ġ', 'B'],
    ['A', 'n'],
    ['An', 's'],
    ['Ans', 'w'],
    ['Answ', 'e'],
    ['Answe', 'r'],
  ];
  for (const pair of merges) vocab[pair.join('')] ??= Object.keys(vocab).length;
  return {
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: added,
      normalizer: null,
      pre_tokenizer: {
        type: 'ByteLevel',
        add_prefix_space: false,
        trim_offsets: true,
        use_regex: false,
      },
      post_processor: null,
      decoder: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false },
      model: {
        type: 'BPE',
        dropout: null,
        unk_token: null,
        continuing_subword_prefix: null,
        end_of_word_suffix: null,
        fuse_unk: false,
        byte_fallback: false,
        ignore_merges: false,
        vocab,
        merges,
      },
    },
    config: { eos_token: '<end>', pad_token: { content: '<pad>' } },
    template:
      '{%- for m in messages %}{{- "<user>" + m.content + eos_token }}{%- endfor %}{%- if add_generation_prompt %}{{- "\n" }}{%- endif %}',
  };
}
