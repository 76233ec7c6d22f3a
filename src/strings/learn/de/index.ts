import type { LearnStrings } from '../en';
import { READING } from './reading';
import { TRAINING } from './training';
import { UI } from './ui';
import { USE } from './use';

export const DE = { ...UI, course: { ...READING, ...TRAINING, ...USE } } satisfies LearnStrings;
