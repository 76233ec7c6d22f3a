import { csvRows } from './csv';
import { letters, readOptions, writeOptions } from './prompt';

/** A case of the user's own. Like a generated one, but gold may be unknown and the posterior is. */
export type UserCase = {
  readonly id: string;
  readonly task: string;
  /** With its option lines. */
  readonly prompt: string;
  /** Labels, as decisions state them. */
  readonly options: readonly string[];
  /** What each option stands for; the labels again where nothing else is known. */
  readonly optionTexts: readonly string[];
  /** One of `options`, or null. */
  readonly gold: string | null;
};

/** A row that is no case, and where it stands. The message says what is wrong and what is wanted. */
export class UserTaskError extends Error {
  override readonly name = 'UserTaskError';
  readonly line: number;

  constructor(line: number, what: string) {
    super(`Line ${line} ${what}`);
    this.line = line;
  }
}

/** The rows that are cases, and those that are not. */
export type UserTask = {
  readonly cases: readonly UserCase[];
  readonly problems: readonly UserTaskError[];
};

const MOST_CASES = 100_000;
const LONGEST_PROMPT = 100_000;
const LETTER = /^[A-J]$/u;

type Row = Readonly<Partial<Record<string, unknown>>>;
type Option = { readonly label: string; readonly text: string | null };

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : null;

/** Options as written: letters, texts, or `{label, text?}`. */
function optionsOf(value: unknown, line: number): Option[] {
  if (!Array.isArray(value) || value.length < 2 || value.length > 10)
    throw new UserTaskError(
      line,
      'wants “options”: a list of 2 to 10, such as ["A", "B"], ["keep", "remove"] or [{"label": "A", "text": "keep"}].',
    );
  const items = value as readonly unknown[];
  const plain = items.map(textOf);
  if (plain.every((text) => text !== null))
    return plain.every((text) => LETTER.test(text))
      ? plain.map((label) => ({ label, text: null }))
      : letters(plain.length).map((label, i) => ({ label, text: plain[i]! }));
  return items.map((item) => {
    const { label, text } = (item ?? {}) as Row;
    const name = textOf(label);
    if (name === null)
      throw new UserTaskError(
        line,
        'has an option without a “label”. Give each {"label", "text"}, or texts alone.',
      );
    return { label: name, text: textOf(text) };
  });
}

/** The label that gold names: a label, the text of an option, or its index. */
function goldOf(value: unknown, options: readonly Option[], line: number): string | null {
  if (value === undefined || value === null || value === '') return null;
  const name = textOf(value);
  const found =
    options.find(({ label }) => label === name) ??
    options.find(({ text }) => text !== null && text === name) ??
    (typeof value === 'number' ? options[value] : undefined);
  if (found !== undefined) return found.label;
  throw new UserTaskError(
    line,
    `has gold “${(name ?? JSON.stringify(value)).slice(0, 60)}”, none of its options ${options.map(({ label }) => label).join(', ')}.`,
  );
}

function caseOf(row: Row, task: string, line: number): UserCase {
  const prompt = textOf(row.prompt);
  if (prompt === null) throw new UserTaskError(line, 'wants a text “prompt”.');
  if (prompt.length > LONGEST_PROMPT)
    throw new UserTaskError(line, `has a prompt of more than ${LONGEST_PROMPT} characters.`);
  let options = optionsOf(row.options, line);
  const shown = readOptions(prompt);
  // A prompt that lists the same texts under letters of its own says which letter is which.
  const textOfShown = (text: string | null) => shown.find((item) => item.text === text)?.label;
  if (shown.length === options.length && options.every(({ text }) => textOfShown(text)))
    options = options.map(({ text }) => ({ label: textOfShown(text)!, text }));
  const labels = options.map(({ label }) => label);
  if (new Set(labels).size < labels.length)
    throw new UserTaskError(line, 'names two options alike. Give each a label of its own.');
  const texts = options.map(
    ({ label, text }) => text ?? shown.find((item) => item.label === label)?.text ?? label,
  );
  const listed = labels.every((label) => shown.some((item) => item.label === label));
  const lettered = labels.join() === letters(labels.length).join();
  const lines = lettered
    ? writeOptions(texts)
    : labels.map((label, i) => `- ${texts[i]!} = ${label}`);
  const lacks = !listed && options.some(({ text }) => text !== null);
  return {
    id: textOf(row.id) ?? `${task}-${line}`,
    task,
    prompt: lacks ? [prompt, ...lines].join('\n') : prompt,
    options: labels,
    optionTexts: texts,
    gold: goldOf(row.gold, options, line),
  };
}

/** JSON objects of the lines. */
function* jsonRows(text: string): Generator<{ row: Row | null; line: number }> {
  for (const [i, source] of text.split(/\r?\n/u).entries()) {
    if (source.trim() === '') continue;
    let row: Row | null = null;
    try {
      const value: unknown = JSON.parse(source);
      if (typeof value === 'object' && !Array.isArray(value)) row = value as Row | null;
    } catch {
      // Told below, with its line.
    }
    yield { row, line: i + 1 };
  }
}

/** A cell `keep|remove`, or a JSON list; else options from columns that are single letters. */
function cellOptions(row: Readonly<Record<string, string>>): unknown {
  const cell = row.options?.trim();
  if (cell?.startsWith('['))
    try {
      return JSON.parse(cell);
    } catch {
      return null;
    }
  if (cell !== undefined && cell !== '') return cell.split('|').map((part) => part.trim());
  return Object.keys(row)
    .filter((name) => LETTER.test(name) && row[name]!.trim() !== '')
    .sort()
    .map((label) => ({ label, text: row[label] }));
}

function* tableRows(text: string): Generator<{ row: Row | null; line: number }> {
  let names: readonly string[] | null = null;
  for (const { cells, line } of csvRows(text)) {
    if (cells === null) yield { row: null, line };
    else if (names === null) names = cells.map((name) => name.trim());
    else {
      const row = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
      yield { row: { ...row, options: cellOptions(row) }, line };
    }
  }
}

/**
 * Reads cases of the user's own: JSONL `{id, prompt, options, gold?}`, or CSV with columns `id`, `prompt`,
 * `gold` and either `options` (`keep|remove`, or a JSON list) or one column a letter (`A`, `B`, …). Options are
 * letters, texts (lettered A, B, …) or `{label, text}`; gold is a label, a text or an index. Option lines
 * are added to prompts that lack them. Rows that are no case are returned as problems with their
 * lines. `task` names the family.
 */
export function readUserTask(text: string, task: string): UserTask {
  const source = text.replace(/^\uFEFF/u, '');
  const cases: UserCase[] = [];
  const problems: UserTaskError[] = [];
  const lineOf = new Map<string, number>();
  const rows = /^\s*\{/u.test(source) ? jsonRows(source) : tableRows(source);
  for (const { row, line } of rows)
    try {
      if (row === null)
        throw new UserTaskError(line, 'is not a JSON object, or a quote in it never closes.');
      if (cases.length >= MOST_CASES) {
        problems.push(new UserTaskError(line, `is beyond the ${MOST_CASES} cases that are read.`));
        break;
      }
      const instance = caseOf(row, task, line);
      const other = lineOf.get(instance.id);
      if (other !== undefined)
        throw new UserTaskError(line, `has the id “${instance.id}” of line ${other}.`);
      lineOf.set(instance.id, line);
      cases.push(instance);
    } catch (error) {
      if (!(error instanceof UserTaskError)) throw error;
      problems.push(error);
    }
  return { cases, problems };
}
