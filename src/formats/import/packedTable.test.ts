import { expect, test } from 'vitest';
import { decisionTable } from '../../traces/decisionTable';
import { packTable, unpackTable } from './packedTable';

const names = ['q-1', 'Ähre', '≥'];
const table = decisionTable(
  { model: 'm', dtype: 'q8', backend: 'wasm' },
  't',
  ['A', 'B'],
  names.map((caseId) => ({
    caseId,
    decision: { status: 'found', tokenIndex: 0, chosen: 0, logits: [1, 0], optionMass: 1 },
    gold: 0,
    posterior: null,
  })),
);

/** Names as the columns of a file hold them. */
function idsOf(texts: readonly string[]) {
  const parts = texts.map((text) => new TextEncoder().encode(text));
  let end = 0;
  const ends = Int32Array.from(parts, (part) => (end += part.length));
  return {
    ids: { bytes: Uint8Array.from(parts.flatMap((part) => [...part])), ends },
    n: texts.length,
  };
}

test('a table of traces survives the way with its names', () => {
  expect(unpackTable(structuredClone(packTable(table, null)))).toEqual(table);
});

test('names that came as bytes become texts when they are asked for, once', () => {
  const packed = packTable(table, idsOf(names));
  expect(packed.ids).not.toBeInstanceOf(Array);
  const { caseIds, ...rest } = unpackTable(structuredClone(packed));
  expect(caseIds).toEqual(names);
  expect({ ...rest, caseIds }).toEqual(table);
  const again = unpackTable(packed);
  expect(again.caseIds).toBe(again.caseIds);
});

test('packing does not ask for the names', () => {
  const lazy = Object.defineProperty({ ...table }, 'caseIds', {
    enumerable: true,
    get: () => {
      throw new Error('asked for');
    },
  });
  expect(() => packTable(lazy, idsOf(names))).not.toThrow();
});
