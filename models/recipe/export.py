"""Export a checkpoint to ONNX in three precisions and compare each with torch on teacher-forced traces."""

import argparse
import itertools
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from transformers import AutoTokenizer, Qwen3ForCausalLM

from .cases import read_cases
from .chat import completion_text, prompt_text
from .dtypes import DTYPE_FILES
from .graph import build_graph
from .session import Decoder, open_session


def export(checkpoint: Path, dtypes) -> None:
    """Writes onnx/*.onnx beside the checkpoint's weights."""
    model = Qwen3ForCausalLM.from_pretrained(checkpoint, dtype=torch.float32)
    state = {name: value.numpy() for name, value in model.state_dict().items()}
    (checkpoint / "onnx").mkdir(exist_ok=True)
    for dtype in dtypes:
        graph = build_graph(model.config, state, dtype)
        onnx.save(graph, checkpoint / DTYPE_FILES[dtype])


def teacher_forced(decoder: Decoder, tokens: list[int]) -> np.ndarray:
    """Logits [t, V] of a whole token sequence in one step."""
    ids = np.array([tokens])
    decoder.start(np.ones_like(ids))
    return decoder.step(ids)[0]


def torch_logits(model, tokens: list[int]) -> np.ndarray:
    with torch.inference_mode():
        return model(input_ids=torch.tensor([tokens])).logits[0].numpy()


def traces_as_tokens(tokenizer, paths, per_file: int) -> list[list[int]]:
    """Token ids of prompt and trace of the first cases of each file."""
    cases = [case for path in paths for case in itertools.islice(read_cases(path), per_file)]
    return [
        tokenizer.encode(prompt_text(tokenizer, case) + completion_text(case), add_special_tokens=False)
        for case in cases
    ]


def compare(checkpoint: Path, dtype: str, sequences: list[list[int]]) -> dict[str, float]:
    """Against torch float32: the largest absolute logit difference and the share of positions of equal argmax."""
    model = Qwen3ForCausalLM.from_pretrained(checkpoint, dtype=torch.float32).eval()
    model.set_attn_implementation("eager")
    decoder = Decoder(open_session(checkpoint / DTYPE_FILES[dtype]))
    largest, same, count = 0.0, 0, 0
    for tokens in sequences:
        expected, got = torch_logits(model, tokens), teacher_forced(decoder, tokens)
        largest = max(largest, float(np.abs(expected - got).max()))
        same += int((expected.argmax(1) == got.argmax(1)).sum())
        count += len(tokens)
    return {"maxLogitDifference": largest, "argmaxAgreement": same / count}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", help="JSONL files of cases with traces, for the comparison")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--per-file", type=int, default=25, help="traces compared of each file")
    parser.add_argument("--dtypes", nargs="+", choices=list(DTYPE_FILES), default=list(DTYPE_FILES))
    parser.add_argument("--report", type=Path, required=True, help="JSON of the comparison")
    args = parser.parse_args()
    export(args.checkpoint, args.dtypes)
    tokenizer = AutoTokenizer.from_pretrained(args.checkpoint)
    sequences = traces_as_tokens(tokenizer, args.cases, args.per_file)
    report = {dtype: compare(args.checkpoint, dtype, sequences) for dtype in args.dtypes}
    args.report.write_text(json.dumps(report, indent=2) + "\n")
    for dtype, row in report.items():
        size = (args.checkpoint / DTYPE_FILES[dtype]).stat().st_size
        print(
            f"{dtype}: {size} bytes, largest logit difference {row['maxLogitDifference']:.3g}, "
            f"equal argmax {row['argmaxAgreement']:.4%} over {len(sequences)} traces"
        )


if __name__ == "__main__":
    main()
