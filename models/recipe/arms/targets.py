"""
The target q of the cross-entropy at the decision token, given what the rollout chose, the gold option and K options.

    target   decision right       decision wrong                          settles at
    paper    one on the chosen    1/K on every option, the chosen too     p = π + (1 − π)/K
    proper   one on the chosen    1/(K − 1) on every other option         p = π
    gold     one on the chosen    one on the gold option                  p = π

π: probability that the decision is right given the prompt and its reasoning; p: probability of the chosen option.
"""

import torch


def paper(chosen: int, gold: int, options: int) -> torch.Tensor:
    """Shape [options], float64, sums to 1."""
    if chosen == gold:
        return one_hot(chosen, options)
    return torch.full((options,), 1 / options, dtype=torch.float64)


def proper(chosen: int, gold: int, options: int) -> torch.Tensor:
    """Shape [options], float64, sums to 1."""
    if chosen == gold:
        return one_hot(chosen, options)
    q = torch.full((options,), 1 / (options - 1), dtype=torch.float64)
    q[chosen] = 0
    return q


def gold(chosen: int, gold: int, options: int) -> torch.Tensor:
    """Shape [options], float64, sums to 1. Whatever was chosen: it lets the decision token overrule the reasoning."""
    return one_hot(gold, options)


def one_hot(index: int, options: int) -> torch.Tensor:
    q = torch.zeros(options, dtype=torch.float64)
    q[index] = 1
    return q


TARGETS = {"paper": paper, "proper": proper, "gold": gold}
