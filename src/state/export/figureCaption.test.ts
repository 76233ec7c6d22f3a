import { expect, test } from 'vitest';
import { figureOf } from './figure';
import { smallTable } from './exported.fixture';
import { reliability } from '../reliability';
import { DEFAULT_SETTINGS, type Settings } from '../settings';
import { figureCaption } from './figureCaption';

function captionOf(
  change: Partial<Settings>,
  interval: { low: number; high: number } | null = null,
) {
  const table = smallTable();
  const settings = { ...DEFAULT_SETTINGS, ...change };
  const shown = reliability(table, settings);
  const rest = {
    link: 'v=1',
    origin: 'shipped',
    app: '1.2.3',
    sha256: '0123456789abcdef',
  } as const;
  const figure = figureOf({ table, reliability: shown, settings, interval, ...rest });
  return figureCaption(figure, shown).map(({ text }) => text);
}

test('the caption says what was measured and how', () => {
  const [what, ece, means, bins, , factors, calibrator, source, app] = captionOf(
    { temperature: 1.5, binning: 'equal-width', edges: 'left' },
    { low: 0.1, high: 0.25 },
  );
  expect(what).toBe('rlvr · q8 · wasm · clinic');
  expect(ece).toMatch(/^ECE \d+\.\d %, 95 % interval 10\.0 % – 25\.0 %, n = 4$/);
  expect(means).toMatch(/^accuracy 75\.0 %, mean confidence \d+\.\d %$/);
  expect(bins).toMatch(/^15 equal-width bins \(\d filled\), left edges$/);
  expect(factors).toBe('T = 1.5, α = 1');
  expect(calibrator).toBe('no calibrator');
  expect(source).toBe('shipped decisions, SHA-256 0123456789ab');
  expect(app).toBe('Calibration Explorer 1.2.3');
});

test('no interval where it is not known, no edges where they do not matter', () => {
  const [, ece, , bins] = captionOf({});
  expect(ece).not.toContain('interval');
  expect(bins).not.toContain('edges');
});

test('a calibrator that could not be fitted is told', () => {
  const caption = captionOf({ calibrator: 'beta' }).join(' ');
  expect(caption).toMatch(/calibrator.*Beta/);
});
