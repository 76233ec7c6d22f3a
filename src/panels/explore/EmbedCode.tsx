import { useState } from 'react';
import { linkOf } from '../../state/linkOf';
import { EMBED_PARTS, type EmbedPart } from '../../state/view/embed';
import { embedAddress } from '../../state/view/embedAddress';
import { CopyText } from '../CopyText';
import { useExplorer } from '../context';
import styles from './export.module.css';

const NAMES: Readonly<Record<EmbedPart, string>> = {
  arms: 'arms side by side',
  claims: 'claims of the study',
  task: 'model and task',
  cases: 'cases',
  trace: 'trace and decision',
  numbers: 'numbers',
  temperature: 'temperature',
  scale: 'decision-token scale',
  calibrator: 'calibrator',
  bins: 'bins',
  export: 'export',
};

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Code that shows this view inside another page, with the chosen controls. */
export function EmbedCode({ onSaid }: { readonly onSaid: (sentence: string) => void }) {
  const { store, settings, view } = useExplorer();
  const [parts, setParts] = useState<readonly EmbedPart[]>(['numbers', 'temperature', 'scale']);
  const here = () =>
    linkOf(store.getState(), settings.getState(), { ...view.getState(), embed: { parts: null } });
  const site = () => new URL('.', location.href).href;
  const frame = () => {
    const address = embedAddress(site(), { view: here(), parts, theme: null });
    return `<iframe src="${attribute(address)}" title="Reliability diagram" width="100%" height="640" style="border:0" loading="lazy"></iframe>`;
  };
  const element = () =>
    `<script src="${attribute(new URL('embed.js', site()).href)}"></script>\n` +
    `<calibration-explorer view="${attribute(here())}" parts="${parts.join(' ')}"></calibration-explorer>`;
  return (
    <details className={styles.embed}>
      <summary>Embed in another page</summary>
      <fieldset>
        <legend>beside the diagram</legend>
        {EMBED_PARTS.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={parts.includes(part)}
              onChange={({ target }) =>
                setParts(
                  EMBED_PARTS.filter((one) =>
                    one === part ? target.checked : parts.includes(one),
                  ),
                )
              }
            />{' '}
            {NAMES[part]}
          </label>
        ))}
      </fieldset>
      <div className={styles.copies}>
        <CopyText name="Copy iframe" field="Code of the iframe" text={frame} onSaid={onSaid} />
        <CopyText name="Copy element" field="Code of the element" text={element} onSaid={onSaid} />
      </div>
      <p className={styles.said}>
        The element fits its height to what it shows; an iframe does not.
      </p>
    </details>
  );
}
