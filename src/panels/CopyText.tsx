import { useState } from 'react';

type Props = {
  readonly name: string;
  /** Name of the field in which the text stands where the browser does not let the page copy. */
  readonly field: string;
  readonly text: () => string;
  /** What is said when it is copied, and when the browser does not let the page copy. */
  readonly copied: string;
  readonly uncopied: string;
  readonly onSaid: (sentence: string) => void;
};

/** Copies a text, or shows it to be copied by hand. */
export function CopyText({ name, field, text, copied, uncopied, onSaid }: Props) {
  const [left, setLeft] = useState<string | null>(null);
  const copy = async () => {
    const value = text();
    setLeft(null);
    try {
      await navigator.clipboard.writeText(value);
      onSaid(copied);
    } catch {
      onSaid(uncopied);
      setLeft(value);
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {name}
      </button>
      {left !== null && (
        <input
          readOnly
          aria-label={field}
          value={left}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
