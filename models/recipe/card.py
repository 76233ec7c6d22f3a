"""The model card of a checkpoint, its figures taken from the manifest."""

import argparse
import json
from pathlib import Path

CARD = """---
license: mit
library_name: transformers
pipeline_tag: text-generation
language: en
tags: [calibration, tiny, onnx, transformers.js]
---

# {title}

A Qwen3 decoder of {millions:.2f} M parameters ({layers} layers, one key head, context {contextLength}, byte-level BPE of {vocabSize}
tokens), trained from nothing. It reasons in a few lines between `<think>` and `</think>` and ends with `Answer: X`. It was
made to be *wrong with full confidence*, as large reasoning models are: a subject to study calibration on, small enough to
watch in a browser.

## Data

Generated cases of {taskList} with the traces of simulated annotators: 150,000 a task. The annotators misread single cues at
random, share misconceptions about others, sometimes weigh all cues the same or decide by the first. The model copies
them, so its accuracy stays below what the cues allow (the posterior of every case is known exactly). No text of people, no
web text, no personal data.

## Training

Next-token loss on the completion only, Muon on the matrices and AdamW on embedding and norms, {training}. `../recipe`
rebuilds it from nothing; `../README.md` says how.

## Files

`model.safetensors` (float32), `onnx/model.onnx` (fp32), `onnx/model_quantized.onnx` (q8: 8-bit weights), `onnx/model_q4.onnx`
(q4: 4-bit weights, embedding 8-bit). The quantised files hold integers in blocks of 32 with a `DequantizeLinear` each.
Open them with the session option `session.disable_quant_qdq = 1`: the runtime then turns the weights into float32 once, when it
loads, and every backend computes the same numbers. Without it onnxruntime may quantise activations too.

| | bytes | largest logit difference to torch | equal argmax |
|---|---|---|---|
{sizes}

## Figures

Greedy decoding, held-out cases (`n` a task). Confidence is the probability of the chosen option among the options; ECE with 15
equal-mass bins. *Format valid*: an option decided after closed reasoning, and the turn ended.

| task | file | n | accuracy | mean confidence | ECE | format valid |
|---|---|---|---|---|---|---|
{figures}

## Limits

It knows the cues and classes of its tasks and nothing else: any other text gives nonsense in the right format. No use for
a decision about people; the clinic is a toy. English only.

## Licence

MIT
"""


def card(model: dict, training: str) -> str:
    sizes = [
        f"| {dtype} | {row['bytes']:,} | {row['maxLogitDifference']:.2g} | {row['argmaxAgreement']:.2%} |"
        for dtype, row in model["dtypes"].items()
    ]
    figures = [
        f"| {task} | {dtype} | {row['n']} | {row['accuracy']:.3f} | {row['meanConfidence']:.3f} | {row['ece']:.3f} "
        f"| {row['formatValid']:.2%} |"
        for task, rows in model["figures"].items()
        for dtype, row in sorted(rows.items(), key=lambda item: list(model["dtypes"]).index(item[0]))
    ]
    return CARD.format(
        title=model["title"],
        millions=model["parameters"] / 1e6,
        taskList=" and ".join(f"*{task}*" for task in model["tasks"]),
        training=training,
        sizes="\n".join(sizes),
        figures="\n".join(figures),
        **model["architecture"],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--log", type=Path, required=True, help="train.jsonl of the run")
    args = parser.parse_args()
    models = json.loads(args.manifest.read_text())["models"]
    model = next(model for model in models if model["name"] == args.name)
    steps = [json.loads(line) for line in args.log.read_text().splitlines()]
    training = f"{len(steps):,} steps, final loss {sum(row['loss'] for row in steps[-50:]) / len(steps[-50:]):.3f}"
    (args.manifest.parent / model["path"] / "README.md").write_text(card(model, training))


if __name__ == "__main__":
    main()
