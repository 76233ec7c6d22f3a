"""Logits of teacher-forced traces, after the prompt and at the decision: what the browser's engine is held to."""

import argparse
import json
from pathlib import Path

import torch
from transformers import AutoTokenizer, Qwen3ForCausalLM

from .chat import THINK_START
from .dtypes import DTYPE_FILES
from .export import teacher_forced, torch_logits, traces_as_tokens
from .manifest import rounded
from .session import Decoder, open_session


def reference(checkpoint: Path, sequences: list[list[int]]) -> list[dict]:
    """
    For each sequence two positions and the logits after them: `fp32` by torch, the other precisions by
    onnxruntime on the very file. The second position is the one before the decision token.
    """
    tokenizer = AutoTokenizer.from_pretrained(checkpoint)
    model = Qwen3ForCausalLM.from_pretrained(checkpoint, dtype=torch.float32).eval()
    model.set_attn_implementation("eager")
    decoders = {dtype: Decoder(open_session(checkpoint / file)) for dtype, file in DTYPE_FILES.items()}
    think = tokenizer.convert_tokens_to_ids(THINK_START)
    cases = []
    for tokens in sequences:
        positions = [tokens.index(think) - 1, len(tokens) - 3]
        logits = {dtype: teacher_forced(decoders[dtype], tokens) for dtype in ("q8", "q4")}
        logits["fp32"] = torch_logits(model, tokens)
        picked = {dtype: [rounded(logits[dtype][at]) for at in positions] for dtype in DTYPE_FILES}
        cases.append({"tokens": tokens, "positions": positions, "logits": picked})
    return cases


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", help="JSONL files of cases with traces")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--per-file", type=int, default=25, help="traces of each file")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(args.checkpoint)
    cases = reference(args.checkpoint, traces_as_tokens(tokenizer, args.cases, args.per_file))
    args.out.write_text(json.dumps({"model": args.checkpoint.name, "cases": cases}, separators=(",", ":")) + "\n")
    print(f"{args.out}: {len(cases)} sequences")


if __name__ == "__main__":
    main()
