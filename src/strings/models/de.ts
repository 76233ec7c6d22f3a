import { numbersOf, type Forms } from '../numbers';
import type { ModelsStrings } from './en';

const { counted } = numbersOf('de');
const CASES: Forms = { one: 'Fall', other: 'Fälle' };
const FAILED: Forms = { one: 'Fall gescheitert', other: 'Fälle gescheitert' };
const BAD: Forms = { one: 'fehlerhafte Zeile', other: 'fehlerhafte Zeilen' };

export const DE = {
  cancel: 'Abbrechen',
  panel: {
    title: 'Modelle und Server',
    lead:
      'Noch kein Protokoll? Fragen Sie hier ein Modell, mit den Aufgaben dieser Seite oder mit eigenen Fällen. Was es entscheidet, ' +
      'wird wie das einer Datei gezeigt, und seine Traces lassen sich speichern.',
    where: 'Wo das Modell läuft',
    kinds: { endpoint: 'ein Server', hub: 'der Hugging Face Hub', page: 'ein Modell dieser Seite' },
    modelLabel: 'Gefragtes Modell',
    model: 'Modell',
    taskLabel: 'Gestellte Aufgabe',
    task: 'Aufgabe',
    run: 'Lauf',
  },
  use: {
    choose: 'Unter „Erkunden“ wählen',
    note: 'Dort und unter „Untersuchen“ wird es gefragt, wie „Lauf“ es sagt: mit der zusätzlichen Zeile, der längsten Antwort und der Regel für die Entscheidung.',
  },
  page: {
    model: 'Modell, hier und unter „Erkunden“ gewählt',
    note: (dtype: string) =>
      `Gewichte in ${dtype}. Diese Modelle wurden nur auf den eingebauten Aufgaben trainiert: Auf anderen zeigen sie, was ein Modell ` +
      'tut, das von der Sache nichts weiß. Optionen müssen Buchstaben sein.',
  },
  endpoint: {
    waiting: 'Pause',
    wait: (duration: string, why: string) => `Neuer Versuch in ${duration}: ${why}`,
    server: 'Antwort des Servers',
    asking: 'Der Server wird gefragt …',
    lists: (n: number) =>
      `Der Server antwortet und nennt ${n} Modelle. Wählen Sie eines und verbinden Sie erneut.`,
    connected: (model: string) => `Verbunden mit ${model}.`,
    model: 'Modell',
    one: 'eines wählen …',
    other: 'anderer Name …',
    name: 'Name des Modells',
    asked: 'wird beim Server erfragt, wenn leer',
    key: 'Schlüssel',
    kept: 'behalten, bis die Seite schließt',
    none: 'keiner',
    keyNote:
      'Bleibt im Speicher, bis die Seite schließt, und geht nur an diesen Server; nirgends abgelegt.',
    forget: 'Schlüssel vergessen',
    requests: 'Anfragen zugleich',
    template: (place: string) => `Prompt-Vorlage: Der Prompt steht bei ${place}`,
    url: 'Basis-URL eines OpenAI-kompatiblen Servers',
    what: 'keinen Server',
    connect: 'Verbinden',
  },
  hub: {
    weights: {
      q4: '4 Bit (q4)',
      q4f16: '4 Bit, Zahlen in 16 Bit (q4f16)',
      q8: '8 Bit (q8)',
      fp16: '16 Bit (fp16)',
      fp32: '32 Bit (fp32)',
    },
    weightsField: 'Gewichte',
    device: 'Gerät',
    auto: 'GPU, wo es eine gibt',
    think: 'Zuerst nachdenken lassen, wo die Chat-Vorlage danach fragt',
    otherHost: 'Anderer Host',
    host: 'Server mit dem Aufbau des Hubs',
    label: 'Modell vom Hub',
    runs: (model: string, backend: string) => `${model} läuft hier auf ${backend}.`,
    repo: 'Modell: Besitzer/Name, mit ONNX-Gewichten',
    revision: 'Revision: Branch, Tag oder Commit',
    what: 'den Hub nicht',
    load: 'Laden',
    keptNone: 'Geholte Dateien bleiben in diesem Browser und werden hier aufgeführt.',
    kept: (size: string) => `In diesem Browser behalten: ${size}`,
    keptLabel: 'Behaltene Modelle',
    delete: 'Löschen',
    deleteOf: (name: string) => `${name} löschen`,
  },
  policy: {
    label: 'Verbindungsrichtlinie',
    https:
      'Die Sicherheitsrichtlinie dieser Seite erlaubt https-Adressen und Server auf diesem Rechner (http://localhost oder ' +
      'http://127.0.0.1), nicht',
    serve: 'Bieten Sie ihn über https an oder leiten Sie seinen Port auf diesen Rechner um.',
    closed: (what: string) =>
      `Diese Seite wurde so gebaut, dass sie sich nur mit ihrem eigenen Ort verbindet; sie erreicht also ${what}. Bauen Sie sie mit`,
    collect: 'und öffnen Sie das, oder sammeln Sie auf der Kommandozeile (',
    drop: ') und legen Sie die Datei oben ab.',
  },
  form: {
    connectFirst: 'Verbinden Sie zuerst einen Server.',
    loadFirst: 'Laden Sie zuerst ein Modell.',
    fetching: 'Die Liste der Modelle wird noch geladen.',
    cases: 'Fälle',
    casesOf: (n: number) => `Fälle, von ${n}`,
    decoding: 'Dekodierung',
    greedy: 'gierig',
    sampled: 'gezogen',
    rollouts: 'Rollouts je Fall',
    temperature: 'Temperatur beim Ziehen',
    longest: 'Längste Antwort, Tokens',
    line: 'Zusätzliche Zeile in jedem Prompt',
    pattern: 'Direkt vor der Entscheidung (regulärer Ausdruck)',
    after: 'Nur nach dem letzten (leer: überall)',
    collect: 'Traces sammeln',
  },
  run: {
    label: 'Gesammelte Traces',
    title: (model: string, task: string) => `${model} auf ${task}`,
    collecting: 'Sammeln',
    collected: 'Stand der Sammlung',
    done: (done: number, total: number) => `${done} von ${total} Traces`,
    failed: (n: number) => `${n} gescheitert`,
    undecided: (n: number) => `${n} ohne Entscheidung`,
    right: (right: number, judged: number) => `${right} von ${judged} richtig`,
    left: (duration: string) => `noch ${duration}`,
    ends: {
      complete: 'vollständig',
      stopped: 'angehalten, das Gekommene bleibt',
      failed: 'durch einen Fehler beendet, das Gekommene bleibt',
    },
    failures: (n: number) => counted(n, FAILED),
    failuresLabel: 'Gescheiterte Fälle',
    nothing: 'Kein Trace hat Entscheidung und Gold-Option; es gibt also nichts zu zeichnen.',
    saved: (file: string) => `${file} gespeichert`,
    goOn: 'Fortsetzen',
    show: 'Unter „Erkunden“ zeigen',
    save: 'Traces speichern (JSONL)',
    unmatched: (undecided: number, done: number, pattern: string, after: string) =>
      `${undecided} von ${done} Traces nennen keine Entscheidung nach „${pattern}“${after === '' ? '' : ` hinter „${after}“`}. Sehen Sie ` +
      'nach, was das Modell schreibt, und ändern Sie die Regel, die zusätzliche Zeile oder die längste Antwort.',
    latest: 'Letzter Trace',
    latestOf: (id: string) => `Letzter Trace: ${id}`,
  },
  task: {
    own: 'Eigene Fälle',
    file: 'Aufgabendatei',
    drop: 'oder eine Datei hier ablegen: JSONL oder CSV.',
    paste: 'Fälle einfügen oder sehen, wie sie geschrieben werden',
    pastedName: 'eingefügte Fälle',
    example: 'Beispiel eines Falls',
    format:
      'Ein Fall je Zeile; oder eine Tabelle mit den Spalten id, prompt, gold und entweder options (keep|remove) oder einer Spalte je ' +
      'Buchstabe (A, B, …). Optionen bekommen Buchstaben und Zeilen im Prompt, die sie nennen. Gold darf fehlen: Solche Fälle haben ' +
      'Traces, aber keinen Platz in einem Diagramm.',
    pasted: 'Eingefügte Fälle',
    read: 'Eingefügte Fälle lesen',
    collect: 'Zu sammelnde Aufgabe',
    yours: (name: string) => `${name} (Ihre eigene)`,
    readLabel: 'Gelesene Aufgabe',
    summary: (n: number, options: string, withGold: number, bad: number) =>
      `: ${counted(n, CASES)}, ${options}; ${withGold} mit Gold-Option. ` +
      (bad === 0 ? 'Jede Zeile ist ein Fall.' : `${counted(bad, BAD)} ausgelassen.`),
    each: (k: number) => `je ${k} Optionen`,
    some: (count: number, k: number) => `${count} mit ${k} Optionen`,
    noGold:
      'Kein Fall sagt, welche Option richtig ist; Traces lassen sich also speichern, aber kein Diagramm zeichnen. Geben Sie den Zeilen ein „gold“.',
    bad: (n: number) => counted(n, BAD),
    badLabel: 'Fehlerhafte Zeilen der Aufgabe',
    listed: (n: number) => `Die ersten ${n} sind aufgeführt.`,
    first: (id: string) => `Erster Fall: ${id}`,
    gold: (gold: string) => `, Gold ${gold}`,
    prompt: 'Prompt des ersten Falls',
  },
} satisfies ModelsStrings;
