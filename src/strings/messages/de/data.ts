import type { Entry } from '../say';

/** Forms of the Data panel: what was typed, chosen or linked. */
export const DATA: readonly Entry[] = [
  [
    '{0} is not connected. Connect to it again in Data.',
    '{0} ist nicht verbunden. Verbinden Sie es unter „Daten“ erneut.',
  ],
  ['{0} It stands under Run in Data.', '{0} Es steht unter „Daten“ beim Lauf.'],
  [
    '{0} is connected now, not {1}. Connect to that again in Data.',
    'Jetzt ist {0} verbunden, nicht {1}. Verbinden Sie das unter „Daten“ erneut.',
  ],
  ['Another model', 'ein anderes Modell'],
  [
    'This run is of {0} ({1}), not of {2} ({3}). Start a new run.',
    'Dieser Lauf gehört zu {0} ({1}), nicht zu {2} ({3}). Beginnen Sie einen neuen.',
  ],
  [
    'The number of cases is a whole number from 1 to {0}.',
    'Die Zahl der Fälle ist eine ganze Zahl von 1 bis {0}.',
  ],
  ['The seed is a whole number.', 'Der Seed ist eine ganze Zahl.'],
  [
    'Rollouts of a case: a whole number from 1 to 1000.',
    'Rollouts je Fall: eine ganze Zahl von 1 bis 1000.',
  ],
  [
    '{0} cases with {1} rollouts are more than {2} traces: the command line (collect) has no such limit.',
    '{0} Fälle mit {1} Rollouts sind mehr als {2} Traces: Die Kommandozeile (collect) hat keine solche Grenze.',
  ],
  [
    'The sampling temperature is a number above 0.',
    'Die Temperatur beim Ziehen ist eine Zahl über 0.',
  ],
  [
    'Longest completion: a whole number of tokens, at least 1.',
    'Längste Antwort: eine ganze Zahl von Tokens, mindestens 1.',
  ],
  [
    'What stands before the decision is no regular expression: {0}.',
    'Was vor der Entscheidung steht, ist kein regulärer Ausdruck: {0}.',
  ],
  [
    'Say what stands right before the decision, such as “Answer:”.',
    'Sagen Sie, was direkt vor der Entscheidung steht, etwa „Answer:“.',
  ],
  [
    'The host is an address such as https://huggingface.co/.',
    'Der Host ist eine Adresse wie https://huggingface.co/.',
  ],
  [
    '{0} is not connected. Connect to it again.',
    '{0} ist nicht verbunden. Verbinden Sie es erneut.',
  ],
  [
    '{0} has no cases. {1} A case is a line such as {"id": "q1", "prompt": "Keep it?", "options": ["keep", "remove"], "gold": "keep"}, or a row of a CSV table with the columns id, prompt, options (keep|remove) and gold.',
    '{0} enthält keine Fälle. {1} Ein Fall ist eine Zeile wie {"id": "q1", "prompt": "Keep it?", "options": ["keep", "remove"], "gold": "keep"} oder eine Zeile einer CSV-Tabelle mit den Spalten id, prompt, options (keep|remove) und gold.',
  ],
  ['It is empty.', 'Die Datei ist leer.'],
  ['{0} is larger than 64 MB. Split it.', '{0} ist größer als 64 MB. Teilen Sie die Datei.'],
  ['A table of bins has up to 10 MB.', 'Eine Tabelle mit Bins hat bis zu 10 MB.'],
  [
    'No trace has both a decision and a gold option, so there is nothing to draw. Change the rule or add a gold file.',
    'Kein Trace hat Entscheidung und Gold-Option; es gibt also nichts zu zeichnen. Ändern Sie die Regel oder geben Sie eine Gold-Datei dazu.',
  ],
  ['A gold file may have up to 64 MB.', 'Eine Gold-Datei darf bis zu 64 MB haben.'],
  ['Line {0} is not {"id": …, "gold": …}.', 'Zeile {0} ist nicht {"id": …, "gold": …}.'],
  [
    'This is no gold file: each line has to be like {"id": "q1", "gold": "B"}.',
    'Dies ist keine Gold-Datei: Jede Zeile muss wie {"id": "q1", "gold": "B"} sein.',
  ],
  [
    'it could not be fetched. This page may connect to its own origin only, unless it was built to connect elsewhere, and the server has to allow it (CORS). Download the file and drop it here.',
    'Das ließ sich nicht holen. Diese Seite darf sich nur mit ihrem eigenen Ort verbinden, sofern sie nicht für andere gebaut wurde, und der Server muss es erlauben (CORS). Laden Sie die Datei herunter und legen Sie sie hier ab.',
  ],
  [
    'it could not be fetched. Check the connection and the address.',
    'Das ließ sich nicht holen. Prüfen Sie Verbindung und Adresse.',
  ],
  [
    'the server answered with {0}. Check the address.',
    'Der Server antwortete mit {0}. Prüfen Sie die Adresse.',
  ],
  [
    'it is larger than 1 GB. Download it and split it.',
    'Das ist größer als 1 GB. Laden Sie es herunter und teilen Sie es.',
  ],
  [
    'Reading failed: {0}. Perhaps the file is too large for this machine.',
    'Das Lesen scheiterte: {0}. Vielleicht ist die Datei zu groß für diesen Rechner.',
  ],
  ['its worker stopped', 'sein Worker blieb stehen'],
  ['Reading failed: {0}', 'Das Lesen scheiterte: {0}'],
  [
    'Reading was stopped. Open the file again.',
    'Das Lesen wurde angehalten. Öffnen Sie die Datei erneut.',
  ],
  ['(no text)', '(kein Text)'],
  ['(a decision without its text)', '(eine Entscheidung ohne ihren Text)'],
  [
    'Choose at least one way in which an option is written.',
    'Wählen Sie mindestens eine Schreibweise einer Option.',
  ],
  [
    'The temperature to undo is a number above 0. Leave it empty where log-probabilities are raw.',
    'Die zurückzurechnende Temperatur ist eine Zahl über 0. Lassen Sie sie leer, wo Log-Wahrscheinlichkeiten roh sind.',
  ],
  [
    'The position is a whole number: 0 is the first token, −1 the last.',
    'Die Stelle ist eine ganze Zahl: 0 ist das erste Token, −1 das letzte.',
  ],
  ['A column has {0} bytes instead of {1}.', 'Eine Spalte hat {0} Bytes statt {1}.'],
  ['An option of {0} is out of range.', 'Eine Option von {0} liegt außerhalb.'],
];
