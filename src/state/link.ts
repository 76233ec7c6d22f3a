import type { Binning, Edges } from '../calibration/bins';
import type { Dtype } from '../inference/engine';
import { CALIBRATOR_NAMES } from '../calibration/calibrators/calibrator';
import { clampFactor, DEFAULT_SETTINGS, type Settings } from './settings';
import { readView, writeView, type View } from './view/view';

/** What a link restores. A field that a link leaves out, or that does not hold, is not there. */
export type LinkedView = {
  readonly model?: string;
  readonly dtype?: Dtype;
  readonly task?: string;
  readonly mode?: 'greedy' | 'sample';
  /** Index of the case on the bench, in the shipped sequence. */
  readonly caseIndex?: number;
  readonly bin?: number;
  /** Decisions of a file that is open, where it still is; the page's own else. */
  readonly origin?: 'imported';
  readonly settings: Settings;
  readonly view: View;
};

const VERSION = '1';
const BINNINGS: readonly Binning[] = ['equal-mass', 'equal-width'];
const EDGES: readonly Edges[] = ['right', 'left', 'guo', 'torchmetrics'];
const DTYPES: readonly Dtype[] = ['fp32', 'q8', 'q4'];
const NAME = /^[a-z][a-z0-9-]{0,40}$/;
export const MAX_LINKED_BINS = 100;

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find((candidate) => candidate === value);

const name = (value: string | null) => (value !== null && NAME.test(value) ? value : undefined);

function whole(value: string | null, from: number, to: number): number | undefined {
  if (value === null || !/^\d{1,7}$/.test(value)) return undefined;
  const number = Number(value);
  return number >= from && number <= to ? number : undefined;
}

function factor(value: string | null): number {
  const number = value === null || value === '' ? NaN : Number(value);
  return number > 0 ? clampFactor(number, 1) : 1;
}

/** The hash of a view, without `#`: short, readable, defaults left out. */
export function writeLink({ settings, view: shown, ...view }: LinkedView): string {
  const { temperature, scale, bins, binning, edges, calibrator } = settings;
  const short = (value: number) => String(Number(value.toPrecision(6)));
  const differs = (key: keyof Settings) => settings[key] !== DEFAULT_SETTINGS[key];
  const parts: [string, string | undefined][] = [
    ['v', VERSION],
    ['m', view.model],
    ['t', view.task],
    ['d', view.dtype === 'q8' ? undefined : view.dtype],
    ['s', view.mode === 'sample' ? 'sample' : undefined],
    ['T', differs('temperature') ? short(temperature) : undefined],
    ['a', differs('scale') ? short(scale) : undefined],
    ['b', differs('bins') ? String(bins) : undefined],
    ['w', differs('binning') ? binning : undefined],
    ['e', differs('edges') ? edges : undefined],
    ['k', calibrator ?? undefined],
    [
      'c',
      view.caseIndex === undefined || view.caseIndex === 0 ? undefined : String(view.caseIndex),
    ],
    ['n', view.bin === undefined ? undefined : String(view.bin)],
    ['o', view.origin],
    ...Object.entries(writeView(shown)),
  ];
  return parts
    .filter((part): part is [string, string] => part[1] !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
}

/**
 * The view of a hash (with or without `#`), or null where it is none of ours. Never throws: what does not hold is left
 * out, whatever else the hash says.
 */
export function readLink(hash: string): LinkedView | null {
  const fields = new URLSearchParams(hash.replace(/^#/, '').slice(0, 2000));
  if (fields.get('v') !== VERSION) return null;
  const optional = {
    model: name(fields.get('m')),
    task: name(fields.get('t')),
    dtype: oneOf(DTYPES, fields.get('d')) ?? ('q8' as const),
    mode: fields.get('s') === 'sample' ? ('sample' as const) : ('greedy' as const),
    caseIndex: whole(fields.get('c'), 0, 9_999_999),
    bin: whole(fields.get('n'), 0, MAX_LINKED_BINS - 1),
    origin: oneOf(['imported'] as const, fields.get('o')),
  };
  const known = Object.fromEntries(
    Object.entries(optional).filter(([, value]) => value !== undefined),
  ) as Omit<LinkedView, 'settings' | 'view'>;
  return {
    ...known,
    settings: {
      temperature: factor(fields.get('T')),
      scale: factor(fields.get('a')),
      bins: whole(fields.get('b'), 1, MAX_LINKED_BINS) ?? DEFAULT_SETTINGS.bins,
      binning: oneOf(BINNINGS, fields.get('w')) ?? DEFAULT_SETTINGS.binning,
      edges: oneOf(EDGES, fields.get('e')) ?? DEFAULT_SETTINGS.edges,
      calibrator: oneOf(CALIBRATOR_NAMES, fields.get('k')) ?? null,
    },
    view: readView(fields),
  };
}
