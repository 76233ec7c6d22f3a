import type { Entry } from '../say';

/** The page around the panels: what is stored, kept runs, dropped figures, the catalogue. */
export const APP: readonly Entry[] = [
  ['The page and the figures it opens on', 'Die Seite und die Zahlen, mit denen sie sich öffnet'],
  ['Figures and traces of all arms', 'Zahlen und Traces aller Arme'],
  ['Runtime for WebAssembly', 'Laufzeit für WebAssembly'],
  ['Runtime for WebGPU', 'Laufzeit für WebGPU'],
  ['{0}, 32-bit', '{0}, 32 Bit'],
  ['{0}, 8-bit', '{0}, 8 Bit'],
  ['{0}, 4-bit', '{0}, 4 Bit'],
  ['The page', 'Die Seite'],
  ['The list', 'Die Liste'],
  [
    '{0} is not the file of this version. Reload the page: a newer one may be published.',
    '{0} ist nicht die Datei dieser Fassung. Laden Sie die Seite neu: Vielleicht ist eine neuere veröffentlicht.',
  ],
  [
    'The browser has no room for “{0}”. Remove something below, or free space on this machine.',
    'Der Browser hat keinen Platz für „{0}“. Entfernen Sie unten etwas oder schaffen Sie Platz auf diesem Rechner.',
  ],
  ['“{0}” could not be stored. {1}', '„{0}“ ließ sich nicht speichern. {1}'],
  ['“{0}” could not be removed. {1}', '„{0}“ ließ sich nicht entfernen. {1}'],
  ['What is stored could not be read. {0}', 'Was gespeichert ist, ließ sich nicht lesen. {0}'],
  [
    'The model runs, but the browser has no room to keep it: it will be fetched again next time. Remove something under Offline to make room.',
    'Das Modell läuft, aber der Browser hat keinen Platz, es zu behalten: Es wird nächstes Mal wieder geholt. Entfernen Sie etwas unter „Offline“, um Platz zu schaffen.',
  ],
  ['{0} answered {1}. Reload the page.', '{0} antwortete mit {1}. Laden Sie die Seite neu.'],
  [
    '{0} is no figure of this page. Drop an SVG, PNG or HTML that Export saved here.',
    '{0} ist kein Bild dieser Seite. Legen Sie ein SVG, PNG oder HTML ab, das hier unter „Exportieren“ gespeichert wurde.',
  ],
  [
    'The view of {0} is restored, but not its decisions: an SVG or PNG holds none. Save the figure as HTML to keep them.',
    'Die Ansicht von {0} ist wiederhergestellt, nicht aber ihre Entscheidungen: Ein SVG oder PNG enthält keine. Speichern Sie das Bild als HTML, um sie zu behalten.',
  ],
  [
    '{0} could not be read. Try it again.',
    '{0} ließ sich nicht lesen. Versuchen Sie es noch einmal.',
  ],
  [
    'The browser’s storage is full: this run goes on, but a reload will lose what it finishes from here. Remove something under Offline to make room.',
    'Der Speicher des Browsers ist voll: Dieser Lauf geht weiter, aber was er von hier an fertigstellt, geht beim Neuladen verloren. Entfernen Sie etwas unter „Offline“, um Platz zu schaffen.',
  ],
  [
    'The browser keeps no data of this page ({0}): a reload loses the run.',
    'Der Browser behält keine Daten dieser Seite ({0}): Neuladen verliert den Lauf.',
  ],
  ['The database failed.', 'Die Datenbank ist ausgefallen.'],
  ['The browser stopped writing.', 'Der Browser hat das Schreiben beendet.'],
  [
    'This page no longer has {0} in {1}: what it decided is shown, but the run cannot go on. A model of your own can be connected and chosen again in Data.',
    'Diese Seite hat {0} in {1} nicht mehr: Was es entschied, ist zu sehen, aber der Lauf lässt sich nicht fortsetzen. Ein eigenes Modell lässt sich in Daten wieder verbinden und wählen.',
  ],
  [
    'This run is of {0} in {1}, not of {2} in {3}. Load that again to go on.',
    'Dieser Lauf ist von {0} in {1}, nicht von {2} in {3}. Laden Sie jenes wieder, um fortzufahren.',
  ],
  [
    '{0} is not a catalogue of version 2. Rebuild the page.',
    '{0} ist kein Katalog der Version 2. Bauen Sie die Seite neu.',
  ],
  [
    'there is no task {0}. Rebuild the page.',
    'es gibt keine Aufgabe {0}. Bauen Sie die Seite neu.',
  ],
  ['there is no task {0}', 'es gibt keine Aufgabe {0}'],
  ['There is no task {0}.', 'Es gibt keine Aufgabe {0}.'],
  [
    '{0} could not be fetched. Check the connection and reload.',
    '{0} ließ sich nicht holen. Prüfen Sie die Verbindung und laden Sie neu.',
  ],
  [
    '{0}: the server answered {1}. Reload, or rebuild the page.',
    '{0}: Der Server antwortete mit {1}. Laden Sie neu oder bauen Sie die Seite neu.',
  ],
  [
    'claims.json holds no claims. Reload.',
    'claims.json enthält keine Behauptungen. Laden Sie neu.',
  ],
  [
    '{0}: {1}. The file is damaged or of another version; reload the page.',
    '{0}: {1}. Die Datei ist beschädigt oder von einer anderen Fassung; laden Sie die Seite neu.',
  ],
  ['no file of ours', 'keine Datei von uns'],
  ['too large', 'zu groß'],
  ['the head is cut off', 'der Kopf ist abgeschnitten'],
  ['column {0} is of an unknown type', 'Spalte {0} hat einen unbekannten Typ'],
  ['column {0} is cut off', 'Spalte {0} ist abgeschnitten'],
  [
    '{0}: columns of different lengths. The file is damaged; reload.',
    '{0}: Spalten verschiedener Länge. Die Datei ist beschädigt; laden Sie neu.',
  ],
  [
    '{0} is not a file of traces. Rebuild the page.',
    '{0} ist keine Datei mit Traces. Bauen Sie die Seite neu.',
  ],
  ['There is no diagram to save.', 'Es gibt kein Diagramm zu speichern.'],
  [
    'The page that a figure is written into could not be fetched. Check the connection.',
    'Die Seite, in die ein Bild geschrieben wird, ließ sich nicht holen. Prüfen Sie die Verbindung.',
  ],
  [
    'This browser could not draw the figure as PNG. Save the SVG instead.',
    'Dieser Browser konnte das Bild nicht als PNG zeichnen. Speichern Sie stattdessen das SVG.',
  ],
  ['This is no complete PNG.', 'Dies ist kein vollständiges PNG.'],
  [
    'An HTML figure holds up to {0} decisions, these are {1}. Save the SVG, or the bins.',
    'Ein HTML-Bild fasst bis zu {0} Entscheidungen, dies sind {1}. Speichern Sie das SVG oder die Bins.',
  ],
  [
    'The figure’s template is not the one of this version. Reload the page.',
    'Die Vorlage des Bildes ist nicht die dieser Fassung. Laden Sie die Seite neu.',
  ],
  ['The statistics worker', 'Der Worker der Statistik'],
  ['The worker of the curves', 'Der Worker der Kurven'],
  ['The worker of the target risk', 'Der Worker des Zielrisikos'],
  ['The worker of the option mass', 'Der Worker der Optionsmasse'],
  ['The worker of the posterior', 'Der Worker des Posteriors'],
  ['The worker of the course', 'Der Worker des Kurses'],
  ['{0} failed: {1}', '{0} ist ausgefallen: {1}'],
  ['{0} needs a table more', '{0} braucht eine Tabelle mehr'],
  ['a table holds no decision', 'eine Tabelle enthält keine Entscheidung'],
  ['the table holds no decision', 'die Tabelle enthält keine Entscheidung'],
  ['no arm to compare', 'es gibt keinen Arm zu vergleichen'],
  [
    'The page ships no decisions of {0} on {1}.',
    'Zu dieser Seite gehören keine Entscheidungen von {0} bei {1}.',
  ],
  ['The study tells nothing of swaps.', 'Die Studie sagt nichts über Tausche.'],
  [
    'Nothing in this case can be read for another option. Take another one.',
    'In diesem Fall lässt sich nichts für eine andere Option lesen. Nehmen Sie einen anderen.',
  ],
  [
    '“{0}” is no single token of this model. Try a shorter piece of it.',
    '„{0}“ ist kein einzelnes Token dieses Modells. Versuchen Sie ein kürzeres Stück davon.',
  ],
];
