"""Rollouts of a small model on one process by the recipe's own sampler."""

import itertools

from ..sampler import Weights, sample
from .config import ArmConfig
from .decision_positions import DecisionFinder


def fast_rollouts(
    model, prompts: list[list[int]], finder: DecisionFinder, end_token: int, config: ArmConfig
) -> list[list[int]]:
    """One sampled completion (token ids) a prompt, in order; equal prompts that follow each other are read once."""
    weights, completions = Weights(model), []
    groups = [(ids, len(list(same))) for ids, same in itertools.groupby(prompts)]
    for count, run in itertools.groupby(groups, key=lambda group: group[1]):
        completions += sample(
            weights,
            [ids for ids, _ in run],
            end_token=end_token,
            rollouts=count,
            temperature=config.temperature,
            max_new_tokens=config.max_completion,
            greedy_at=finder.expects_decision if config.greedy_decision else None,
        )
    return [rollout.ids for rollout in completions]
