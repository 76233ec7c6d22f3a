import { READING } from './reading';
import { TRAINING } from './training';
import { UI } from './ui';
import { USE } from './use';
import type { StepTexts } from '../shape';

const STEPS: StepTexts = { ...READING, ...TRAINING, ...USE };

export const EN = { ...UI, course: STEPS };

export type LearnStrings = typeof EN;
