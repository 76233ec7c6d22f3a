/** What a page that was left kept of collected traces. */
export const EN = {
  label: 'Kept traces',
  problem: 'Storage problem with traces',
  complete: (done: number, what: string) => `Your ${done} collected traces (${what}) are kept.`,
  cut: (done: number, total: number, what: string) =>
    `Collecting ${total} traces (${what}) ended at ${done}. What came is kept.`,
  of: (model: string, task: string) => `${model} on ${task}`,
  show: 'Show',
  discard: 'Discard',
  goOn: (model: string) =>
    `This is from before the page was reloaded. To go on, connect to or load ${model} again above: how it was reached is filled in, but keys are never kept.`,
};

export type KeptStrings = typeof EN;
