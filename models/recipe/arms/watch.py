"""What is watched while an arm is trained: figures of one step's rollouts, and every log entry as a line of JSON."""

import json
import math
from pathlib import Path

import torch
from transformers import TrainerCallback

from ..metrics import expected_calibration_error

CERTAIN = 0.99


def step_figures(rows: torch.Tensor) -> dict[str, float]:
    """
    Figures of N rollouts from rows [N, 6]: decided, right, confidence, summed entropy of the reasoning tokens, their
    number, cross-entropy. Accuracy, mean confidence, ECE and `certain`, the share above .99, are over the decided, NaN
    without any; entropy in nats a token, at the temperature of the rollouts.
    """
    decided, right, confidence, entropy, tokens, cross_entropy = rows.double().T
    kept = decided > 0
    confidence, right = confidence[kept].numpy(), right[kept].numpy()
    some = len(confidence) > 0
    return {
        "decided": decided.mean().item(),
        "accuracy": float(right.mean()) if some else math.nan,
        "meanConfidence": float(confidence.mean()) if some else math.nan,
        "ece": expected_calibration_error(confidence, right),
        "certain": float((confidence > CERTAIN).mean()) if some else math.nan,
        "reasoningEntropy": (entropy.sum() / tokens.sum().clamp(min=1)).item(),
        "crossEntropy": cross_entropy.mean().item(),
    }


class JsonLog(TrainerCallback):
    """
    Each log entry as a line of a JSONL file: our figures by our names, TRL's and transformers' by theirs. A resumed run
    appends, a new one starts the file anew.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def on_train_begin(self, args, state, control, **_) -> None:
        if state.is_world_process_zero and state.global_step == 0:
            self.path.unlink(missing_ok=True)

    def on_log(self, args, state, control, logs=None, **_) -> None:
        if not state.is_world_process_zero:
            return
        row = {"step": state.global_step} | {name: _json_value(value) for name, value in (logs or {}).items()}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with open(self.path, "a", encoding="utf-8") as lines:
            lines.write(json.dumps(row) + "\n")


def _json_value(value):
    return None if isinstance(value, float) and not math.isfinite(value) else value
