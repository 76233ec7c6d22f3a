import json
import sys

import pytest
import torch
from transformers import Qwen3ForCausalLM

from . import pretrain
from .test_tokenizer import TEXTS
from .tokenizer import save_tokenizer, train_tokenizer


@pytest.fixture
def folder(tmp_path):
    save_tokenizer(train_tokenizer(TEXTS, 400), tmp_path)
    case = {"prompt": TEXTS[0], "options": ["A", "B"], "gold": "A", "trace": TEXTS[1]}
    (tmp_path / "cases.jsonl").write_text("".join(json.dumps(case | {"id": n}) + "\n" for n in range(16)))
    return tmp_path


def train(monkeypatch, folder, name, *more):
    cases, out = str(folder / "cases.jsonl"), str(folder)
    fixed = ["--batch", "4", "--warmup", "5", "--layers", "2", "--no-compile", "--device", "cpu", "--check-cases", "2"]
    fixed += ["--steps", "12", "--max-new-tokens", "4", "--valid", cases, "--out", out, "--state", str(folder / name)]
    monkeypatch.setattr(sys, "argv", ["pretrain", cases, *fixed, *more])
    pretrain.main()
    return [json.loads(line) for line in (folder / name / "train.jsonl").read_text().splitlines()]


def test_it_learns_saves_and_goes_on_where_it_was_interrupted(monkeypatch, folder):
    whole = train(monkeypatch, folder, "whole", "--check-every", "6")
    assert whole[-1]["loss"] < 0.7 * whole[0]["loss"]
    assert set(whole[-1]["check"]["cases"]) == {"valid", "consistent", "accuracy"}
    expected = Qwen3ForCausalLM.from_pretrained(folder).state_dict()

    real_step = pretrain.learning_rate
    monkeypatch.setattr(pretrain, "learning_rate", lambda step, *rest: 1 / 0 if step == 8 else real_step(step, *rest))
    with pytest.raises(ZeroDivisionError):
        train(monkeypatch, folder, "broken", "--check-every", "6")
    monkeypatch.setattr(pretrain, "learning_rate", real_step)
    again = train(monkeypatch, folder, "broken", "--check-every", "6", "--resume")
    assert again[-1]["loss"] == pytest.approx(whole[-1]["loss"], rel=1e-3)
    for name, weight in Qwen3ForCausalLM.from_pretrained(folder).state_dict().items():
        assert torch.allclose(weight, expected[name], atol=1e-3), name


def test_the_learning_rate_rises_and_falls_within_its_bounds():
    rates = [pretrain.learning_rate(step, 100, 1.0, 10) for step in range(100)]
    assert rates[0] == pytest.approx(0.1) and max(rates) == 1.0 and rates[9] == 1.0
    assert all(a >= b for a, b in zip(rates[9:], rates[10:], strict=False)) and rates[-1] < 0.03
