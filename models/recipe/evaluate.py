"""Decision table and figures of an exported checkpoint: greedy traces of held-out cases, one JSONL row a case."""

import argparse
import itertools
import json
import math
import time
from pathlib import Path

from transformers import AutoTokenizer

from .cases import read_cases
from .decision import decided_option
from .decode import Completion, decode_greedily, option_tokens
from .dtypes import DTYPE_FILES
from .metrics import figures, log_sum_exp
from .session import Decoder, open_session


def decision_row(tokenizer, completion: Completion) -> dict:
    """The row of the decision table: option logits are the log-sum-exp over each option's surface forms."""
    case, tokens = completion.case, completion.tokens
    index, chosen, missing = decided_option(completion.texts, case["options"], completion.finished)
    row = {"id": case["id"], "task": case.get("task", ""), "options": case["options"], "gold": case["gold"]}
    row |= {"posterior": case.get("posterior"), "finish": "stop" if completion.finished else "length"}
    if missing:
        return row | {"logits": None, "optionMass": None, "chosen": None, "missing": missing}
    forms = option_tokens(tokenizer, case["options"])
    token = tokens[index]
    logits = [log_sum_exp([token.watched[i] for i in forms[option]]) for option in case["options"]]
    mass = min(1.0, math.exp(log_sum_exp(logits) - token.logsumexp))
    return row | {"logits": logits, "optionMass": mass, "chosen": chosen, "tokenIndex": index}


def trace_row(tokenizer, completion: Completion, row: dict) -> dict:
    """A whole trace with the likeliest alternatives of every token."""
    text = {i: tokenizer.decode([i]) for token in completion.tokens for i, _ in token.top}
    tokens = [
        {
            "id": token.id,
            "text": token.text,
            "logprob": token.logprob,
            "logsumexp": token.logsumexp,
            "top": [{"id": i, "text": text[i], "logprob": logprob} for i, logprob in token.top],
        }
        for token in completion.tokens
    ]
    if row["chosen"] is None:
        decision = {"status": "missing", "reason": row["missing"]}
    else:
        decision = {"status": "found", "tokenIndex": row["tokenIndex"], "chosen": row["options"].index(row["chosen"])}
        decision |= {"logits": row["logits"], "optionMass": row["optionMass"]}
    return {"case": completion.case, "tokens": tokens, "finish": row["finish"], "decision": decision}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", help="JSONL file of held-out cases of one task")
    parser.add_argument("--checkpoint", type=Path, required=True, help="folder with tokenizer and onnx/")
    parser.add_argument("--dtype", choices=list(DTYPE_FILES), default="fp32")
    parser.add_argument("--n", type=int, default=2000)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--max-new-tokens", type=int, default=160)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="decision table, JSONL")
    parser.add_argument("--texts", type=int, default=200, help="keep the completion's text in this many rows")
    parser.add_argument("--traces", type=Path, help="also write whole traces here")
    parser.add_argument("--trace-count", type=int, default=300)
    parser.add_argument("--completions", type=Path, help="also write {id, prompt, gold, completion} of every case here")
    parser.add_argument("--figures", type=Path, required=True, help="figures of all rows and of the first 200, JSON")
    args = parser.parse_args()

    tokenizer = AutoTokenizer.from_pretrained(args.checkpoint)
    decoder = Decoder(open_session(args.checkpoint / DTYPE_FILES[args.dtype], args.threads))
    cases = list(itertools.islice(read_cases(args.cases), args.n))
    began, rows, completions, traces, count = time.perf_counter(), [], [], [], 0
    for number, completion in enumerate(decode_greedily(decoder, tokenizer, cases, args.batch, args.max_new_tokens)):
        row = decision_row(tokenizer, completion)
        count += len(completion.tokens)
        if number < args.trace_count:
            traces.append(trace_row(tokenizer, completion, row))
        text = {"completion": "".join(completion.texts)}
        completions.append({key: completion.case[key] for key in ("id", "prompt", "gold")} | text)
        rows.append(row | (text if number < args.texts else {}))
    rate = count / (time.perf_counter() - began)
    write_lines(args.out, rows)
    if args.completions:
        write_lines(args.completions, completions)
    if args.traces:
        write_lines(args.traces, traces)
    result = {"figures": figures(rows), "figures200": figures(rows[:200])}
    args.figures.parent.mkdir(parents=True, exist_ok=True)
    args.figures.write_text(json.dumps(result, indent=2) + "\n")
    print(f"{args.cases} {args.dtype}: {json.dumps(result['figures'])} at {rate:.0f} tokens/s")


def write_lines(path: Path, rows: list[dict]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, separators=(",", ":")) + "\n" for row in rows)


if __name__ == "__main__":
    main()
