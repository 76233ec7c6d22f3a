"""The model card of a checkpoint, its figures taken from the manifest."""

import argparse
import json
from pathlib import Path

TEMPLATE = Path(__file__).with_name("card.md")


def card(model: dict, training: str, train_cases: int) -> str:
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
        training=training,
        trainCases=train_cases,
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
    parser.add_argument("--train-cases", type=int, required=True, help="traces a task that it was trained on")
    args = parser.parse_args()
    models = json.loads(args.manifest.read_text())["models"]
    model = next(model for model in models if model["name"] == args.name)
    steps = [json.loads(line) for line in args.log.read_text().splitlines()]
    training = f"{len(steps):,} steps, final loss {sum(row['loss'] for row in steps[-50:]) / len(steps[-50:]):.3f}"
    (args.manifest.parent / model["path"] / "README.md").write_text(card(model, training, args.train_cases))


if __name__ == "__main__":
    main()
