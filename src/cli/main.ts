import { UsageError } from './usage';

/** A command: `run` resolves with the exit code; `help` is what its options are, where there are more. */
type Command = { readonly run: (argv: string[]) => Promise<number>; readonly help?: string };

const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  tasks: {
    summary:
      'TASK --n 1000 --seed 7 [--start 0] [--traces] [--arguments]   generated cases as JSONL',
    load: () => import('./tasks'),
  },
  verify: {
    summary: 'FILE   completions of evidence tasks against their cases',
    load: () => import('./verify'),
  },
  pack: {
    summary: '[models] [public/decisions]   the evaluation of the recipe, as the page ships it',
    load: () => import('./pack'),
  },
  collect: {
    summary:
      'TASK|FILE --url URL --out traces.jsonl [--model NAME] …   traces from an OpenAI-compatible server',
    load: () => import('./collect'),
  },
  study: {
    summary: '[models] [--draws 400]   tables and claims of the study from its decision tables',
    load: () => import('./study'),
  },
  convert: {
    summary:
      'FILE --to decisions|traces [--out FILE.parquet] [--options A,B] …   logs of other programs to JSONL or Parquet',
    load: () => import('./convert'),
  },
  publish: {
    summary:
      'FILE … --out FOLDER [--view LINK] [--force]   a folder for any static host: the page with your data',
    load: () => import('./publish'),
  },
  report: {
    summary:
      'FILE [--json] [--temperature T] [--calibrator NAME] …   calibration of decisions in JSONL or Parquet',
    load: () => import('./report'),
  },
};

/** How the user calls this program: from a checkout, or packed. */
const CALLED = import.meta.filename.endsWith('.ts')
  ? 'npm run -s cli --'
  : 'npx calibration-explorer';

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name} ${summary}`);
  return [`Usage: ${CALLED} COMMAND …`, ...lines].join('\n');
}

async function main(argv: string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  if (name === '--help' || name === 'help') {
    console.log(usage());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    console.error(name === '' ? usage() : `Unknown command “${name}”.\n${usage()}`);
    return 2;
  }
  try {
    const { run, help } = await command.load();
    if (!rest.includes('--help')) return await run(rest);
    console.log(`Usage: ${CALLED} ${name} ${command.summary}${help ? `\n\n${help}` : ''}`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${name}: ${error.message}`);
    return 2;
  }
}

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
