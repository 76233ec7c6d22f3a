"""The decision token taken greedily in rollouts that are otherwise sampled: for transformers and for vLLM."""

from contextlib import contextmanager

import torch
from transformers import LogitsProcessor, LogitsProcessorList

from .decision_positions import DecisionFinder


class GreedyDecision(LogitsProcessor):
    """Leaves one token possible, the likeliest, wherever the decision token comes next. One instance a `generate`."""

    def __init__(self, finder: DecisionFinder) -> None:
        self.finder = finder
        self.prompt_length: int | None = None

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor) -> torch.FloatTensor:
        if self.prompt_length is None:
            self.prompt_length = input_ids.shape[1]
        completions = input_ids[:, self.prompt_length :].tolist()
        rows = [row for row, ids in enumerate(completions) if self.finder.expects_decision(ids)]
        if rows:
            best = scores[rows].argmax(-1, keepdim=True)
            scores = scores.clone()
            scores[rows] = torch.full_like(scores[rows], -torch.inf).scatter(1, best, 0.0)
        return scores


@contextmanager
def greedy_decisions(model, finder: DecisionFinder):
    """Within it, `model.generate` takes decision tokens greedily. TRL passes no logits processors of its own."""
    generate = model.generate

    def with_processor(*args, **kwargs):
        return generate(*args, logits_processor=LogitsProcessorList([GreedyDecision(finder)]), **kwargs)

    model.generate = with_processor
    try:
        yield
    finally:
        del model.generate


class GreedyVllm:
    """
    TRL's vLLM generation with the decision token replaced by vLLM's own likeliest one. vLLM samples in one call, so
    this repairs afterwards: it asks for the best token beside the sampled one, and where they differ at the decision
    the completion becomes: what came before, the best token, the end token.
    """

    def __init__(self, inner, finder: DecisionFinder, end_token: int) -> None:
        inner.logprobs = 1
        self.inner, self.finder, self.end_token = inner, finder, end_token

    def __getattr__(self, name):
        return getattr(self.inner, name)

    def generate(self, *args, **kwargs):
        """As the inner one's; log-probabilities [completion][token][1] of the tokens returned."""
        prompts, completions, logprobs, ranked = self.inner.generate(*args, **kwargs)
        rows = [self._repair(*row) for row in zip(completions, logprobs, ranked, strict=True)]
        return prompts, [list(ids) for ids, _ in rows], [of_sampled for _, of_sampled in rows], None

    def _repair(self, ids, logprobs, ranked):
        of_sampled = [
            [values[candidates.index(token)]] for token, values, candidates in zip(ids, logprobs, ranked, strict=True)
        ]
        ids = list(ids)
        for index in range(1, len(ids)):
            if ids[index] != ranked[index][0] and self.finder.expects_decision(ids[:index]):
                # None: TRL gives a token without a log-probability an importance ratio of 1.
                repaired = [*ids[:index], ranked[index][0], self.end_token]
                return repaired, [*of_sampled[:index], [logprobs[index][0]], [None]]
        return ids, of_sampled
