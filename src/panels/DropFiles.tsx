import { useState, type DragEvent } from 'react';
import styles from './dropFiles.module.css';

type Props = {
  /** What is wanted, before the field. */
  readonly title: string;
  /** Name of the field. */
  readonly label: string;
  /** What may be done besides, after the field. */
  readonly hint?: string;
  /** As the attribute of an input. */
  readonly accept: string;
  readonly multiple?: boolean;
  /** Takes more room: nothing else is to be done yet. */
  readonly first?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** A place for files: dropped on it, or chosen. Not called without a file; of several, the first where one is wanted. */
export function DropFiles(props: Props) {
  const { title, label, hint, accept, multiple = false, first = false, onFiles } = props;
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = Array.from(list ?? []).slice(0, multiple ? undefined : 1);
    if (files.length > 0) onFiles(files);
  };
  const hover = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className={styles.drop}
      data-over={over}
      data-first={first}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <label className={styles.pick}>
        <b>{title}</b>
        <input
          type="file"
          aria-label={label}
          accept={accept}
          multiple={multiple}
          onChange={({ target }) => {
            take(target.files);
            // So that the same file can be chosen again.
            target.value = '';
          }}
        />
      </label>
      {hint !== undefined && <span>{hint}</span>}
    </div>
  );
}
