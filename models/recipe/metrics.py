"""Confidence and its calibration error, as the browser computes them: float64, from raw logits."""

import math

import numpy as np


def log_sum_exp(values) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(value - top) for value in values))


def confidence_of(option_logits: list[float], chosen: int) -> float:
    """Probability of the chosen option, renormalised over the options."""
    return math.exp(option_logits[chosen] - log_sum_exp(option_logits))


def expected_calibration_error(confidence, correct, bins: int = 15) -> float:
    """
    Σ n_b/n · |accuracy_b − mean confidence_b| in [0, 1] over equal-mass bins: sizes as numpy.array_split, rows of
    equal confidence kept in one bin. NaN for no rows.
    """
    confidence, correct = np.asarray(confidence, np.float64), np.asarray(correct, np.float64)
    n = len(confidence)
    if n == 0:
        return math.nan
    order = np.argsort(confidence, kind="stable")
    confidence, correct = confidence[order], correct[order]
    error, start = 0.0, 0
    for part in np.array_split(np.arange(n), min(bins, n)):
        end = int(part[-1]) + 1
        if end <= start:
            continue
        end = int(np.searchsorted(confidence, confidence[end - 1], side="right"))
        error += abs(correct[start:end].sum() - confidence[start:end].sum()) / n
        start = end
    return float(error)


def figures(rows: list[dict]) -> dict[str, float | None]:
    """
    Figures of a decision table: n cases, `decided` of them; accuracy, mean confidence and ECE over the decided (None
    if there are none); `formatValid` the share of n that decided after closed reasoning and ended the turn.
    """
    decided = [row for row in rows if row["chosen"] is not None]
    confidence = [confidence_of(row["logits"], row["options"].index(row["chosen"])) for row in decided]
    correct = [row["chosen"] == row["gold"] for row in decided]
    return {
        "n": len(rows),
        "decided": len(decided),
        "accuracy": float(np.mean(correct)) if decided else None,
        "meanConfidence": float(np.mean(confidence)) if decided else None,
        "ece": expected_calibration_error(confidence, correct) if decided else None,
        "formatValid": sum(row["finish"] == "stop" for row in decided) / max(1, len(rows)),
    }
