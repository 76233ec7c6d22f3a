import type { DecisionTable } from '../../traces/decisionTable';

const bytes = ({ buffer, byteOffset, byteLength }: Float64Array | Int8Array) =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

/**
 * SHA-256, 64 hex digits, of what a decision table says: JSON of provenance, task, labels and case ids in UTF-8, then the
 * columns logits, chosen, gold and option mass as they lie in memory (little-endian). Null where the page is not served
 * securely, so that the browser has no SHA-256.
 */
export async function tableHash(table: DecisionTable): Promise<string | null> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return null;
  const { provenance, task, labels, caseIds, logits, chosen, gold, optionMass } = table;
  const { model, dtype, backend } = provenance;
  const head = new TextEncoder().encode(
    JSON.stringify([model, dtype, backend, task, labels, caseIds]),
  );
  const parts = [head, ...[logits, chosen, gold, optionMass].map(bytes)];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return Array.from(new Uint8Array(await subtle.digest('SHA-256', all)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
