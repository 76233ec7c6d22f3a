import pytest
import torch

from .objective import decision_cross_entropy, option_log_probs, target_rows

FORMS = torch.tensor([[[1, 2], [3, 4], [5, -1]], [[1, -1], [3, -1], [-1, -1]]])


def test_an_option_is_the_sum_over_its_forms_renormalised_over_the_options():
    logits = torch.tensor([[9.0, 1, 2, 3, 4, 5], [9.0, 1, 2, 3, 4, 5]], dtype=torch.float64, requires_grad=True)
    log_p = option_log_probs(logits, FORMS)
    e = torch.tensor([0.0, 1, 2, 3, 4, 5], dtype=torch.float64).exp()
    masses = torch.stack([e[1] + e[2], e[3] + e[4], e[5]])
    assert torch.allclose(log_p[0].exp(), masses / masses.sum())
    assert torch.allclose(log_p[1, :2].exp(), torch.stack([e[1], e[3]]) / (e[1] + e[3]))
    assert log_p[1, 2] == -torch.inf
    decision_cross_entropy(log_p, torch.tensor([[1.0, 0, 0], [0.5, 0.5, 0]]), torch.tensor([0, 0])).sum().backward()
    assert torch.isfinite(logits.grad).all() and not logits.grad[:, 0].any()


def test_targets_follow_the_number_of_options_of_each_case():
    q = target_rows("proper", torch.tensor([0, 1]), torch.tensor([2, 0]), FORMS)
    assert q.tolist() == [[0, 0.5, 0.5], [1, 0, 0]]
    assert not target_rows("paper", torch.tensor([-1, -1]), torch.tensor([0, 0]), FORMS).any()


@pytest.mark.parametrize("clamp", [True, False])
def test_the_clamp_stops_what_would_push_the_decision_below_one_in_k(clamp):
    p = torch.tensor([[0.30, 0.60, 0.10], [0.30, 0.60, 0.10], [0.50, 0.30, 0.20]], dtype=torch.float64)
    log_p = p.log().requires_grad_()
    q = torch.tensor([[0, 0.5, 0.5], [1, 0, 0], [0, 0.5, 0.5]], dtype=torch.float64)
    chosen = torch.tensor([0, 0, 0])  # wrong and below 1/3; right and below; wrong and above
    loss = decision_cross_entropy(log_p, q, chosen, clamp)
    assert torch.allclose(loss, -(q * p.log()).sum(1))
    loss.sum().backward()
    moves = log_p.grad.abs().sum(1) > 0
    assert moves.tolist() == [not clamp, True, True]


def test_no_decision_costs_nothing():
    loss = decision_cross_entropy(torch.log(torch.tensor([[0.5, 0.5]])), torch.zeros(1, 2), torch.tensor([-1]))
    assert loss.tolist() == [0]
