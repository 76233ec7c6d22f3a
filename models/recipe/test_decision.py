import pytest

from .decision import decided_option, find_decision_token
from .quickcheck import check_texts, conclusion_of

CLOSED = ["<think>", "\n", "Answer", ":", " A", "</think>", "\n"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (CLOSED + ["Answer", ":", " B", "<|im_end|>"], (9, "B", None)),
        (CLOSED + ["Answer:", "B"], (8, "B", None)),
        (CLOSED + ["Answer", ":", " A", "\n", "Answer", ":", " B"], (13, "B", None)),
        (CLOSED + ["Answer", ":", "", " B"], (10, "B", None)),
        (CLOSED + ["Answer", ":", " C"], (9, None, "not-an-option")),
        (CLOSED + ["Answer", ":"], (-1, None, "no-decision")),
        (["Answer", ":", " A"], (-1, None, "no-decision")),
    ],
)
def test_the_decision_is_stated_after_the_reasoning_or_missing(texts, expected):
    assert decided_option(texts, ["A", "B"], finished=True) == expected


def test_a_trace_that_was_cut_says_so():
    assert decided_option(["<think>", "\n"], ["A"], finished=False) == (-1, None, "cut-off")
    assert find_decision_token([]) == -1


def test_the_conclusion_is_the_option_of_the_last_line():
    assert conclusion_of("<think>\n- x: y 2.\nOn balance: cold = B.\n</think>\nAnswer: A") == "B"
    assert conclusion_of("<think>\nno idea\n</think>\nAnswer: A") is None


def test_shares_count_format_consistency_and_accuracy():
    case = {"options": ["A", "B"], "gold": "B"}
    right = ["On balance: cold = B.\n", "</think>", "Answer", ":", " B", "<end>"]
    inconsistent = ["On balance: flu = A.\n", "</think>", "Answer", ":", " B", "<end>"]
    cut = ["On balance: flu = A.\n", "</think>", "Answer", ":", " B"]
    shares = check_texts([case] * 4, [right, right, inconsistent, cut], "<end>")
    assert shares == {"valid": 0.75, "consistent": 0.5, "accuracy": 1.0}
