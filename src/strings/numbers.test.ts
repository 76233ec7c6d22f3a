import { expect, test } from 'vitest';
import { LOCALES } from './locale';
import { numbersOf, readNumber } from './numbers';

const en = numbersOf('en');
const de = numbersOf('de');

test('German sets a decimal comma, English a point', () => {
  expect([en.percent(0.4416), de.percent(0.4416)]).toEqual(['44.2 %', '44,2 %']);
  expect([en.points(-0.0123), de.points(-0.0123)]).toEqual(['−1.2', '−1,2']);
  expect([en.factor(0.12345), de.factor(0.12345)]).toEqual(['0.123', '0,123']);
  expect([en.factor(1e6), de.factor(2)]).toEqual(['1000000', '2']);
  expect([en.megabytes(6_140_000), de.megabytes(6_140_000)]).toEqual(['6.1 MB', '6,1 MB']);
  expect([en.probability(0.25), de.probability(0.25)]).toEqual(['.250', '0,250']);
  expect([en.probability(0.99999), de.probability(0.99999)]).toEqual(['>.999', '>0,999']);
});

test('English is what Intl writes', () => {
  for (const value of [0, -0, 1, -1.5, 12.34567, 1e-4, 123456.789, 99.95, -1e-9])
    for (const digits of [0, 1, 3]) {
      const [minimumFractionDigits, maximumFractionDigits] = [digits, digits];
      const intl = new Intl.NumberFormat('en', {
        ...{ minimumFractionDigits, maximumFractionDigits, useGrouping: false },
      });
      const rounded = Number(value.toFixed(digits));
      expect(en.fixed(value, digits)).toBe(intl.format(rounded).replace('-', '−'));
    }
});

test('both languages round alike', () => {
  for (let k = 0; k <= 2000; k++)
    expect(de.percent(k / 2000).replace(',', '.')).toBe(en.percent(k / 2000));
});

test('what is undefined is a dash, thousands are not grouped', () => {
  for (const locale of LOCALES) {
    const { percent, probability, counted } = numbersOf(locale);
    expect([percent(NaN), probability(NaN)]).toEqual(['–', '–']);
    expect(counted(2000, { one: 'case', other: 'cases' })).toBe('2000 cases');
    expect(counted(1, { one: 'case', other: 'cases' })).toBe('1 case');
    expect(counted(0, { one: 'case', other: 'cases' })).toBe('0 cases');
  }
});

test('a number is read with point or comma, anything else is none', () => {
  expect([readNumber('12,5'), readNumber(' 7.25 '), readNumber('.5')]).toEqual([12.5, 7.25, 0.5]);
  for (const text of ['', 'x', '1e3', '0x10', '1,2,3', 'Infinity'])
    expect(readNumber(text)).toBeNaN();
});

test('a tiny probability is written out, the others as everywhere', () => {
  expect([en.tiny(3.2e-5), de.tiny(3.2e-5)]).toEqual(['3.2 × 10⁻⁵', '3,2 × 10⁻⁵']);
  expect(en.tiny(1.04e-12)).toBe('1.0 × 10⁻¹²');
  expect([en.tiny(0.25), de.tiny(0)]).toEqual(['.250', '0,000']);
});

test('a number around 0 has its sign', () => {
  expect([en.signed(0.0123), de.signed(-0.0123)]).toEqual(['+.012', '−0,012']);
  expect(en.signed(NaN)).toBe('–');
});

test('English reads as it always did', () => {
  expect(en.percentFigure(-0.119)).toBe('−11.9');
  expect(en.probability(1)).toBe('1.000');
  expect(en.probability(1e-9)).toBe('<.001');
  expect(en.duration(3.2)).toBe('4 s');
  expect(en.duration(125)).toBe('2 min 05 s');
  expect([en.points(0.0123), en.points(-0.0004), en.points(NaN)]).toEqual(['+1.2', '0.0', '–']);
});
