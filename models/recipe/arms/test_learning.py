"""Some tens of steps on a tiny base that has learned to answer A, B, C, D with probabilities 3/7, 2/7, 1/7, 1/7."""

import json

import pytest

from .conftest import case
from .train import main


def learn(arm, base, tmp_path, golds, *more):
    path, out = tmp_path / "cases.jsonl", tmp_path / "run"
    path.write_text("".join(json.dumps(case(n) | {"gold": golds[n % len(golds)]}) + "\n" for n in range(16)))
    fixed = ["cpu=true", "rollouts=8", "cases_per_step=8", "device_batch=64", "max_completion=20", "warmup_steps=0"]
    main([f"arm={arm}", f"model={base}", f"cases=[{path}]", f"out={out}", *fixed, *more])
    lines = [json.loads(line) for line in (out / "train.jsonl").read_text().splitlines()]
    return [line for line in lines if "reward" in line]


def mean(lines, name):
    return sum(line[name] for line in lines) / len(lines)


def test_rlvr_raises_the_reward_and_the_confidence_with_it(taught_base, tmp_path):
    lines = learn("rlvr", taught_base, tmp_path, "B", "steps=30", "learning_rate=2e-3")
    assert mean(lines[:3], "reward") < 0.4
    assert mean(lines[-3:], "reward") > 0.8
    assert mean(lines[-3:], "meanConfidence") > 0.8


@pytest.mark.parametrize(("arm", "settles"), [("ca-proper", 1 / 4), ("ca-paper", 1 / 4 + (3 / 4) / 4)])
def test_the_confidence_goes_where_the_target_says(arm, settles, taught_base, tmp_path):
    """No reasoning says which option is gold, so that any decision is right with probability 1/4."""
    lines = learn(arm, taught_base, tmp_path, "ABCD", "steps=40", "learning_rate=2e-3", "lambda=1", "clamp=false")
    assert mean(lines[:2], "meanConfidence") > 0.35
    assert mean(lines[-10:], "meanConfidence") == pytest.approx(settles, abs=0.06)
