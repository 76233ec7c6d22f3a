import { numbersOf, type Forms } from '../numbers';

const { counted } = numbersOf('en');
const CASES: Forms = { one: 'case', other: 'cases' };
const FAILED: Forms = { one: 'case failed', other: 'cases failed' };
const BAD: Forms = { one: 'bad row', other: 'bad rows' };

export const EN = {
  cancel: 'Cancel',
  panel: {
    title: 'Models and servers',
    lead:
      'No log yet? Ask a model here, with the tasks of this page or with your own cases. What it decides is shown like a file’s, ' +
      'and its traces can be saved.',
    where: 'Where the model runs',
    kinds: { endpoint: 'a server', hub: 'the Hugging Face Hub', page: 'a model of this page' },
    modelLabel: 'Model asked',
    model: 'Model',
    taskLabel: 'Task asked',
    task: 'Task',
    run: 'Run',
  },
  use: {
    choose: 'Choose it in Explore',
    note: 'There and in Diagnose it is asked as Run says: with the added line, the longest completion and the rule for the decision.',
  },
  page: {
    model: 'Model, chosen here and in Explore',
    note: (dtype: string) =>
      `${dtype} weights. These models were trained on the built-in tasks alone: on others they show what a model does that knows ` +
      'nothing of the matter. Options have to be letters.',
  },
  endpoint: {
    waiting: 'Waiting',
    wait: (duration: string, why: string) => `Another try in ${duration}: ${why}`,
    server: 'Server',
    asking: 'Asking the server …',
    lists: (n: number) =>
      `The server answers and lists ${n} models. Choose one and connect again.`,
    connected: (model: string) => `Connected to ${model}.`,
    model: 'Model',
    one: 'choose one …',
    other: 'another name …',
    name: 'Name of the model',
    asked: 'asked of the server when it is left empty',
    key: 'Key',
    kept: 'kept until the page closes',
    none: 'none',
    keyNote:
      'Kept in memory until the page closes and sent to this server alone; stored nowhere.',
    forget: 'Forget the key',
    requests: 'Requests at once',
    template: (place: string) => `Prompt template: the prompt stands at ${place}`,
    url: 'Base URL of an OpenAI-compatible server',
    what: 'a server',
    connect: 'Connect',
  },
  hub: {
    weights: {
      q4: '4-bit (q4)',
      q4f16: '4-bit, 16-bit numbers (q4f16)',
      q8: '8-bit (q8)',
      fp16: '16-bit (fp16)',
      fp32: '32-bit (fp32)',
    },
    weightsField: 'Weights',
    device: 'Device',
    auto: 'GPU where there is one',
    think: 'Let it think first, where its chat template asks',
    otherHost: 'Another host',
    host: 'Server of the Hub’s layout',
    label: 'Hub model',
    runs: (model: string, backend: string) => `${model} runs here on ${backend}.`,
    repo: 'Model: owner/name, with ONNX weights',
    revision: 'Revision: branch, tag or commit',
    what: 'the Hub',
    load: 'Load',
    keptNone: 'Fetched files are kept in this browser, and listed here.',
    kept: (size: string) => `Kept in this browser: ${size}`,
    keptLabel: 'Kept models',
    delete: 'Delete',
    deleteOf: (name: string) => `Delete ${name}`,
  },
  policy: {
    label: 'Connection policy',
    https:
      'The security policy of this page allows https addresses and servers on this machine (http://localhost or ' +
      'http://127.0.0.1), not',
    serve: 'Serve it over https, or forward its port to this machine.',
    closed: (what: string) =>
      `This page was built to connect to no other place than its own, so it cannot reach ${what}. Build it with`,
    collect: 'and open that, or collect from the command line (',
    drop: ') and drop the file above.',
  },
  form: {
    connectFirst: 'Connect to a server first.',
    loadFirst: 'Load a model first.',
    fetching: 'The list of models is still being fetched.',
    cases: 'Cases',
    casesOf: (n: number) => `Cases, of ${n}`,
    decoding: 'Decoding',
    greedy: 'greedy',
    sampled: 'sampled',
    rollouts: 'Rollouts a case',
    temperature: 'Sampling temperature',
    longest: 'Longest completion, tokens',
    line: 'Line added to every prompt',
    pattern: 'Right before the decision (regular expression)',
    after: 'Only after the last (empty: anywhere)',
    collect: 'Collect traces',
  },
  run: {
    label: 'Collected traces',
    title: (model: string, task: string) => `${model} on ${task}`,
    collecting: 'Collecting',
    collected: 'Traces collected',
    done: (done: number, total: number) => `${done} of ${total} traces`,
    failed: (n: number) => `${n} failed`,
    undecided: (n: number) => `${n} without a decision`,
    right: (right: number, judged: number) => `${right} of ${judged} right`,
    left: (duration: string) => `${duration} left`,
    ends: {
      complete: 'complete',
      stopped: 'stopped, what has come is kept',
      failed: 'ended by a failure, what has come is kept',
    },
    failures: (n: number) => counted(n, FAILED),
    failuresLabel: 'Cases that failed',
    nothing: 'No trace has both a decision and a gold option, so there is nothing to draw.',
    saved: (file: string) => `Saved ${file}`,
    goOn: 'Go on',
    show: 'Show in Explore',
    save: 'Save traces (JSONL)',
    unmatched: (undecided: number, done: number, pattern: string, after: string) =>
      `${undecided} of ${done} traces state no decision after “${pattern}”${after === '' ? '' : ` behind “${after}”`}. See what ` +
      'the model writes, and change the rule, the added line or the longest completion.',
    latest: 'Latest trace',
    latestOf: (id: string) => `Latest trace: ${id}`,
  },
  task: {
    own: 'Cases of your own',
    file: 'Task file',
    drop: 'or drop a file here: JSONL or CSV.',
    paste: 'Paste cases, or see how they are written',
    pastedName: 'pasted cases',
    example: 'Example of a case',
    format:
      'One case a line; or a table with the columns id, prompt, gold and either options (keep|remove) or one column a letter (A, ' +
      'B, …). Options get letters, and lines in the prompt that name them. Gold may be left out: such cases have traces, but no ' +
      'place in a diagram.',
    pasted: 'Pasted cases',
    read: 'Read pasted cases',
    collect: 'Task to collect',
    yours: (name: string) => `${name} (your own)`,
    readLabel: 'Task read',
    summary: (n: number, options: string, withGold: number, bad: number) =>
      `: ${counted(n, CASES)}, ${options}; ${withGold} with a gold option. ` +
      (bad === 0 ? 'Every row is a case.' : `${counted(bad, BAD)} left out.`),
    each: (k: number) => `${k} options each`,
    some: (count: number, k: number) => `${count} of ${k} options`,
    noGold:
      'No case says which option is right, so traces can be saved but no diagram drawn. Add a “gold” to the rows.',
    bad: (n: number) => counted(n, BAD),
    badLabel: 'Bad rows of the task',
    listed: (n: number) => `The first ${n} are listed.`,
    first: (id: string) => `First case: ${id}`,
    gold: (gold: string) => `, gold ${gold}`,
    prompt: 'Prompt of the first case',
  },
};

export type ModelsStrings = typeof EN;
