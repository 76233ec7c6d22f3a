import type { Entry } from '../say';

/** Loading and running a model here: capability, download, self-test, the Hub. */
export const ENGINE: readonly Entry[] = [
  [
    'This browser has no WebAssembly, or a policy forbids it.',
    'Dieser Browser hat kein WebAssembly, oder eine Richtlinie verbietet es.',
  ],
  [
    "This browser's WebAssembly has no SIMD. Update the browser.",
    'Das WebAssembly dieses Browsers hat kein SIMD. Aktualisieren Sie den Browser.',
  ],
  ['WebAssembly with SIMD, one thread', 'WebAssembly mit SIMD, ein Thread'],
  ['This browser has no WebGPU.', 'Dieser Browser hat kein WebGPU.'],
  [
    'WebGPU needs a secure page (https or localhost).',
    'WebGPU braucht eine sichere Seite (https oder localhost).',
  ],
  [
    'WebGPU found no graphics adapter it may use.',
    'WebGPU fand keinen Grafikadapter, den es verwenden darf.',
  ],
  ['unnamed adapter', 'Adapter ohne Namen'],
  [
    'WebGPU failed when asked for an adapter: {0}.',
    'WebGPU scheiterte an der Frage nach einem Adapter: {0}.',
  ],
  [
    'WebGPU has only a software adapter ({0}), slower than WebAssembly.',
    'WebGPU hat nur einen Adapter in Software ({0}), langsamer als WebAssembly.',
  ],
  [
    "The engine's worker stopped ({0}). It starts again with the next request.",
    'Der Worker des Modells ist stehen geblieben ({0}). Mit der nächsten Anfrage startet er neu.',
  ],
  ['The engine was disposed of. Create a new one.', 'Das Modell wurde entladen. Laden Sie es neu.'],
  ['it was disposed of', 'er wurde beendet'],
  ['nothing was heard of it for {#0} seconds', 'seit {0} Sekunden war nichts von ihm zu hören'],
  ['the browser ended it', 'der Browser hat ihn beendet'],
  ['its code could not be loaded', 'sein Programm ließ sich nicht laden'],
  ['a message could not be read', 'eine Nachricht ließ sich nicht lesen'],
  ['Loading was stopped.', 'Das Laden wurde angehalten.'],
  ['No model is loaded. Load one first.', 'Kein Modell ist geladen. Laden Sie zuerst eines.'],
  [
    '{0} answered {1}. Is the model published there?',
    '{0} antwortete mit {1}. Ist das Modell dort veröffentlicht?',
  ],
  [
    '{0} could not be fetched ({1}). Check the connection and load again.',
    '{0} ließ sich nicht holen ({1}). Prüfen Sie die Verbindung und laden Sie erneut.',
  ],
  [
    '{0} is not the file the manifest names (its SHA-256 differs). Reload the page; if it stays, the published model is damaged: publish it again.',
    '{0} ist nicht die Datei, die das Manifest nennt (ihr SHA-256 ist ein anderes). Laden Sie die Seite neu; bleibt es dabei, ist das veröffentlichte Modell beschädigt: Veröffentlichen Sie es neu.',
  ],
  [
    'Not enough memory to run the model ({0}). Use a smaller batch or close other tabs.',
    'Der Speicher reicht nicht für das Modell ({0}). Rechnen Sie weniger zugleich oder schließen Sie andere Tabs.',
  ],
  [
    'The GPU was lost ({0}). The model is loaded again with the next request.',
    'Die GPU ging verloren ({0}). Das Modell wird mit der nächsten Anfrage neu geladen.',
  ],
  [
    'The runtime crashed ({0}). It restarts with the next request; try a smaller batch if it happens again.',
    'Die Laufzeit ist abgestürzt ({0}). Mit der nächsten Anfrage startet sie neu; rechnen Sie weniger zugleich, wenn es wieder geschieht.',
  ],
  ['The engine failed: {0}', 'Das Modell ist ausgefallen: {0}'],
  [
    'The {0} runtime could not be fetched ({1}). Check the connection and load again.',
    'Die Laufzeit für {0} ließ sich nicht holen ({1}). Prüfen Sie die Verbindung und laden Sie erneut.',
  ],
  [
    'The {0} runtime cannot run the model file ({1}). Export it again with the recipe.',
    'Die Laufzeit für {0} kann die Modelldatei nicht ausführen ({1}). Exportieren Sie sie mit dem Rezept neu.',
  ],
  [
    'The model file has no input {0}. Export it with KV cache and position ids.',
    'Die Modelldatei hat keinen Eingang {0}. Exportieren Sie sie mit KV-Cache und Positionsnummern.',
  ],
  ['No backend can run the model: {0}', 'Nichts hier kann das Modell ausführen: {0}'],
  [
    '{0} computes other numbers than the manifest for {1} in {2}: a logit is off by {3}, tolerated is {4}. Its results would be wrong.',
    '{0} rechnet bei {1} in {2} andere Zahlen als das Manifest: Ein Logit weicht um {3} ab, erlaubt sind {4}. Die Ergebnisse wären falsch.',
  ],
  [
    'Model {0} has no ONNX file in the manifest.',
    'Das Modell {0} hat keine ONNX-Datei im Manifest.',
  ],
  ['Model {0} lists no {1} in the manifest.', 'Das Modell {0} nennt im Manifest kein {1}.'],
  ['Model {0} has no {1} file; it has: {2}.', 'Das Modell {0} hat keine Datei {1}; es hat: {2}.'],
  [
    '{0}manifest.json is no JSON. Is it published there?',
    '{0}manifest.json ist kein JSON. Ist es dort veröffentlicht?',
  ],
  [
    'There is no model {0}; the manifest has: {1}.',
    'Es gibt kein Modell {0}; das Manifest hat: {1}.',
  ],
  [
    'models/manifest.json is broken: {0}. Rebuild it with the recipe (models/recipe).',
    'models/manifest.json ist beschädigt: {0}. Bauen Sie es mit dem Rezept neu (models/recipe).',
  ],
  [
    "The tokenizer's files cannot be read ({0}). Rebuild the checkpoint.",
    'Die Dateien des Tokenizers sind nicht lesbar ({0}). Bauen Sie den Checkpoint neu.',
  ],
  [
    'The tokenizer has no chat template. Add chat_template.jinja to the checkpoint.',
    'Der Tokenizer hat keine Chat-Vorlage. Geben Sie dem Checkpoint chat_template.jinja.',
  ],
  ['The chat template failed on the prompt ({0}).', 'Die Chat-Vorlage scheiterte am Prompt ({0}).'],
  [
    'Option {0} is no single token of this model ({1}). Use letters as options.',
    'Option {0} ist kein einzelnes Token dieses Modells ({1}). Nehmen Sie Buchstaben als Optionen.',
  ],
  [
    'The prompt of case {0} has {1} tokens; the model reads {2}. Shorten it.',
    'Der Prompt des Falls {0} hat {1} Tokens; das Modell liest {2}. Kürzen Sie ihn.',
  ],
  [
    'The prefix of case {0} holds {1}, which is no token.',
    'Der Anfang des Falls {0} enthält {1}, das ist kein Token.',
  ],
  [
    'Two cases have the same id, so their traces could not be told apart.',
    'Zwei Fälle haben dieselbe ID, ihre Traces ließen sich also nicht unterscheiden.',
  ],
  [
    'The sampling temperature must be positive, not {0}.',
    'Die Temperatur beim Ziehen muss positiv sein, nicht {0}.',
  ],
  [
    '{0} must be a whole number of at least 1, not {1}.',
    '{0} muss eine ganze Zahl ab 1 sein, nicht {1}.',
  ],
  [
    'A model on the Hub has an owner and a name, such as onnx-community/Qwen3-0.6B-ONNX.',
    'Ein Modell im Hub hat Besitzer und Namen, etwa onnx-community/Qwen3-0.6B-ONNX.',
  ],
  [
    'The revision is a branch, a tag or a commit, such as main.',
    'Die Revision ist ein Branch, ein Tag oder ein Commit, etwa main.',
  ],
  [
    '“{0}” names no model of the Hub with its settings.',
    '„{0}“ nennt kein Modell des Hubs mit seinen Einstellungen.',
  ],
  [
    '{0} lacks a file that is needed ({1}). Check id and revision; the repository must hold ONNX weights in onnx/, those of {2} among them. Many are under onnx-community/.',
    '{0} fehlt eine nötige Datei ({1}). Prüfen Sie ID und Revision; das Repository muss ONNX-Gewichte in onnx/ enthalten, darunter die für {2}. Viele liegen unter onnx-community/.',
  ],
  [
    '{0} refuses {1} ({2}). It does not exist, is private, or wants its terms accepted: choose a public one.',
    '{0} verweigert {1} ({2}). Es existiert nicht, ist privat oder verlangt Zustimmung zu seinen Bedingungen: Wählen Sie ein öffentliches.',
  ],
  [
    '{0} cannot be reached ({1}). Check the connection; the page has to be built to connect elsewhere (--mode connect).',
    '{0} ist nicht erreichbar ({1}). Prüfen Sie die Verbindung; die Seite muss für Verbindungen nach außen gebaut sein (--mode connect).',
  ],
  [
    'transformers.js does not know the architecture of {0} ({1}).',
    'transformers.js kennt die Architektur von {0} nicht ({1}).',
  ],
  [
    'The runtime cannot run {0} in {1} ({2}). Try other weights or the other device.',
    'Die Laufzeit kann {0} in {1} nicht ausführen ({2}). Versuchen Sie andere Gewichte oder das andere Gerät.',
  ],
  ['transformers.js came without its runtime.', 'transformers.js kam ohne seine Laufzeit.'],
  [
    'The model gives no logits: it is no causal language model.',
    'Das Modell liefert keine Logits: Es ist kein kausales Sprachmodell.',
  ],
  [
    'The model computes no numbers here (NaN or infinite logits). Try fp32 weights or the other device.',
    'Das Modell berechnet hier keine Zahlen (Logits sind NaN oder unendlich). Versuchen Sie fp32-Gewichte oder das andere Gerät.',
  ],
  [
    'Numbers of the Hub’s weights cannot be tested here: nobody published reference logits.',
    'Die Zahlen von Gewichten des Hubs lassen sich hier nicht prüfen: Niemand hat Referenz-Logits veröffentlicht.',
  ],
  [
    'The model has no chat template: prompts are given as they are.',
    'Das Modell hat keine Chat-Vorlage: Prompts werden gegeben, wie sie sind.',
  ],
  ['It thinks before it answers.', 'Es denkt nach, bevor es antwortet.'],
  ['Thinking is switched off.', 'Das Nachdenken ist ausgeschaltet.'],
  [
    'Models of the Hub decode one row at a time.',
    'Modelle des Hubs dekodieren eine Zeile nach der anderen.',
  ],
];
