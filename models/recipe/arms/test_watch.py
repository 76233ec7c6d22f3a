import json
import math
from types import SimpleNamespace

import pytest
import torch

from .watch import JsonLog, step_figures


def test_figures_of_a_step_by_hand():
    rows = torch.tensor(
        [  # decided, right, confidence, entropy, tokens, cross-entropy
            [1, 1, 1.0, 3.0, 6, 0.1],
            [1, 0, 0.6, 1.0, 2, 0.5],
            [0, 0, 0.9, 2.0, 4, 0.0],
        ]
    )
    figures = step_figures(rows)
    assert figures == pytest.approx(
        {
            "decided": 2 / 3,
            "accuracy": 0.5,
            "meanConfidence": 0.8,
            "ece": (0.6 + 0) / 2,
            "certain": 0.5,
            "reasoningEntropy": 0.5,
            "crossEntropy": 0.2,
        }
    )


def test_a_step_without_decisions_has_no_confidence():
    figures = step_figures(torch.tensor([[0.0, 0, 0.5, 1, 2, 0]]))
    assert figures["decided"] == 0
    assert all(math.isnan(figures[name]) for name in ("accuracy", "meanConfidence", "ece", "certain"))


def test_every_entry_is_one_line_of_json_by_the_first_process(tmp_path):
    path = tmp_path / "new" / "train.jsonl"
    log = JsonLog(path)
    for step, first in ((1, True), (2, False), (3, True)):
        state = SimpleNamespace(is_world_process_zero=first, global_step=step)
        log.on_log(None, state, None, logs={"ece": math.nan, "reward": 0.5})
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert lines == [{"step": step, "ece": None, "reward": 0.5} for step in (1, 3)]
    for step, kept in ((7, True), (0, False)):
        log.on_train_begin(None, SimpleNamespace(is_world_process_zero=True, global_step=step), None)
        assert path.exists() == kept
