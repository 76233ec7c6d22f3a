import type { KeptStrings } from './en';

export const DE = {
  label: 'Behaltene Traces',
  problem: 'Traces können nicht behalten werden',
  complete: (done: number, what: string) =>
    `Ihre ${done} gesammelten Traces (${what}) sind aufbewahrt.`,
  cut: (done: number, total: number, what: string) =>
    `Das Sammeln von ${total} Traces (${what}) endete bei ${done}. Was kam, ist aufbewahrt.`,
  of: (model: string, task: string) => `${model}, Aufgabe ${task}`,
  show: 'Zeigen',
  discard: 'Verwerfen',
  goOn: (model: string) =>
    `Das stammt von vor dem Neuladen der Seite. Um fortzufahren, verbinden oder laden Sie ${model} oben noch einmal: Wie es erreicht wurde, ist eingetragen, aber Schlüssel werden nie aufbewahrt.`,
} satisfies KeptStrings;
