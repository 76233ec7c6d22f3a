import { useState } from 'react';
import { DATA_STRINGS } from '../../strings/data';
import { useStrings } from '../../strings/language';
import type { ImportRule } from '../../formats/import';
import type { Preview } from '../../state/import/protocol';
import type { SpecForm } from '../../state/import/specForm';
import { ANSWER_TAG } from '../../traces/rule';
import { useData } from './useData';

const KINDS: readonly ImportRule['kind'][] = [
  'recorded',
  'tag',
  'boxed',
  'regex',
  'position',
  'last-option',
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
  const { rule: strings } = useStrings(DATA_STRINGS);
  const [text, setText] = useState(String(index));
  return (
    <label>
      {strings.position}
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
  const { rule: strings } = useStrings(DATA_STRINGS);
  const { rule } = form;
  const set = (next: ImportRule) => data.edit({ rule: next });
  const kinds = KINDS.filter((kind) => kind !== 'recorded' || preview.recorded > 0);
  return (
    <>
      <label>
        {strings.label}
        <select
          value={rule.kind}
          onChange={({ target }) => {
            const kind = kinds.find((name) => name === target.value);
            if (kind !== undefined) set(START[kind]);
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {strings.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      {rule.kind === 'tag' && (
        <label>
          {strings.tag}
          <input
            value={rule.after}
            spellCheck={false}
            onChange={({ target }) => set({ ...rule, after: target.value })}
          />
        </label>
      )}
      {(rule.kind === 'tag' || rule.kind === 'regex') && (
        <label>
          {rule.kind === 'tag' ? strings.patternOfTag : strings.pattern}
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
