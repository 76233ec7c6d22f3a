import pytest
import torch

from .targets import TARGETS


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("paper", [0.25, 0.25, 0.25, 0.25]),
        ("proper", [1 / 3, 0, 1 / 3, 1 / 3]),
        ("gold", [0, 0, 1, 0]),
    ],
)
def test_the_target_of_a_wrong_decision(name, expected):
    assert TARGETS[name](chosen=1, gold=2, options=4).tolist() == pytest.approx(expected)


@pytest.mark.parametrize("name", TARGETS)
def test_a_right_decision_is_the_target_and_every_target_sums_to_one(name):
    assert TARGETS[name](chosen=2, gold=2, options=4).tolist() == [0, 0, 1, 0]
    for options in (2, 5):
        assert TARGETS[name](0, 1, options).sum().item() == pytest.approx(1)


def test_two_options_make_proper_and_gold_the_same():
    assert torch.equal(TARGETS["proper"](0, 1, 2), TARGETS["gold"](0, 1, 2))


def settled(name: str, right: float, options: int) -> float:
    """Probability of option 0, always chosen and right with probability `right`, where the expected loss is least."""
    q = right * TARGETS[name](0, 0, options)
    for gold in range(1, options):
        q = q + (1 - right) / (options - 1) * TARGETS[name](0, gold, options)
    logits = torch.zeros(options, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS(
        [logits], max_iter=200, tolerance_grad=1e-12, tolerance_change=0, line_search_fn="strong_wolfe"
    )

    def loss():
        optimizer.zero_grad()
        value = -(q * torch.log_softmax(logits, 0)).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return torch.softmax(logits, 0)[0].item()


@pytest.mark.parametrize("options", [2, 4])
@pytest.mark.parametrize("right", [0.4, 0.7, 0.95])
def test_where_the_expected_loss_is_least(right, options):
    assert settled("paper", right, options) == pytest.approx(right + (1 - right) / options, abs=1e-6)
    assert settled("proper", right, options) == pytest.approx(right, abs=1e-6)
    assert settled("gold", right, options) == pytest.approx(right, abs=1e-6)
