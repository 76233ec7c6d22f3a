import { CHOSEN, CONFIDENCE, CORRECT, GOLD, ID, optionColumns } from '../import/columnNames';
import type { Leaf, ParquetFile } from './footer';
import type { Kept } from './readColumns';

type Wanted = { readonly leaf: Leaf; readonly kept: Kept };

/** How the columns of a file make decisions, and why: a clause that users can read. */
export type DecisionPlan = {
  readonly kind: 'lists' | 'options' | 'confidence';
  readonly reason: string;
  /** Whether the numbers are probabilities, not logits or log-probabilities. */
  readonly probabilities: boolean;
  /** Names of the options where columns are theirs. */
  readonly options: readonly string[];
  /** Columns by role; options of their own as `option 0`, `option 1` … */
  readonly wanted: ReadonlyMap<string, Wanted>;
};

const NUMERIC = new Set(['INT32', 'INT64', 'FLOAT', 'DOUBLE', 'BOOLEAN']);
const isNumeric = ({ element: { type, converted_type: old, logical_type: logical } }: Leaf) =>
  NUMERIC.has(type ?? '') ||
  (type === 'FIXED_LEN_BYTE_ARRAY' &&
    (old === 'DECIMAL' || logical?.type === 'DECIMAL' || logical?.type === 'FLOAT16'));

const LISTS = ['logits', 'logprobs', 'probs'];
const MASS = ['optionmass', 'option_mass'];

/** How the columns of a Parquet file make decisions; null where they do not. */
export function decisionPlan({ leaves }: ParquetFile): DecisionPlan | null {
  const find = (names: readonly string[], fits: (leaf: Leaf) => boolean) => {
    for (const name of names) {
      const leaf = leaves.find((own) => own.name.trim().toLowerCase() === name && fits(own));
      if (leaf !== undefined) return leaf;
    }
    return undefined;
  };
  const flat = (leaf: Leaf) => !leaf.list;
  const flatNumber = (leaf: Leaf) => flat(leaf) && isNumeric(leaf);
  const listOfNumbers = (leaf: Leaf) => leaf.list && isNumeric(leaf);
  const wanted = new Map<string, Wanted>();
  const want = (role: string, leaf: Leaf | undefined, kept: Kept) => {
    if (leaf !== undefined) wanted.set(role, { leaf, kept });
  };
  want('id', find(ID, flat), 'packed');
  want('task', find(['task'], flat), 'codes');
  want('model', find(['model'], flat), 'codes');
  const judged = () => {
    want('gold', find(GOLD, flat), 'codes');
    want('chosen', find(CHOSEN, flat), 'codes');
    want('optionMass', find(MASS, flatNumber), 'numbers');
    want('posterior', find(['posterior'], listOfNumbers), 'numbers');
    want('missing', find(['missing'], flat), 'codes');
  };

  const list = find(LISTS, listOfNumbers);
  if (list !== undefined) {
    want('logits', list, 'numbers');
    want('bounds', find(['bounds'], listOfNumbers), 'numbers');
    const options = find(['options'], (leaf) => leaf.list);
    want('options', options, 'codes');
    judged();
    const beside = options === undefined ? '' : ' and a list “options”';
    const probabilities = list.name.trim().toLowerCase() === 'probs';
    const reason = `it has a list “${list.name}”${beside}`;
    return { kind: 'lists', reason, probabilities, options: [], wanted };
  }

  const { keys, options, logits } = optionColumns(
    leaves.filter(flatNumber).map(({ name }) => name),
  );
  if (options.length > 1) {
    for (const [j, key] of keys.entries())
      want(
        `option ${j}`,
        leaves.find(({ name }) => name === key),
        'numbers',
      );
    judged();
    const reason = `it has a column for each of the options ${options.join(', ')}`;
    return { kind: 'options', reason, probabilities: !logits, options, wanted };
  }

  const [confidence, correct] = [find(CONFIDENCE, flatNumber), find(CORRECT, flat)];
  if (confidence === undefined || correct === undefined) return null;
  want('confidence', confidence, 'numbers');
  want('correct', correct, 'codes');
  return {
    kind: 'confidence',
    reason: 'it has a column of confidence and one of whether it was right',
    probabilities: true,
    options: [],
    wanted,
  };
}
