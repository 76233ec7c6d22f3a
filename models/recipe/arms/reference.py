"""
The decision token of rollouts taken from the model as it was before training.

The decision is an extraction of what the reasoning concluded (claim 4 of the paper), and the untrained model extracts
at p ≈ 1. Once its probabilities are trained towards π they pass near 1/K, where noise flips the likeliest option; a
flipped decision is then rewarded and trained as if the reasoning had concluded it: the more flips, the more follow. A
decision taken from the reference stays the conclusion, whatever the probabilities do; its token has no advantage, so
that nothing is off-policy.
"""

import copy
from contextlib import nullcontext

import torch

from ..decode import left_pad
from .decision_positions import DecisionFinder

ROWS = 64


class ReferenceDecision:
    """A frozen copy of the model; with LoRA the model itself without its adapter."""

    def __init__(self, model, finder: DecisionFinder, end_token: int) -> None:
        self.adapted = hasattr(model, "disable_adapter")
        self.model = model if self.adapted else copy.deepcopy(model).eval().requires_grad_(False)
        self.finder, self.end_token = finder, end_token

    def take(self, prompts: list[list[int]], completions: list[list[int]]) -> list[list[int]]:
        """
        The completions, each cut before its decision token, then the reference's likeliest token there and the end
        token; one that comes to no decision stays as it is.
        """
        cuts = [self._cut(ids) for ids in completions]
        rows = [row for row, cut in enumerate(cuts) if cut is not None]
        taken = list(completions)
        for start in range(0, len(rows), ROWS):
            part = rows[start : start + ROWS]
            best = self._likeliest([[*prompts[row], *completions[row][: cuts[row]]] for row in part])
            for row, token in zip(part, best, strict=True):
                taken[row] = [*completions[row][: cuts[row]], token, self.end_token]
        return taken

    def _cut(self, ids: list[int]) -> int | None:
        return next((at for at in range(1, len(ids)) if self.finder.expects_decision(ids[:at])), None)

    @torch.no_grad()
    def _likeliest(self, sequences: list[list[int]]) -> list[int]:
        ids, mask = (torch.from_numpy(array).to(self.model.device) for array in left_pad(sequences, 0))
        positions = (mask.cumsum(1) - 1).clamp(min=0)
        with self.model.disable_adapter() if self.adapted else nullcontext():
            logits = self.model(
                input_ids=ids, attention_mask=mask, position_ids=positions, use_cache=False, logits_to_keep=1
            ).logits
        return logits[:, -1].argmax(-1).tolist()
