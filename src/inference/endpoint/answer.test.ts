import { expect, test } from 'vitest';
import { readAnswer } from './answer';
import { EndpointAnswerError } from './errors';

test('the older form of completions is read, with what was not logged as NaN', () => {
  const { steps, finish, model } = readAnswer({
    model: 'm',
    choices: [
      {
        text: 'Answer: A',
        finish_reason: 'length',
        logprobs: {
          tokens: ['Answer', ':', ' A'],
          token_logprobs: [null, -9999, '-0.5'],
          top_logprobs: [null, { ':': '-inf', ' is': 'NaN' }, { ' A': -0.5, ' B': -1.5 }],
          text_offset: [0, 6, 7],
        },
      },
    ],
  });
  expect([finish, model]).toEqual(['length', 'm']);
  expect(steps.map(({ logprob }) => logprob)).toEqual([NaN, NaN, -0.5]);
  expect(steps[1]!.top).toEqual([{ text: ':', bytes: null, id: null, logprob: -Infinity }]);
  expect(steps[2]!.top.map(({ text, logprob }) => [text, logprob])).toEqual([
    [' A', -0.5],
    [' B', -1.5],
  ]);
});

test.each([
  [null],
  [[]],
  [{ choices: [] }],
  [{ choices: [7] }],
  [{ choices: [{ text: 'x', logprobs: { tokens: ['x'], token_logprobs: [] } }] }],
  [{ choices: [{ logprobs: { content: [{ logprob: -1 }] } }] }],
  [{ choices: [{ logprobs: { content: [null] } }] }],
  [{ choices: [{ logprobs: { content: [{ token: 'x', logprob: 'much' }] } }] }],
])('%j is refused', (value) => {
  const read = () => readAnswer(value);
  expect(read).toThrow(EndpointAnswerError);
});

test('bytes say what a token is, unless they are none', () => {
  const content = [
    { token: 'bytes:\\xc3', bytes: [0xc3], logprob: -1, top_logprobs: [] },
    { token: 'x', bytes: [300], logprob: -1 },
    { token: '', bytes: [], logprob: -1, id: 2 },
  ];
  const { steps } = readAnswer({ choices: [{ logprobs: { content } }] });
  expect(steps.map(({ text, id }) => [text, id])).toEqual([
    ['\uFFFD', null],
    ['x', null],
    ['', 2],
  ]);
});
