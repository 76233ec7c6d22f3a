import { useStore } from 'zustand';
import { swapBatchOf, type SwapBatch } from '../../state/diagnose/swapBatch';
import type { JobState } from '../../state/diagnose/job';
import { COURSE } from '../../state/learn/course';
import { useExplorer } from '../context';

const { model, task } = COURSE.swap.opens;

/** The job of the swaps, where it is of the step's arm and task; else null. */
export function useSwapJob(): JobState<SwapBatch> | null {
  const job = useStore(swapBatchOf(useExplorer()).store);
  const [ofModel, , ofTask] = job.key?.split('\n') ?? [];
  return ofModel === model && ofTask === task ? job : null;
}

/** Swaps of the step's arm that were done in this browser. */
export function useSwapsHere(): SwapBatch | null {
  return useSwapJob()?.result ?? null;
}
