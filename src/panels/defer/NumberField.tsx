import { useState } from 'react';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly show: (value: number) => string;
  /** From the typed number to the value. */
  readonly read?: (typed: number) => number;
  readonly onChange: (value: number) => void;
  /** What is allowed, as a tooltip. */
  readonly title: string;
};

/** A typed number: taken over by Enter or on leaving, given up by Escape. */
export function NumberField({
  label,
  value,
  show,
  read = (typed) => typed,
  onChange,
  title,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (text: string) => {
    const typed = Number(text.replace(',', '.').replace('%', ''));
    if (text.trim() !== '' && Number.isFinite(typed)) onChange(read(typed));
    setDraft(null);
  };
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode="decimal"
        size={9}
        title={title}
        value={draft ?? show(value)}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={({ target }) => draft !== null && commit(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(event.currentTarget.value);
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    </label>
  );
}
