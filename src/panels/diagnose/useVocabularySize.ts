import { useExplorerState } from '../context';

/** Number of tokens that the chosen model knows; 0 while no catalogue is loaded. */
export function useVocabularySize(): number {
  return useExplorerState(
    ({ catalogue, choice }) =>
      catalogue?.models.find(({ name }) => name === choice.model)?.vocabularySize ?? 0,
  );
}
