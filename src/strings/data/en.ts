import { numbersOf, type Forms } from '../numbers';

const { counted } = numbersOf('en');

/** A counted word with its thousands grouped. */
const count = (n: number, forms: Forms) =>
  counted(n, forms).replace(/^\d+/, n.toLocaleString('en'));

const TRACES: Forms = { one: 'trace', other: 'traces' };
const BAD: Forms = { one: 'bad row', other: 'bad rows' };
const LEFT_OUT: Forms = { one: 'bad row left out', other: 'bad rows left out' };

export const EN = {
  panel: {
    label: 'Your data',
    lead:
      'Logs and tables of your own models: drop them here, say what counts as a decision, and the other panels show them. ' +
      'Everything is read in this page; nothing is sent anywhere.',
    decision: 'What counts as a decision',
  },
  source: {
    linked: 'Linked data',
    asks: 'This link asks for data from another site:',
    tells:
      'Fetching it tells that site that you opened the link, and this page’s policy blocks other sites unless it was built to connect to them.',
    fetch: 'Fetch it',
    dont: 'Do not',
    paste: 'Paste text instead',
    pasted: 'Pasted data',
    pastedName: 'pasted text',
    readPasted: 'Read pasted text',
    choose: 'Choose a file',
    chooseOther: 'Choose another file',
    file: 'Data file',
    drop: 'or drop it here: JSON, JSONL, Parquet or a table, up to 1 GB.',
    formats: 'Formats that are read',
    list: 'Formats',
    bins: 'CSV of bins that a database added up: lower, upper, n, sum_confidence, sum_correct',
    parquet: 'Parquet of decisions, of our traces, or of a server’s replies',
    needs:
      'Replies of a server need log-probabilities (as many as it gives, e.g. "logprobs": true, "top_logprobs": 20); one reply a ' +
      'line, alone or within a record of your own with its id, options and gold. Tables need a column for each option’s logit or ' +
      'probability, or one of confidence and one of whether it was right; in Parquet also a list of logits and one of options. ' +
      'Unpack gzip and zip files first. The format is recognised by the content, whatever the file’s name.',
  },
  reading: {
    label: (name: string) => `Reading ${name}`,
    fetching: (name: string, size: string) => `Fetching ${name}: ${size}`,
    reading: (name: string, size: string) => `Reading ${name}: ${size}`,
    of: (size: string) => ` of ${size}`,
    records: (n: number) => ` · ${n.toLocaleString('en')} records`,
    cancel: 'Cancel',
  },
  read: {
    label: 'What was read',
    close: 'Close file',
    format: 'Recognised format',
    found: (title: string, reason: string, traces: number, bad: number) =>
      `${title}: ${reason}. ${count(traces, TRACES)}, ${bad === 0 ? 'every record readable' : count(bad, LEFT_OUT)}.`,
    bad: (n: number) => count(n, BAD),
    badRows: 'Bad rows',
    listed: (n: number) => `The first ${n} are listed.`,
    first: (n: number) => (n === 1 ? 'First trace' : `First ${n} traces`),
    textOf: (id: string) => `Text of ${id}`,
  },
  controls: {
    options: 'Options, with commas between',
    surface: 'A token states option A when it is',
    spaced: '“ A”',
    bare: '“A”',
    wide: '“(A”, “A)”, “A.”, “A:”',
    searched: 'Tokens searched',
    completion: 'of the completion',
    prompt: 'of the prompt, as the server scored it',
    temperature: 'Sampling temperature to undo',
    none: 'none: log-probabilities are raw',
    fill: 'Fill it in only where the server logged probabilities after temperature, as vLLM does with processed_logprobs.',
  },
  gold: {
    file: (example: string) => `Gold file (JSONL), a line like ${example}`,
    label: 'Gold file',
    about: (name: string, cases: number) => `${name}: gold of ${cases} cases`,
    bad: (n: number, first: string) => `, ${n} bad lines. ${first}`,
    drop: 'Drop gold file',
  },
  rule: {
    label: 'Where the decision stands',
    kinds: {
      recorded: 'as the file records it',
      tag: 'after a tag',
      boxed: 'inside \\boxed{…}',
      regex: 'after a pattern',
      position: 'the token at a position',
      'last-option': 'the last token that is an option',
    },
    position: 'Position: 0 is the first token, −1 the last',
    tag: 'Tag: only text behind its last occurrence is searched',
    patternOfTag: 'Pattern: the decision token follows its last match',
    pattern: 'Pattern: its last match; a group marks the decision token, else the token after it',
  },
  match: {
    label: 'Matches',
    of: (matched: number, n: number) => `${matched} of ${n}`,
    decisions: (withGold: number, bounded: number) =>
      `traces have a decision, ${withGold} a gold option${bounded > 0 ? `; ${bounded} with an option outside the log, known as an interval` : ''}.`,
    leftOut: (reasons: string) => `Left out: ${reasons}.`,
    why: {
      'no-decision': (n: number) => `${n} without a match`,
      'not-an-option': (n: number) => `${n} matched at a token that is no option`,
      'cut-off': (n: number) => `${n} cut off before the decision`,
      'no-probability': (n: number) => `${n} without a logged probability of the decision`,
    },
    unknownGold: (values: string) => `Gold values that name no option: ${values}.`,
    found: 'Decisions found',
    show: 'Show in Explore',
    counting: 'Counting … (Close file stops it)',
  },
  shown: {
    title: 'In Explore',
    about: (usable: number, all: number, model: string) =>
      `: ${usable} of ${all} decisions with gold, ${model}.`,
    others: 'The other panels show other decisions now.',
    open: 'Open Explore',
    bounds: 'ECE bounds',
    between: 'Expected calibration error between',
    and: 'and',
    outside: (outside: number, n: number, partly: number) =>
      `: ${outside} of ${n} rows have an option outside the log${partly > 0 ? `, ${partly} more a surface form of one` : ''}.`,
    exact: 'Both ends can be attained.',
    enclosing: 'These ends enclose what can be attained.',
    note: (t: string, scale: string, calibrated: boolean) =>
      `Sampling error comes on top. Explore’s single number counts what is outside as 0. At T = ${t}, α = ${scale}${calibrated ? ', without the calibrator' : ''}.`,
  },
};

export type DataStrings = typeof EN;
