import {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Tensor,
} from '@huggingface/transformers';
import mjsUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type { Measured, MeasureRequest } from './measure';

env.allowLocalModels = true;
env.allowRemoteModels = false;
env.localModelPath = '/models/';
const wasm = env.backends.onnx.wasm!;
wasm.wasmPaths = { mjs: mjsUrl, wasm: wasmUrl };
wasm.numThreads = 1;

let tokenizer: PreTrainedTokenizer | null = null;
const models = new Map<string, PreTrainedModel>();

/** Greedy `generate` of transformers.js on the same files: WASM, one thread, chunks of `batchSize` in order. */
export async function measurePeer(request: MeasureRequest): Promise<Measured> {
  tokenizer ??= await AutoTokenizer.from_pretrained('base');
  tokenizer.padding_side = 'left';
  const { dtype, model: folder } = request;
  const key = `${folder} ${dtype}`;
  const model =
    models.get(key) ??
    (await AutoModelForCausalLM.from_pretrained(folder, { dtype, device: 'wasm' }));
  models.set(key, model);
  const eos = tokenizer.convert_tokens_to_ids(['<|im_end|>'])[0]!;

  const texts: string[] = [];
  let tokens = 0;
  const started = performance.now();
  for (let from = 0; from < request.cases.length; from += request.batchSize) {
    const prompts = request.cases.slice(from, from + request.batchSize).map(({ prompt }) =>
      tokenizer!.apply_chat_template([{ role: 'user', content: prompt }], {
        add_generation_prompt: true,
        tokenize: false,
      }),
    );
    const inputs = tokenizer(prompts, { padding: true, add_special_tokens: false }) as {
      input_ids: Tensor;
    };
    const output = (await model.generate({
      ...inputs,
      max_new_tokens: request.maxNewTokens,
      do_sample: false,
      eos_token_id: eos,
    })) as Tensor;
    const width = inputs.input_ids.dims[1]!;
    for (const row of output.tolist() as bigint[][]) {
      const ids = row.slice(width).map(Number);
      const end = ids.indexOf(eos);
      const chosen = end < 0 ? ids : ids.slice(0, end + 1);
      tokens += chosen.length;
      texts.push(tokenizer.decode(chosen, { skip_special_tokens: false }));
    }
  }
  return { tokens, seconds: (performance.now() - started) / 1000, texts };
}
