import math

import numpy as np
import pytest

from .metrics import confidence_of, expected_calibration_error, figures


def test_ece_by_hand():
    # Two bins: (.1, .2 | 0, 1) and (.6, .9 | 1, 1): |.5 - .15| / 2 + |1 - .75| / 2.
    assert expected_calibration_error([0.9, 0.1, 0.6, 0.2], [1, 0, 1, 1], bins=2) == pytest.approx(0.3)
    assert expected_calibration_error([0.8] * 10, [1] * 5 + [0] * 5) == pytest.approx(0.3)
    assert expected_calibration_error([0.95, 1.0], [1, 0], bins=10) == pytest.approx(0.525)
    assert math.isnan(expected_calibration_error([], []))


def test_tied_confidences_stay_in_one_bin_whatever_the_order():
    confidence, correct = np.array([0.5, 0.5, 0.5, 0.9]), np.array([1, 0, 1, 0])
    expected = (abs(2 - 1.5) + 0.9) / 4
    for order in ([0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]):
        assert expected_calibration_error(confidence[order], correct[order], bins=2) == pytest.approx(expected)


def test_confidence_does_not_saturate_and_sums_to_one():
    logits = [40.0, 0.0, -3.0]
    assert 0 < 1 - confidence_of([20.0, 0.0], 0) < 1e-8
    assert sum(confidence_of(logits, i) for i in range(3)) == pytest.approx(1, abs=1e-15)


def test_figures_count_what_has_no_decision():
    row = {"options": ["A", "B"], "gold": "A", "finish": "stop"}
    rows = [
        row | {"chosen": "A", "logits": [math.log(3), 0.0]},
        row | {"chosen": "B", "logits": [0.0, 0.0], "finish": "length"},
        row | {"chosen": None, "logits": None},
        row | {"chosen": None, "logits": None},
    ]
    result = figures(rows)
    assert (result["n"], result["decided"], result["accuracy"], result["formatValid"]) == (4, 2, 0.5, 0.25)
    assert result["meanConfidence"] == pytest.approx(0.625)
    assert figures(rows[2:])["ece"] is None
