import { numbersOf } from '../numbers';
import type { OfflineStrings } from './en';

const { megabytes, fixed } = numbersOf('de');

export const DE = {
  title: 'Offline',
  close: 'Schließen',
  page: {
    none: 'Diese Seite ist nicht gespeichert: Der Browser bietet hier keine Service-Worker. Sie brauchen https oder localhost.',
    installing: 'Die Seite wird gespeichert …',
    ready:
      'Diese Seite öffnet sich ohne Netz, mit allem, was in der Liste unten als gespeichert steht.',
    failed:
      'Die Seite ließ sich nicht speichern: Vielleicht ist der Speicher des Browsers voll, oder es wurde eben eine neue Fassung veröffentlicht. Laden Sie neu, um es noch einmal zu versuchen.',
  },
  storing: (item) => `${item}: wird gespeichert`,
  cancel: 'Abbrechen',
  keep: 'Offline behalten',
  keepOf: (item) => `Offline behalten: ${item}`,
  remove: 'Entfernen',
  removeOf: (item) => `Entfernen: ${item}`,
  caption: 'Was sich hier speichern lässt',
  columns: { what: 'Was', size: 'Größe', state: 'Stand', action: 'Aktion' },
  stored: 'gespeichert',
  partly: (bytes) => `${megabytes(bytes)} gespeichert`,
  missing: 'nicht gespeichert',
  reading: 'Es wird nachgesehen, was gespeichert ist …',
  keepAll: (bytes) => `Alles behalten (noch ${megabytes(bytes)})`,
  space: {
    label: 'Speicherplatz',
    stored: (bytes) => `${megabytes(bytes)} gespeichert. `,
    counted: (used, quota) =>
      `Der Browser zählt ${megabytes(used)} von höchstens ${fixed(quota / 1e9, 1)} GB für diese Website. `,
    persisted: 'Er löscht das nicht von selbst.',
    clearable: 'Er kann das löschen, wenn der Platz auf diesem Rechner knapp wird.',
  },
  note: 'Ein Trace braucht eine Laufzeit und ein Modell. Beide werden auch gespeichert, wenn sie zum ersten Mal gebraucht werden.',
} satisfies OfflineStrings;
