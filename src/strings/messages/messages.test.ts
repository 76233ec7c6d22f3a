import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLAIMS } from '../../cli/study/claims';
import { DE } from './de';
import { sentencesOf } from './sentences';

test('dummy', () => {
  const all: string[] = [];
  for (const file of globSync('src/{state,inference,formats,calibration,traces,app}/**/*.ts'))
    if (!/\.test\.|fixtures|fake|fuzz|parity/i.test(file))
      for (const text of sentencesOf(file)) if (DE.say(text) === text || /\b(the|is|of|with|not|has|be|an|it)\b/.test(DE.say(text))) all.push(`${file}: ${text} >> ${DE.say(text)}`);
  for (const { statement, figure } of CLAIMS) for (const t of [statement, figure]) all.push(t+' >> '+DE.say(t));
  console.log(all.join('\n'));
  expect(1).toBe(1);
});
