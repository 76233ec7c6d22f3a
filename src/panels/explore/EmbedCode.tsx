import { useState } from 'react';
import { linkOf } from '../../state/linkOf';
import { EMBED_PARTS, type EmbedPart } from '../../state/view/embed';
import { embedAddress } from '../../state/view/embedAddress';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import { CopyText } from '../CopyText';
import { useExplorer } from '../context';
import styles from './export.module.css';

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Code that shows this view inside another page, with the chosen controls. */
export function EmbedCode({ onSaid }: { readonly onSaid: (sentence: string) => void }) {
  const { store, settings, view } = useExplorer();
  const { embed: strings } = useStrings(EXPLORE_STRINGS);
  const [parts, setParts] = useState<readonly EmbedPart[]>(['numbers', 'temperature', 'scale']);
  const here = () =>
    linkOf(store.getState(), settings.getState(), { ...view.getState(), embed: { parts: null } });
  const site = () => new URL('.', location.href).href;
  const frame = () => {
    const address = embedAddress(site(), { view: here(), parts, theme: null });
    return `<iframe src="${attribute(address)}" title="${attribute(strings.frameTitle)}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`;
  };
  const element = () =>
    `<script src="${attribute(new URL('embed.js', site()).href)}"></script>\n` +
    `<calibration-explorer view="${attribute(here())}" parts="${parts.join(' ')}"></calibration-explorer>`;
  return (
    <details className={styles.embed}>
      <summary>{strings.title}</summary>
      <fieldset>
        <legend>{strings.beside}</legend>
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
            {strings.parts[part]}
          </label>
        ))}
      </fieldset>
      <div className={styles.copies}>
        <CopyText
          name={strings.copyFrame}
          field={strings.frameCode}
          text={frame}
          copied={strings.frameCopied}
          uncopied={strings.uncopied}
          onSaid={onSaid}
        />
        <CopyText
          name={strings.copyElement}
          field={strings.elementCode}
          text={element}
          copied={strings.elementCopied}
          uncopied={strings.uncopied}
          onSaid={onSaid}
        />
      </div>
      <p className={styles.said}>{strings.height}</p>
    </details>
  );
}
