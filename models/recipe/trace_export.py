"""
The graph that `torch.onnx.export` traces from a checkpoint, for `npm run bench` only: it shows what the hand-written
graph gains. Written with the names that transformers.js looks for, beside copies of the checkpoint's plain files.
"""

import argparse
import shutil
from pathlib import Path

import onnx
import torch
from torch.export import Dim
from transformers import DynamicCache, Qwen3ForCausalLM

from .dtypes import DTYPE_FILES


class WithFlatCache(torch.nn.Module):
    """The model with its cache as plain tensors, and the mask of left-padded rows made here."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, position_ids, past):
        cache = DynamicCache()
        for layer, (key, value) in enumerate(past):
            cache.update(key, value, layer)
        new, total = input_ids.shape[1], attention_mask.shape[1]
        query = torch.arange(new)[:, None] + (total - new)
        seen = (torch.arange(total)[None, :] <= query)[None, None] & (attention_mask[:, None, None, :] > 0)
        bias = torch.where(seen, 0.0, torch.finfo(torch.float32).min)
        out = self.model(input_ids=input_ids, attention_mask=bias, position_ids=position_ids, past_key_values=cache)
        return out.logits, *[part for layer in cache.layers for part in (layer.keys, layer.values)]


def trace(checkpoint: Path, out: Path) -> None:
    model = Qwen3ForCausalLM.from_pretrained(checkpoint, dtype=torch.float32).eval()
    model.set_attn_implementation("eager")
    config = model.config
    rows, new, before = 3, 5, 7
    past = [
        tuple(torch.randn(rows, config.num_key_value_heads, before, config.head_dim) for _ in range(2))
        for _ in range(config.num_hidden_layers)
    ]
    mask, ids = torch.ones(rows, before + new, dtype=torch.long), torch.zeros(rows, new, dtype=torch.long)
    positions = torch.arange(before, before + new).repeat(rows, 1)
    parts = [f"{layer}.{part}" for layer in range(config.num_hidden_layers) for part in ("key", "value")]
    two, cached = {0: Dim.DYNAMIC, 1: Dim.DYNAMIC}, {0: Dim.DYNAMIC, 2: Dim.DYNAMIC}
    file = out / DTYPE_FILES["fp32"]
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        WithFlatCache(model),
        (ids, mask, positions, past),
        file,
        input_names=["input_ids", "attention_mask", "position_ids", *[f"past_key_values.{part}" for part in parts]],
        output_names=["logits", *[f"present.{part}" for part in parts]],
        dynamic_shapes=(two, two, two, [(cached, cached)] * config.num_hidden_layers),
        dynamo=True,
        external_data=False,
    )
    graph = onnx.load(file)
    # transformers.js makes the first, empty cache by the names of its dimensions.
    for value in graph.graph.input:
        if value.name.startswith("past_key_values"):
            value.type.tensor_type.shape.dim[0].dim_param = "batch_size"
    onnx.save(graph, file)
    for path in checkpoint.glob("*.json"):
        shutil.copy(path, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    trace(args.checkpoint, args.out)


if __name__ == "__main__":
    main()
