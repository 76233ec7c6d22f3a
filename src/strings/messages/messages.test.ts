import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DE } from './de';
import { sentencesOf } from './testSentences';

const SRC = join(import.meta.dirname, '../..');

/** Broken promises of one function to another, broken files of ours, and what is written into files or prompts. */
const NOT_SAID = [
  /^calibration\/(bins|clopperPearson|confidenceBounds|correlation|eceBounds|posterior|random|riskControl|riskCoverage|rowStatistics|scaling|wilson)\.ts/,
  /^calibration\/(sweep\/|parity\/|calibrators\/crossFit)/,
  /^traces\/(decisionTable|rule)\.ts/,
  /^inference\/(manifest|readers|score|tensorCache)\.ts/,
  /^state\/(compare\/|diagnose\/(branchTree|standIn)|export\/(figure|figureHtml|figureCaption)\.ts)/,
  /^app\/(trustedTypes|undo|offline\/context|embed\/)/,
  /fixtures|[fF]ake|fuzz|\.test\.ts$/,
];

/** Names, and what a model is asked. */
const SAME = new Set([
  'OpenAI chat completions',
  'OpenAI chat',
  'OpenAI completions',
  'OpenAI Responses',
  'Text Generation Inference',
  'inspect eval … --logprobs --top-logprobs 20',
  'Think step by step, then end with “Answer: X”, where X is one letter.',
  'Name one letter of the alphabet.',
  'Bearer 7',
  'endpoint 7 7',
  '7 after 7',
  '7, in Parquet',
  'its answer',
  'option 7',
]);

/** Pieces that are said as a part of an entry only, with the whole that they stand in. */
const WITHIN: Readonly<Record<string, string>> = {
  'needs no labels': 'p → (K·p − 1)/(K − 1) (needs no labels)',
  'fitted on 7 decisions': 'logits divided by T = 2 (fitted on 7 decisions)',
  'and a list “options”': 'it has a list “logits” and a list “options”',
  'its number of rows': 'its number of rows is −1',
  'the place of a column': 'the place of a column is −1',
  'the size of a column': 'the size of a column is −1',
  'the number of values of a column': 'the number of values of a column is −1',
  '7 is 7': 'The Parquet file is damaged: the size of a column is 7. Write it again.',
  'it has a list “7”7': 'it has a list “logits”',
  'all 7 decisions of the fitting split are 7, which says nothing about confidence; fit on more cases, or use “barycentre”, which needs no labels.':
    'all 7 decisions of the fitting split are wrong, which says nothing about confidence; fit on more cases, or use “barycentre”, which needs no labels.',
  'and 7 more': 'Name a model; 7 serves a, b and 7 more.',
};

const ENGLISH =
  /(?<!\p{L})(the|is|are|of|with|not|has|have|be|it|its|this|which|and|or|to)(?!\p{L})/iu;

const files = ['state', 'inference', 'formats', 'calibration', 'traces', 'app', 'tasks/userTask.ts']
  .flatMap((place) =>
    place.endsWith('.ts')
      ? [place]
      : readdirSync(join(SRC, place), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(place, name),
        ),
  )
  .filter((file) => file.endsWith('.ts') && !NOT_SAID.some((pattern) => pattern.test(file)));

const said = files.flatMap((file) =>
  sentencesOf(join(SRC, file))
    .filter((text) => !SAME.has(text) && !/^text\/\w+; charset/.test(text))
    .map((text) => [text, file] as const),
);

/** Without what is quoted: keys of files, and examples. */
const own = (text: string) => text.replace(/“[^”]*”|„[^“]*“|"[^"]*"|\([^)]*README[^)]*\)/g, '');

test('there are sentences to say', () => {
  expect(said.length).toBeGreaterThan(300);
});

test.each(said)('German says: %s (%s)', (text) => {
  const german = DE.say(WITHIN[text] ?? text);
  expect(german).not.toBe(WITHIN[text] ?? text);
  expect(own(german)).not.toMatch(ENGLISH);
});

test.each([
  [
    'Line 4 has none of “logits”, “logprobs” and “probs”.',
    'Zeile 4 hat weder „logits“ noch „logprobs“ noch „probs“.',
  ],
  ['Line 1, sample 2 is not valid JSON.', 'Zeile 1, Stichprobe 2 ist kein gültiges JSON.'],
  [
    'http://x/v1 wants a valid key (401). It says: “no, is not right” Enter the key of this server, without “Bearer”.',
    'http://x/v1 verlangt einen gültigen Schlüssel (401). Er sagt: „no, is not right“ Geben Sie den Schlüssel dieses Servers ein, ohne „Bearer“.',
  ],
  [
    'sigmoid(1.37·logit(c) + 1.318) (fitted on 1024 decisions)',
    'Sigmoide(1,37·logit(c) + 1,318) (an 1024 Entscheidungen angepasst)',
  ],
  ['Only the first 1,000,000 rows were read.', 'Nur die ersten 1.000.000 Zeilen wurden gelesen.'],
  ['TypeError: Failed to fetch', 'TypeError: Failed to fetch'],
])('%s', (english, german) => {
  expect(DE.say(english)).toBe(german);
});
