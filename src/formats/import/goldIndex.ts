/** `(A)`, `A.`, `A)` → `A`. */
const bare = (text: string) => /^\(?([\p{L}\p{N}]+)[).:]?$/u.exec(text)?.[1] ?? text;

/**
 * Index of a gold option that a user or a file names: by label, by the text that the case gives the option,
 * without regard to case or brackets, and, where labels are no numerals, by index. −1 where it is none.
 */
export function goldIndex(
  gold: string | number | null,
  labels: readonly string[],
  texts: readonly string[] | null,
): number {
  if (gold === null) return -1;
  const name = String(gold).trim();
  for (const names of [labels, texts ?? []])
    for (const same of [
      (a: string) => a === name,
      (a: string) => bare(a).toLowerCase() === bare(name).toLowerCase(),
    ]) {
      const index = names.findIndex((label) => same(label.trim()));
      if (index >= 0 && index < labels.length) return index;
    }
  const numerals = labels.some((label) => /^\d+$/u.test(label));
  const index = /^\d+$/u.test(name) && !numerals ? Number(name) : -1;
  return index < labels.length ? index : -1;
}
