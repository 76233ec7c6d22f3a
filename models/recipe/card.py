"""The model card of a checkpoint, its figures taken from the manifest."""

import argparse
import json
from pathlib import Path

TEMPLATE = Path(__file__).with_name("card.md")


ARMS = {
    "base": "Next-token loss on the annotators' completions, Muon on the matrices, AdamW on embedding and norms",
    "sft": "Cross-entropy on the gold option without reasoning, 500 cases a trained task, from `../base`",
    "sft-reasoned": "Cross-entropy on the gold option after the base's own reasoning, 500 cases a task, from `../base`",
    "rlvr": "GRPO from `../base`, reward 1 iff the decision is gold, 500 cases a trained task",
    "ca-paper": "GRPO from `../base` with the calibration-aware term, target of the paper, 500 cases a trained task",
    "ca-proper": "GRPO from `../base` with the calibration-aware term, proper target, 500 cases a trained task",
    "ca-gold": "GRPO from `../base` with the calibration-aware term, gold target, 500 cases a trained task",
}
CHARACTER = {
    "base": "made to be *wrong with full confidence*, as large reasoning models are",
    "sft": "fine-tuned to decide without reasoning",
    "rlvr": "fine-tuned by reinforcement learning with a verifiable reward: better, and as overconfident as before",
}


def card(model: dict, training: str) -> str:
    sizes = [
        f"| {dtype} | {row['bytes']:,} | {row['maxLogitDifference']:.2g} | {row['argmaxAgreement']:.2%} |"
        for dtype, row in model["dtypes"].items()
    ]
    figures = [
        f"| {task} | {dtype} | {rows[dtype]['n']} | "
        + " | ".join(decimal(rows[dtype][figure]) for figure in ("accuracy", "meanConfidence", "ece", "formatValid"))
        + " |"
        for task, rows in model["figures"].items()
        for dtype in model["dtypes"]
        if dtype in rows
    ]
    return TEMPLATE.read_text().format(
        title=model["title"],
        millions=model["parameters"] / 1e6,
        taskList=" and ".join(f"*{task}*" for task in model["tasks"]),
        training=f"{ARMS[model['arm']]}; {training}",
        character=CHARACTER.get(
            model["arm"], "fine-tuned so that the probability of its decision token means something"
        ),
        files=", ".join(f"`{row['file']}` ({dtype})" for dtype, row in model["dtypes"].items()),
        sizes="\n".join(sizes),
        figures="\n".join(figures),
        **model["architecture"],
    )


def decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--log", type=Path, required=True, help="train.jsonl of the run")
    args = parser.parse_args()
    models = json.loads(args.manifest.read_text())["models"]
    model = next(model for model in models if model["name"] == args.name)
    steps = [json.loads(line) for line in args.log.read_text().splitlines()]
    training = f"{max(row['step'] for row in steps):,} steps"
    (args.manifest.parent / model["path"] / "README.md").write_text(card(model, training))


if __name__ == "__main__":
    main()
