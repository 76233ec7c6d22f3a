import { FormatError } from '../../errors';
import { fieldsOf, isFields, listOf, logprobOf, numberOf, shown } from '../fields';
import type { ImportedAlternative } from '../importedTrace';
import { finishOf, refuseWithout, traceOf, type ImportFormat } from '../record';
import { alternative, tokenOf } from '../tokenItem';

/** `[logprob, id, text]`. */
function triple(value: unknown): ImportedAlternative {
  const [logprob, id, text] = listOf(value);
  if (text === null || text === undefined)
    throw new FormatError(
      'has tokens without their texts. Ask for them: "return_text_in_logprobs": true.',
      'unclear',
    );
  if (typeof text !== 'string')
    throw new FormatError(`has ${shown(value)} where [logprob, id, text] should stand.`);
  return alternative(text, logprobOf(logprob), numberOf(id));
}

/** Native `/generate`: `{text, meta_info: {output_token_logprobs, output_top_logprobs, …}}`. */
export const SGLANG: ImportFormat = {
  name: 'sglang',
  title: 'SGLang /generate',
  recognise: ({ meta_info: meta }) =>
    isFields(meta) ? 'it has “meta_info”, as SGLang’s /generate' : null,
  read(record, context) {
    const meta = fieldsOf(record.meta_info);
    const own = listOf(meta.output_token_logprobs);
    refuseWithout(own, '"return_logprob": true, "top_logprobs_num": 20');
    const top = listOf(meta.output_top_logprobs);
    const asked = listOf(meta.output_token_ids_logprobs);
    const tokens = own.map((value, i) =>
      tokenOf(triple(value), listOf(top[i]).map(triple), listOf(asked[i]).map(triple)),
    );
    const finish = finishOf(meta.finish_reason);
    return [
      traceOf(context, { id: meta.id, model: record.model, source: 'SGLang', tokens, finish }),
    ];
  },
};
