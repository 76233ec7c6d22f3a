import { DynamicCache, Tensor, type PreTrainedModel } from '@huggingface/transformers';
import { EngineError, toEngineError } from '../errors';
import type { CausalModel, ForwardInput, ForwardOutput, KvCache } from '../model';

/** How transformers.js names what a pass hands to the next. */
const pastName = (name: string): string =>
  name.replace(
    /^present(_ssm|_conv|_recurrent|_compressor|_indexer)?/u,
    (_, kind: string | undefined) => (kind === undefined ? 'past_key_values' : `past${kind}`),
  );

/** The state of one row; the tensors are freed once nobody holds them. */
class HubCache implements KvCache {
  readonly rows = 1;
  readonly columns: number;
  readonly shared: { readonly state: DynamicCache; holders: number };
  private held = true;

  constructor(shared: HubCache['shared'], columns: number) {
    this.shared = shared;
    this.columns = columns;
    shared.holders++;
  }

  release(): void {
    if (!this.held) return;
    this.held = false;
    if (--this.shared.holders === 0) void this.shared.state.dispose();
  }
}

type Outputs = Readonly<Record<string, Tensor>>;

/**
 * A model of transformers.js for the decode loop, one row at a time: models of the Hub keep states of many
 * kinds, which only the runtime knows how to lay out. Logits come as float32. `vocabSize` is the width of the logits.
 */
export function createHubModel(
  model: Pick<PreTrainedModel, 'forward'>,
  vocabSize: number,
  contextLength: number,
): CausalModel {
  return {
    vocabSize,
    contextLength,

    async forward({ rows, columns, ids, mask, past, keep }: ForwardInput): Promise<ForwardOutput> {
      if (rows !== 1) throw new EngineError('Models of the Hub decode one row at a time.');
      const former = past as HubCache | null;
      const width = (former?.columns ?? 0) + columns;
      try {
        const outputs = (await model.forward({
          input_ids: new Tensor('int64', ids.slice(), [1, columns]),
          attention_mask: new Tensor('int64', mask.slice(), [1, width]),
          past_key_values: former?.shared.state ?? null,
          ...(keep !== undefined && {
            num_logits_to_keep: new Tensor('int64', [BigInt(keep)], []),
          }),
        })) as Outputs;
        const present = Object.fromEntries(
          Object.entries(outputs).flatMap(([name, tensor]) =>
            name.startsWith('present') ? [[pastName(name), tensor]] : [],
          ),
        );
        const shared = former?.shared ?? { state: new DynamicCache(), holders: 0 };
        shared.state.update(present);
        const logits = outputs.logits!;
        const plain = logits.type === 'float32' ? logits : logits.to('float32');
        return {
          logits: plain.data as Float32Array,
          logitColumns: logits.dims[1]!,
          cache: new HubCache(shared, width),
        };
      } catch (error) {
        throw toEngineError(error);
      } finally {
        former?.release();
      }
    },

    gather(slices, columns) {
      const [slice, ...more] = slices;
      const cache = slice?.cache;
      if (!(cache instanceof HubCache) || more.length > 0 || cache.columns !== columns)
        throw new EngineError('Models of the Hub decode one row at a time.');
      return new HubCache(cache.shared, columns);
    },
  };
}
