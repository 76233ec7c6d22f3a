/** Importing traces and decisions of others: bytes → `ImportedTrace`s → decision table. */
export { FormatError, type FormatErrorCode } from '../errors';
export { DEFAULT_CAPS, type Caps } from './caps';
export { IMPORT_FORMATS } from './formats';
export type {
  ImportedAlternative,
  ImportedToken,
  ImportedTrace,
  RecordedDecision,
} from './importedTrace';
export type { ImportRule, ImportSpec } from './importSpec';
export type { DecisionColumns } from './decisionColumns';
export { matchCount, type MatchCount, type MatchSample } from './matchCount';
export {
  readImport,
  type BadRow,
  type ImportListeners,
  type ImportOptions,
  type ImportProgress,
  type ImportResult,
} from './readImport';
export { readFile } from './readFile';
export { recogniseFormat, type Recognised } from './recognise';
export { countOf, rowsOf, specFor, tableOf } from './resultTable';
export { suggestSpec } from './suggestSpec';
export { toDecisionRows, toDecisionTable, type ImportedRows } from './toDecisionTable';
export { toTraces } from './toTraces';
export { decisionLines, traceLines } from './write';
