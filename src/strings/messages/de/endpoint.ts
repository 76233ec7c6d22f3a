import type { Entry } from '../say';

/** Asking a server: its address, its key, its answers. */
export const ENDPOINT: readonly Entry[] = [
  ['nothing listens there', 'dort antwortet nichts'],
  ['its name is not known', 'sein Name ist nicht bekannt'],
  ['the connection failed', 'die Verbindung scheiterte'],
  [
    'No answer from {0}: {1}. Start the server, or correct the base URL.',
    'Keine Antwort von {0}: {1}. Starten Sie den Server oder berichtigen Sie die Basis-URL.',
  ],
  [
    '{0} cannot be called from this page: it was loaded over https, and browsers block calls from there to plain http. Serve the endpoint over https, or open the page over http.',
    '{0} lässt sich von dieser Seite nicht aufrufen: Sie wurde über https geladen, und Browser sperren Aufrufe von dort zu bloßem http. Bieten Sie den Server über https an oder öffnen Sie die Seite über http.',
  ],
  [
    'If the browser asks whether this page may reach devices on your network, allow it.',
    'Fragt der Browser, ob diese Seite Geräte in Ihrem Netz erreichen darf, erlauben Sie es.',
  ],
  [
    'No answer from {0}. Either nothing listens there, or the server does not allow pages from {1} (CORS); a page is not told which. First open {2}/models in a tab of its own: if that shows nothing, start the server or correct the address.{3} If it shows a list, allow the origin: vLLM --allowed-origins \'["{4}"]\'; llama.cpp --cors-origins {5} (older versions allow every origin); Ollama OLLAMA_ORIGINS={6}; SGLang allows every origin unless a proxy stands before it. Hosted services often allow no page at all: use the command line (collect) for those.',
    'Keine Antwort von {0}. Entweder antwortet dort nichts, oder der Server erlaubt keine Seiten von {1} (CORS); welches von beiden, erfährt eine Seite nicht. Öffnen Sie zuerst {2}/models in einem eigenen Tab: Zeigt sich dort nichts, starten Sie den Server oder berichtigen Sie die Adresse.{3} Zeigt sich eine Liste, erlauben Sie die Herkunft: vLLM --allowed-origins \'["{4}"]\'; llama.cpp --cors-origins {5} (ältere Fassungen erlauben jede); Ollama OLLAMA_ORIGINS={6}; SGLang erlaubt jede, sofern kein Proxy davor steht. Gehostete Dienste erlauben oft gar keine Seite: Nehmen Sie für sie die Kommandozeile (collect).',
  ],
  [
    'The answer has {0} where a log-probability should stand.',
    'Die Antwort hat {0}, wo eine Log-Wahrscheinlichkeit stehen sollte.',
  ],
  [
    'The answer has an entry without “token” in its logprobs.',
    'Die Antwort hat in ihren logprobs einen Eintrag ohne „token“.',
  ],
  [
    'The logprobs of the answer do not have one number a token. The server is not OpenAI-compatible here.',
    'Die logprobs der Antwort haben nicht eine Zahl je Token. Der Server ist hier nicht OpenAI-kompatibel.',
  ],
  [
    'The answer has no “choices”. The server is not OpenAI-compatible here.',
    'Die Antwort hat keine „choices“. Der Server ist hier nicht OpenAI-kompatibel.',
  ],
  [
    'The server answered without log-probabilities, so there is no confidence to read. Choose a model and a server that give them: vLLM, SGLang and llama.cpp do, and recent versions of Ollama; reasoning models of OpenAI do not.',
    'Der Server antwortete ohne Log-Wahrscheinlichkeiten, es lässt sich also keine Konfidenz lesen. Wählen Sie Modell und Server, die sie geben: vLLM, SGLang und llama.cpp tun es, auch neuere Fassungen von Ollama; Reasoning-Modelle von OpenAI nicht.',
  ],
  [
    'Case {0} begins with tokens of another trace: a server takes text only, and its tokenizer may cut it otherwise. Give the prefix as text, or use a model of this page.',
    'Fall {0} beginnt mit Tokens eines anderen Trace: Ein Server nimmt nur Text, und sein Tokenizer teilt ihn vielleicht anders. Geben Sie den Anfang als Text oder nehmen Sie ein Modell dieser Seite.',
  ],
  [
    "Case {0} begins with a prefix: chat servers do not in general go on with a turn that has begun. Choose the completions API with the model's prompt template.",
    'Fall {0} hat schon einen Anfang: Chat-Server setzen einen begonnenen Beitrag im Allgemeinen nicht fort. Wählen Sie die API „completions“ mit der Prompt-Vorlage des Modells.',
  ],
  [
    'An endpoint cannot score given tokens: it tells the likeliest tokens of what it generates, no logits over the vocabulary. Use a model of this page for that.',
    'Ein Server kann gegebene Tokens nicht bewerten: Er nennt die wahrscheinlichsten Tokens dessen, was er erzeugt, keine Logits über das Vokabular. Nehmen Sie dafür ein Modell dieser Seite.',
  ],
  ['as served', 'wie geliefert'],
  ['Asking was stopped.', 'Die Anfrage wurde angehalten.'],
  ['Name a model: {0} does not list any.', 'Nennen Sie ein Modell: {0} führt keines auf.'],
  ['Name a model; {0} serves {1}.', 'Nennen Sie ein Modell; {0} bietet {1}.'],
  ['{0} and {1} more', '{0} und {1} weitere'],
  [
    'The server answered the probe with no token at all.',
    'Der Server antwortete auf die Probe mit keinem einzigen Token.',
  ],
  [
    'The server gives the log-probability of the chosen token only, none of the alternatives, so the options cannot be compared. Look for a setting of it such as top_logprobs.',
    'Der Server gibt nur die Log-Wahrscheinlichkeit des gewählten Tokens, keine der Alternativen; die Optionen lassen sich also nicht vergleichen. Suchen Sie bei ihm eine Einstellung wie top_logprobs.',
  ],
  [
    'The probabilities of the likeliest tokens add up to {0}: what the server calls log-probabilities are none.',
    'Die Wahrscheinlichkeiten der wahrscheinlichsten Tokens ergeben zusammen {0}: Was der Server Log-Wahrscheinlichkeiten nennt, sind keine.',
  ],
  [
    'The {0} likeliest tokens are known at each step; an option outside of them gets a bound.',
    'An jedem Schritt sind die {0} wahrscheinlichsten Tokens bekannt; eine Option außerhalb bekommt eine Schranke.',
  ],
  [
    'The server lists {0}, not {1}, but answers to that name.',
    'Der Server führt {0} auf, nicht {1}, antwortet aber auf diesen Namen.',
  ],
  ['The server says that {0} answered.', 'Der Server sagt, {0} habe geantwortet.'],
  [
    'Whether log-probabilities follow the sampling temperature could not be found out; they are taken as raw.',
    'Ob die Log-Wahrscheinlichkeiten der Temperatur beim Ziehen folgen, ließ sich nicht herausfinden; sie gelten als roh.',
  ],
  [
    'Log-probabilities follow the sampling temperature; that is undone.',
    'Die Log-Wahrscheinlichkeiten folgen der Temperatur beim Ziehen; das wird zurückgerechnet.',
  ],
  [
    'Log-probabilities are raw, whatever the sampling temperature.',
    'Die Log-Wahrscheinlichkeiten sind roh, bei jeder Temperatur.',
  ],
  ['{0} It lists: {1}.', '{0} Aufgeführt sind: {1}.'],
  [
    '{0} Without log-probabilities there is no confidence to read: choose another model (reasoning models of OpenAI give none) or another server.',
    '{0} Ohne Log-Wahrscheinlichkeiten lässt sich keine Konfidenz lesen: Wählen Sie ein anderes Modell (Reasoning-Modelle von OpenAI geben keine) oder einen anderen Server.',
  ],
  [
    'The key holds a space, a line break or a letter that keys do not have. Copy it again.',
    'Der Schlüssel enthält ein Leerzeichen, einen Zeilenumbruch oder ein Zeichen, das Schlüssel nicht haben. Kopieren Sie ihn noch einmal.',
  ],
  [
    'The base URL is no address. Write it in full, for example http://localhost:8000/v1.',
    'Die Basis-URL ist keine Adresse. Schreiben Sie sie ganz, zum Beispiel http://localhost:8000/v1.',
  ],
  [
    'The base URL must begin with http:// or https://.',
    'Die Basis-URL muss mit http:// oder https:// beginnen.',
  ],
  [
    'The base URL must hold neither a name, a password nor a query: they would be kept with the traces. Put the key into its own field.',
    'Die Basis-URL darf weder Namen noch Passwort noch Abfrage enthalten: Sie würden mit den Traces aufbewahrt. Der Schlüssel hat sein eigenes Feld.',
  ],
  [
    '{0} must be a whole number of at least {1}, not {2}.',
    '{0} muss eine ganze Zahl ab {1} sein, nicht {2}.',
  ],
  ['{0} must be a number of at least {1}, not {2}.', '{0} muss eine Zahl ab {1} sein, nicht {2}.'],
  ['{0} must be positive, not {1}.', '{0} muss positiv sein, nicht {1}.'],
  [
    'The prompt template must say where the prompt stands: {prompt}.',
    'Die Prompt-Vorlage muss sagen, wo der Prompt steht: {prompt}.',
  ],
  ['It says: “{0}”', 'Er sagt: „{0}“'],
  ['{0} wants a valid key (401).', '{0} verlangt einen gültigen Schlüssel (401).'],
  [
    'Enter the key of this server, without “Bearer”.',
    'Geben Sie den Schlüssel dieses Servers ein, ohne „Bearer“.',
  ],
  ['{0} forbids the request (403).', '{0} verbietet die Anfrage (403).'],
  [
    'The key may lack the right to this model, or the server may not allow requests from here.',
    'Vielleicht fehlt dem Schlüssel das Recht auf dieses Modell, oder der Server erlaubt keine Anfragen von hier.',
  ],
  ['{0} does not serve this model (404).', '{0} bietet dieses Modell nicht an (404).'],
  ['Choose one of its list, {0}/models.', 'Wählen Sie eines aus seiner Liste, {0}/models.'],
  ['{0} has no {1} (404).', '{0} hat kein {1} (404).'],
  [
    'Check the base URL (it usually ends in /v1) and whether the server has this API.',
    'Prüfen Sie die Basis-URL (sie endet meist auf /v1) und ob der Server diese API hat.',
  ],
  ['{0} refuses more requests for now (429).', '{0} lehnt vorerst weitere Anfragen ab (429).'],
  [
    'Lower the number of requests at once or a second, or go on later.',
    'Stellen Sie weniger Anfragen zugleich oder je Sekunde, oder machen Sie später weiter.',
  ],
  ['{0} failed ({1}).', '{0} ist ausgefallen ({1}).'],
  [
    "Look at the server's log, then try again.",
    'Sehen Sie ins Protokoll des Servers und versuchen Sie es dann noch einmal.',
  ],
  ['{0} refuses the request ({1}).', '{0} lehnt die Anfrage ab ({1}).'],
  [
    '{0} sends requests on to another address. Enter that address as the base URL.',
    '{0} leitet Anfragen an eine andere Adresse weiter. Geben Sie diese als Basis-URL ein.',
  ],
  ['{0} did not answer in JSON (“{1}”).', '{0} antwortete nicht in JSON („{1}“).'],
  [
    'Check the base URL: it usually ends in /v1.',
    'Prüfen Sie die Basis-URL: Sie endet meist auf /v1.',
  ],
  [
    '{0} gave no answer within {1} s. Allow more time, fewer tokens, or fewer requests at once.',
    '{0} antwortete nicht innerhalb von {1} s. Erlauben Sie mehr Zeit, weniger Tokens oder weniger Anfragen zugleich.',
  ],
  [
    '{0} asks to wait {1} minutes. Go on then.',
    '{0} bittet um {1} Minuten Geduld. Machen Sie danach weiter.',
  ],
];
