"""The calibration-aware term: cross-entropy of the option-restricted distribution at the decision token."""

import torch

from .targets import TARGETS


def option_log_probs(logits: torch.Tensor, option_tokens: torch.Tensor) -> torch.Tensor:
    """
    log p of each option, renormalised over the case's options, [B, K]; −inf where a case has fewer than K. `logits`
    [B, V] predict the decision token; an option's logit is the log-sum-exp over its surface forms.
    """
    present = option_tokens >= 0
    forms = logits.gather(1, option_tokens.clamp(min=0).flatten(1)).view(option_tokens.shape)
    forms = forms if forms.dtype == torch.float64 else forms.float()
    # A finite stand-in for −inf: the log-sum-exp of an absent option would have a gradient of NaN.
    option = forms.masked_fill(~present, -1e30).logsumexp(-1)
    log_p = option - option.logsumexp(-1, keepdim=True)
    return log_p.masked_fill(~present.any(-1), -torch.inf)


def target_rows(name: str, chosen: torch.Tensor, gold: torch.Tensor, option_tokens: torch.Tensor) -> torch.Tensor:
    """q for each rollout, [B, K]; zeros where there is no decision."""
    counts = (option_tokens >= 0).any(-1).sum(-1)
    q = torch.zeros(option_tokens.shape[:2], dtype=torch.float64)
    for row, (pick, right, options) in enumerate(zip(chosen.tolist(), gold.tolist(), counts.tolist(), strict=True)):
        if pick >= 0:
            q[row, :options] = TARGETS[name](pick, right, options)
    return q


def decision_cross_entropy(
    log_p: torch.Tensor, q: torch.Tensor, chosen: torch.Tensor, clamp: bool = True
) -> torch.Tensor:
    """
    −Σ_k q_k log p_k for each rollout, [B]; 0 without a decision. With `clamp` a rollout whose chosen option is at or
    below 1/|C|, and whose target would take it lower, has no gradient: the decision stays within [1/|C|, 1].
    """
    decided = chosen >= 0
    present = log_p > -torch.inf
    q = q.to(log_p.dtype)
    loss = -(q * log_p.masked_fill(~present, 0)).sum(-1)
    if clamp:
        pick = chosen.clamp(min=0)[:, None]
        p, aim = log_p.detach().exp().gather(1, pick)[:, 0], q.gather(1, pick)[:, 0]
        floor = 1 / present.sum(-1)
        loss = torch.where((p <= floor) & (aim < p), loss.detach(), loss)
    return torch.where(decided, loss, torch.zeros_like(loss))
