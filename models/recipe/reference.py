"""Teacher-forced logits of many traces, which the browser tests compare every backend and precision with."""

import argparse
import json
from pathlib import Path

import torch
from transformers import AutoTokenizer, Qwen3ForCausalLM

from .manifest import golden


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", help="JSONL files of cases with traces")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--per-file", type=int, default=25)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(args.checkpoint)
    model = Qwen3ForCausalLM.from_pretrained(args.checkpoint, dtype=torch.float32).eval()
    model.set_attn_implementation("eager")
    cases = golden(args.checkpoint, tokenizer, model, args.cases, args.per_file, everywhere=False)
    args.out.write_text(json.dumps({"model": args.checkpoint.name, "cases": cases}, separators=(",", ":")) + "\n")
    print(f"{args.out}: {len(cases)} traces")


if __name__ == "__main__":
    main()
