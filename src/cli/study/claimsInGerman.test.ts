import { expect, test } from 'vitest';
import { DE } from '../../strings/messages/de';
import { CLAIMS } from './claims';

test.each(CLAIMS.flatMap(({ statement, figure }) => [statement, figure]))(
  'the page says in German: %s',
  (text) => {
    expect(DE.say(text)).not.toBe(text);
    expect(DE.say(text)).not.toMatch(/\b(the|is|of|with|not|at least|at most|mean|cases)\b/);
  },
);
