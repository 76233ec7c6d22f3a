import type { ImportFormat } from './record';
import { CSV } from './sources/csv';
import { INSPECT } from './sources/inspect';
import { LLAMA_CPP, LLAMA_CPP_OLD } from './sources/llamaCpp';
import { LM_EVAL } from './sources/lmEval';
import { OLLAMA } from './sources/ollama';
import { OPENAI_CHAT } from './sources/openaiChat';
import { OPENAI_COMPLETIONS } from './sources/openaiCompletions';
import { OPENAI_RESPONSES } from './sources/openaiResponses';
import { OWN_DECISIONS } from './sources/ownDecisions';
import { OWN_TRACES } from './sources/ownTraces';
import { SGLANG } from './sources/sglang';
import { TGI } from './sources/tgi';
import { VLLM } from './sources/vllm';

/** Every format that is read, the particular before the general: the first that fits is it. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  OWN_TRACES,
  OWN_DECISIONS,
  INSPECT,
  LM_EVAL,
  VLLM,
  OPENAI_CHAT,
  OPENAI_COMPLETIONS,
  OPENAI_RESPONSES,
  SGLANG,
  LLAMA_CPP_OLD,
  LLAMA_CPP,
  TGI,
  OLLAMA,
  CSV,
];

/** The format of that name, or undefined. */
export function findFormat(name: string): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => format.name === name);
}
