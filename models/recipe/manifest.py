"""The manifest entry of a checkpoint: files with hashes, golden logits for the browser's self-test, figures."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from transformers import AutoTokenizer, Qwen3ForCausalLM

from .dtypes import DTYPE_FILES
from .export import teacher_forced, torch_logits, traces_as_tokens
from .session import Decoder, open_session

# Every precision runs in float32 once loaded, so backends may differ by rounding only.
TOLERANCE = 1e-3
PLAIN_FILES = ("config.json", "tokenizer.json", "tokenizer_config.json")


def file_entry(root: Path, name: str) -> dict:
    content = (root / name).read_bytes()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def exported(checkpoint: Path) -> dict[str, str]:
    """Dtype → file of those that were exported."""
    return {dtype: name for dtype, name in DTYPE_FILES.items() if (checkpoint / name).exists()}


def golden(checkpoint: Path, tokenizer, model, paths, per_file: int = 1, everywhere: bool = True) -> list[dict]:
    """
    Teacher-forced traces of each file: logits after the prompt and at the decision; `everywhere` half-way and at
    the end, too.
    """
    decoders = {
        dtype: Decoder(open_session(checkpoint / name))
        for dtype, name in exported(checkpoint).items()
        if dtype != "fp32"
    }
    result = []
    for tokens in traces_as_tokens(tokenizer, paths, per_file):
        start = len(tokens) - 1 - tokens[::-1].index(tokenizer.convert_tokens_to_ids("<think>"))
        positions = [start - 1, len(tokens) - 3]
        if everywhere:
            positions = sorted([*positions, (start + len(tokens)) // 2, len(tokens) - 2])
        logits = {"fp32": torch_logits(model, tokens)} if "fp32" in exported(checkpoint) else {}
        logits |= {dtype: teacher_forced(decoder, tokens) for dtype, decoder in decoders.items()}
        picked = {dtype: [rounded(values[p]) for p in positions] for dtype, values in logits.items()}
        result.append({"tokens": tokens, "positions": positions, "logits": picked})
    return result


def rounded(logits: np.ndarray) -> list[float]:
    """Four decimals: an error a tenth of the tolerance at most."""
    return [round(float(value), 4) for value in logits]


def read_figures(folder: Path, name: str) -> tuple[dict, dict]:
    """Figures written by `evaluate` as <task>-<dtype>.json: of all cases, and of the first 200."""
    every: dict = {}
    first: dict = {}
    for path in sorted(folder.glob(f"{name}-*.json")):
        task, dtype = path.stem.removeprefix(f"{name}-").rsplit("-", 1)
        content = json.loads(path.read_text())
        every.setdefault(task, {})[dtype] = content["figures"]
        first.setdefault(task, {})[dtype] = content["figures200"]
    return every, first


def entry(checkpoint: Path, title: str, arm: str, cases, report: Path, figures: Path, everywhere: bool) -> dict:
    name = checkpoint.name
    tokenizer = AutoTokenizer.from_pretrained(checkpoint)
    model = Qwen3ForCausalLM.from_pretrained(checkpoint, dtype=torch.float32).eval()
    model.set_attn_implementation("eager")
    config, comparison = model.config, json.loads(report.read_text())
    every, first = read_figures(figures, name)
    return {
        "name": name,
        "title": title,
        "arm": arm,
        "path": name,
        "parameters": sum(p.numel() for p in model.parameters()),
        "tasks": list(every),
        "architecture": {
            "layers": config.num_hidden_layers,
            "kvHeads": config.num_key_value_heads,
            "headDim": config.head_dim,
            "vocabSize": config.vocab_size,
            "contextLength": config.max_position_embeddings,
            "eosTokenId": tokenizer.eos_token_id,
            "padTokenId": tokenizer.pad_token_id,
        },
        "files": [{"path": path, **file_entry(checkpoint, path)} for path in PLAIN_FILES],
        "dtypes": {
            dtype: {"file": file, **file_entry(checkpoint, file), "tolerance": TOLERANCE, **comparison[dtype]}
            for dtype, file in exported(checkpoint).items()
        },
        "golden": golden(checkpoint, tokenizer, model, cases, everywhere=everywhere),
        "figures": every,
        "figures200": first,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", help="JSONL files of cases with traces; the first of each is golden")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--title", required=True)
    parser.add_argument("--arm", default="base")
    parser.add_argument("--brief", action="store_true", help="golden logits after the prompt and at the decision only")
    parser.add_argument("--report", type=Path, required=True, help="written by export")
    parser.add_argument("--figures", type=Path, required=True, help="folder of the files written by evaluate")
    parser.add_argument("--manifest", type=Path, required=True, help="other models in it are kept")
    args = parser.parse_args()
    new = entry(args.checkpoint, args.title, args.arm, args.cases, args.report, args.figures, not args.brief)
    models = json.loads(args.manifest.read_text())["models"] if args.manifest.exists() else []
    names = [model["name"] for model in models]
    if new["name"] in names:
        models[names.index(new["name"])] = new
    else:
        models.append(new)
    args.manifest.write_text(to_json({"version": 1, "models": models}))
    print(f"{args.manifest}: {', '.join(model['name'] for model in models)}")


def to_json(value: dict) -> str:
    """Indented JSON with every list of numbers on one line."""

    def write(item, indent: str) -> str:
        inner = indent + "  "
        if isinstance(item, dict) and item:
            rows = [f"{inner}{json.dumps(key)}: {write(part, inner)}" for key, part in item.items()]
            return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
        if isinstance(item, list) and any(isinstance(part, dict | list) for part in item):
            return "[\n" + ",\n".join(inner + write(part, inner) for part in item) + f"\n{indent}]"
        return json.dumps(item, separators=(",", ":") if isinstance(item, list) else None)

    return write(value, "") + "\n"


if __name__ == "__main__":
    main()
