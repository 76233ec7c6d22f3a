import { numbersOf } from '../../numbers';
import type { BRANCH as EN } from '../en/branch';

const { percent } = numbersOf('de');

export const BRANCH = {
  label: 'Zweige',
  toolbar: {
    steps: 'Unsicherste Schritte',
    run: (n) =>
      n === 1
        ? 'Am unsichersten Schritt verzweigen'
        : `An den ${n} unsichersten Schritten verzweigen`,
    undo: 'Zweig zurücknehmen',
    redo: 'Zweig wiederherstellen',
    remove: 'Zweig entfernen',
    keys: { undo: 'Strg + Z', redo: 'Strg + Umschalt + Z', remove: 'Entf, im Baum' },
  },
  growing: {
    one: (tokens) => `Das Modell macht weiter: bisher ${tokens} Tokens.`,
    many: (done, total) => `${done} von ${total} Zweigen sind zu Ende.`,
  },
  result: {
    label: 'Änderungen der Entscheidung',
    changed: 'Die Entscheidung änderte sich in',
    of: (n) => `von ${n} Zweigen`,
    share: (share, low, high) =>
      ` (${percent(share)}, 95-%-Intervall ${percent(low)} – ${percent(high)})`,
    spoiled: (n) => `, ${n} davon von richtig zu falsch`,
    mended: (n) => `, ${n} davon zur Gold-Option`,
    undecided: (n) => ` ${n} weitere kamen zu keiner Entscheidung.`,
    how: (root) =>
      `Jeder verließ ${root ? 'den ursprünglichen Trace' : 'den Zweig'} mit dem zweitwahrscheinlichsten Token an einem seiner unsichersten Schritte vor dem Entscheidungs-Token.`,
  },
  tree: {
    label: 'Baum der Zweige',
    root: 'ursprünglicher Trace',
    at: (token) => `Token ${token}`,
  },
  trace: {
    label: 'Gewählter Zweig',
    root: 'Der ursprüngliche Trace',
    selected: 'Der gewählte Zweig',
    pick: 'Wählen Sie ein Token, mit einem Klick oder den Pfeiltasten, um zu sehen, was das Modell dort noch abwog.',
    shared: (n) => ` Die ersten ${n} Tokens sind die des Trace, von dem er abzweigt.`,
    ends: {
      stop: '',
      length: ' Am Token-Limit abgeschnitten.',
      aborted: ' Vor dem Ende angehalten.',
    },
    tokens: 'Tokens zum Verzweigen',
  },
  alternatives: {
    label: 'Alternativen',
    title: (token, t) => `Token ${token}: was das Modell bei T = ${t} abwog`,
    table: 'Alternativen zum Weitermachen',
    taken: 'genommen',
    goOn: 'Weiter',
    goOnWith: (token) => `Weiter mit ${token}`,
    few: 'Von diesem Trace sind nur die wahrscheinlichen Alternativen gespeichert.',
    list: 'Zehn aufführen',
    typed: 'Anderes Token',
    submit: 'Damit weiter',
    greedily: 'Das Modell macht gierig weiter, wie unter „Dekodierung“ gewählt.',
    sampled: (t) =>
      `Das Modell macht weiter, gezogen bei T = ${t}, wie unter „Dekodierung“ gewählt.`,
  },
  table: {
    summary: 'Zweige als Tabelle',
    original: 'Ursprung',
    greedily: 'gierig',
    sampled: 'gezogen',
    columns: {
      branch: 'Zweig',
      of: 'von',
      at: 'bei Token',
      instead: 'statt',
      took: 'nahm',
      drawn: 'dekodiert',
      decision: 'Entscheidung',
      confidence: 'Konfidenz',
      verdict: 'Urteil',
    },
  },
  missing: {
    'no-decision': 'keine Entscheidung',
    'not-an-option': 'keine Option',
    'cut-off': 'abgeschnitten',
    'no-probability': 'Wahrscheinlichkeit nicht aufgezeichnet',
  },
} satisfies typeof EN;
