import { useState } from 'react';

type Props = {
  readonly name: string;
  /** Name of the field in which the text stands where the browser does not let the page copy. */
  readonly field: string;
  readonly text: () => string;
  readonly onSaid: (sentence: string) => void;
};

/** Copies a text, or shows it to be copied by hand. */
export function CopyText({ name, field, text, onSaid }: Props) {
  const [uncopied, setUncopied] = useState<string | null>(null);
  const copy = async () => {
    const copied = text();
    setUncopied(null);
    try {
      await navigator.clipboard.writeText(copied);
      onSaid(`${name.replace(/^Copy /, '').replace(/^./, (first) => first.toUpperCase())} copied`);
    } catch {
      onSaid('The browser does not let this page copy. Copy it from the field.');
      setUncopied(copied);
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {name}
      </button>
      {uncopied !== null && (
        <input
          readOnly
          aria-label={field}
          value={uncopied}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
