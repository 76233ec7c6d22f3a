import { useState } from 'react';
import type { ImportRule } from '../../formats/import';
import type { Preview } from '../../state/import/protocol';
import type { SpecForm } from '../../state/import/specForm';
import { ANSWER_TAG } from '../../traces/rule';
import { useData } from './useData';

const KINDS: readonly (readonly [ImportRule['kind'], string])[] = [
  ['recorded', 'as the file records it'],
  ['tag', 'after a tag'],
  ['boxed', 'inside \\boxed{…}'],
  ['regex', 'after a pattern'],
  ['position', 'the token at a position'],
  ['last-option', 'the last token that is an option'],
];

const START: Readonly<Record<ImportRule['kind'], ImportRule>> = {
  recorded: { kind: 'recorded' },
  tag: { kind: 'tag', after: ANSWER_TAG.after, pattern: ANSWER_TAG.pattern },
  boxed: { kind: 'boxed' },
  regex: { kind: 'regex', pattern: 'Answer:\\s*\\(?([A-Z])' },
  position: { kind: 'position', index: 0 },
  'last-option': { kind: 'last-option' },
};

/** The position as it is typed: `-` alone is on the way to a number. */
function Position({ index }: { readonly index: number }) {
  const data = useData();
  const [text, setText] = useState(String(index));
  return (
    <label>
      Position: 0 is the first token, −1 the last
      <input
        inputMode="numeric"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const typed = target.value.trim().replace('−', '-');
          data.edit({ rule: { kind: 'position', index: typed === '' ? NaN : Number(typed) } });
        }}
      />
    </label>
  );
}

/** Where a trace states its decision. */
export function RulePicker({ form, preview }: { form: SpecForm; preview: Preview }) {
  const data = useData();
  const { rule } = form;
  const set = (next: ImportRule) => data.edit({ rule: next });
  const kinds = KINDS.filter(([kind]) => kind !== 'recorded' || preview.recorded > 0);
  return (
    <>
      <label>
        Where the decision stands
        <select
          value={rule.kind}
          onChange={({ target }) => {
            const kind = kinds.find(([name]) => name === target.value)?.[0];
            if (kind !== undefined) set(START[kind]);
          }}
        >
          {kinds.map(([kind, title]) => (
            <option key={kind} value={kind}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {rule.kind === 'tag' && (
        <label>
          Tag: only text behind its last occurrence is searched
          <input
            value={rule.after}
            spellCheck={false}
            onChange={({ target }) => set({ ...rule, after: target.value })}
          />
        </label>
      )}
      {(rule.kind === 'tag' || rule.kind === 'regex') && (
        <label>
          {rule.kind === 'tag'
            ? 'Pattern: the decision token follows its last match'
            : 'Pattern: its last match; a group marks the decision token, else the token after it'}
          <input
            value={rule.pattern}
            spellCheck={false}
            onChange={({ target }) => set({ ...rule, pattern: target.value })}
          />
        </label>
      )}
      {rule.kind === 'position' && <Position index={rule.index} />}
    </>
  );
}
