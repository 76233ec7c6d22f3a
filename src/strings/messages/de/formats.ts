import type { Entry } from '../say';

/** Files that are read: what they were taken for and why, and what is wrong with a file as a whole. */
export const FORMATS: readonly Entry[] = [
  ['decisions in Parquet', 'Entscheidungen in Parquet'],
  ['decisions (our JSONL)', 'Entscheidungen (unser JSONL)'],
  ['traces (our JSONL)', 'Traces (unser JSONL)'],
  ['decisions', 'Entscheidungen'],
  ['decisions file', 'Datei mit Entscheidungen'],
  ['traces file', 'Datei mit Traces'],
  ['Parquet file', 'Parquet-Datei'],
  ['Inspect log', 'Inspect-Protokoll'],
  ['lm-evaluation-harness samples', 'Stichproben von lm-evaluation-harness'],
  ['llama.cpp /completion (before 2025)', 'llama.cpp /completion (vor 2025)'],
  ['OpenAI completions (legacy)', 'OpenAI completions (alt)'],
  ['several tasks', 'mehrere Aufgaben'],
  ['several models', 'mehrere Modelle'],
  ['you said so', 'so angegeben'],
  ['inside a record of your own {0}', 'in einem eigenen Datensatz, {0}'],
  ['it has a list “{0}” and a list “options”', 'es gibt eine Liste „{0}“ und eine Liste „options“'],
  ['it has a list “{0}”', 'es gibt eine Liste „{0}“'],
  [
    'it has “eval” and “samples”, as an Inspect log',
    '„eval“ und „samples“ stehen darin, wie in einem Inspect-Protokoll',
  ],
  [
    'it has “target” and “output” with “choices”, as a sample of an Inspect log',
    '„target“ und „output“ mit „choices“ stehen darin, wie in einer Stichprobe eines Inspect-Protokolls',
  ],
  [
    'it has “completion_probabilities” with “{0}”',
    '„completion_probabilities“ mit „{0}“ stehen darin',
  ],
  [
    'it has “content” and “tokens_predicted”, as llama.cpp’s /completion',
    '„content“ und „tokens_predicted“ stehen darin, wie bei /completion von llama.cpp',
  ],
  [
    'it has “doc_id”, “doc” and “resps”, as lm-evaluation-harness samples',
    '„doc_id“, „doc“ und „resps“ stehen darin, wie in Stichproben von lm-evaluation-harness',
  ],
  [
    'it has “done” and “response” or “message”, as Ollama',
    '„done“ und „response“ oder „message“ stehen darin, wie bei Ollama',
  ],
  ['it has “choices” with a “{0}”', '„choices“ mit „{0}“ stehen darin'],
  ['it has “output” with “content”', '„output“ mit „content“ steht darin'],
  [
    'it has “options” with “logits”, “logprobs” or “probs”',
    '„options“ mit „logits“, „logprobs“ oder „probs“ stehen darin',
  ],
  [
    'it has “tokens” with “text” and a “decision” or “caseId”',
    '„tokens“ mit „text“ und „decision“ oder „caseId“ stehen darin',
  ],
  [
    'it has “meta_info”, as SGLang’s /generate',
    '„meta_info“ steht darin, wie bei /generate von SGLang',
  ],
  [
    'it has “generated_text” and “details”, as Text Generation Inference',
    '„generated_text“ und „details“ stehen darin, wie bei Text Generation Inference',
  ],
  [
    'it has “choices” and vLLM’s “prompt_logprobs”',
    '„choices“ und „prompt_logprobs“ stehen darin, wie bei vLLM',
  ],
  ['it has a column for each of the options {0}', 'es gibt eine Spalte für jede der Optionen {0}'],
  [
    'it has a column of confidence and one of whether it was right',
    'es gibt eine Spalte mit der Konfidenz und eine, ob es richtig war',
  ],
  ['The file is empty.', 'Die Datei ist leer.'],
  ['It holds no record.', 'Sie enthält keinen Datensatz.'],
  ['Nothing could be read as {0}. {1}', 'Als „{0}“ ließ sich nichts lesen. {1}'],
  [
    'This is of no format that is read: {0}. {1}',
    'Dieses Format wird nicht gelesen. Gelesen werden: {0}. {1}',
  ],
  ['Its records have {0}.', 'Die Datensätze haben {0}.'],
  ['“{0}” is no format. Choose one of {1}.', '„{0}“ ist kein Format. Wählen Sie eines von {1}.'],
  [
    'This is a web page, not a log: perhaps the server answered with an error.',
    'Dies ist eine Webseite, kein Protokoll: Vielleicht antwortete der Server mit einem Fehler.',
  ],
  [
    'This is a streamed reply (lines begin with “data:”). Ask with "stream": false.',
    'Dies ist eine gestreamte Antwort (Zeilen beginnen mit „data:“). Fragen Sie mit "stream": false.',
  ],
  ['Only the first {0} bytes were read.', 'Nur die ersten {0} Bytes wurden gelesen.'],
  ['Only the first {0} rows were read.', 'Nur die ersten {0} Zeilen wurden gelesen.'],
  [
    'Only the first {0} of {1} rows were read. For more, aggregate them first (README, “More than memory holds”).',
    'Nur die ersten {0} von {1} Zeilen wurden gelesen. Fassen Sie mehr vorher zusammen (README, „More than memory holds“).',
  ],
  ['Save it as UTF-8.', 'Speichern Sie die Datei als UTF-8.'],
  [
    'This is a Parquet file, which cannot be read from a stream. Name the file itself.',
    'Dies ist eine Parquet-Datei, die sich nicht aus einem Strom lesen lässt. Nennen Sie die Datei selbst.',
  ],
  ['This is a gzip file. Unpack it first.', 'Dies ist eine gzip-Datei. Entpacken Sie sie zuerst.'],
  [
    'This is a Zstandard file. Unpack it first.',
    'Dies ist eine Zstandard-Datei. Entpacken Sie sie zuerst.',
  ],
  [
    'This is a zip file. Unpack it first; of an Inspect .eval log, write the JSON with “inspect log dump”.',
    'Dies ist eine zip-Datei. Entpacken Sie sie zuerst; von einem Inspect-Protokoll (.eval) schreiben Sie das JSON mit „inspect log dump“.',
  ],
  [
    'This is no text in UTF-8: it has zero bytes. If it is UTF-16 or UTF-32: {0}',
    'Dies ist kein Text in UTF-8: Er enthält Nullbytes. Falls es UTF-16 oder UTF-32 ist: {0}',
  ],
  [
    'The rule wants a regular expression of 1 to {0} characters.',
    'Die Regel verlangt einen regulären Ausdruck mit 1 bis {0} Zeichen.',
  ],
  ['The rule is no regular expression: {0}', 'Die Regel ist kein regulärer Ausdruck: {0}'],
  [
    'The temperature to undo is above 0, not {0}.',
    'Die zurückzurechnende Temperatur liegt über 0, nicht bei {0}.',
  ],
  [
    'A decision has 2 to {0} options, not {1}.',
    'Eine Entscheidung hat 2 bis {0} Optionen, nicht {1}.',
  ],
  [
    'The file does not say which options a case has. Name them, e.g. A, B, C, D.',
    'Die Datei sagt nicht, welche Optionen ein Fall hat. Nennen Sie sie, etwa A, B, C, D.',
  ],
  [
    '“{0}” is a surface form of two options. Keep it in one.',
    '„{0}“ ist eine Schreibweise zweier Optionen. Lassen Sie sie bei einer.',
  ],
  ['{0} is no trace of ours.', '{0} ist kein Trace von uns.'],
  [
    '{0}: the decision does not fit its {1} options.',
    '{0}: Die Entscheidung passt nicht zu ihren {1} Optionen.',
  ],
  ['{0}: gold “{1}” is none of its options.', '{0}: Gold „{1}“ ist keine seiner Optionen.'],
  [
    '{0}: chosen and logits do not fit the options.',
    '{0}: „chosen“ und „logits“ passen nicht zu den Optionen.',
  ],
  ['A table of bins has the columns {0}.', 'Eine Tabelle mit Bins hat die Spalten {0}.'],
  ['There are more than {0} bins.', 'Es sind mehr als {0} Bins.'],
  ['The table of bins holds no decision.', 'Die Tabelle mit Bins enthält keine Entscheidung.'],
  ['{0} has “{1}” for {2}, not a number.', '{0} hat „{1}“ für {2}, keine Zahl.'],
  [
    '{0}: n and sum_correct are counts, the second within the first.',
    '{0}: n und sum_correct sind Anzahlen, die zweite höchstens so groß wie die erste.',
  ],
  ['{0} is not between 0 and 1: {1} to {2}.', '{0} liegt nicht zwischen 0 und 1: {1} bis {2}.'],
  [
    '{0}: its mean confidence {1} is outside of the bin.',
    '{0}: Die mittlere Konfidenz {1} liegt außerhalb des Bins.',
  ],
];
