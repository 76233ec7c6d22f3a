"""Rollouts by the recipe's sampler in place of TRL's generation."""

import torch
from transformers import AutoModelForCausalLM

from ..chat import prompt_text
from .conftest import case
from .decision_positions import DecisionFinder
from .fast_rollouts import fast_rollouts


def rollouts(folder, tokenizer, config, numbers):
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_pretrained(folder)
    prompts = [tokenizer.encode(prompt_text(tokenizer, case(n)), add_special_tokens=False) for n in numbers]
    return fast_rollouts(model, prompts, DecisionFinder(tokenizer), tokenizer.eos_token_id, config)


def decisions(tokenizer, completions):
    finder = DecisionFinder(tokenizer)
    return [finder.find(ids, case(0)["options"]).chosen for ids in completions]


def test_one_completion_a_prompt_in_order_whatever_the_groups(taught_base, tokenizer, make_config):
    found = rollouts(taught_base, tokenizer, make_config("rlvr"), [0, 0, 0, 1, 2, 2])
    assert len(found) == 6 and all(ids[-1] == tokenizer.eos_token_id for ids in found)


def test_decisions_are_sampled_in_rlvr_and_greedy_in_the_calibrated_arms(taught_base, tokenizer, make_config):
    sampled = decisions(tokenizer, rollouts(taught_base, tokenizer, make_config("rlvr"), [0] * 60))
    greedy = decisions(tokenizer, rollouts(taught_base, tokenizer, make_config("ca-proper"), [0] * 60))
    assert len(set(sampled)) > 1
    # Few of the tiny base's completions decide nothing; of the others none takes another option.
    assert set(greedy) - {None} == {"A"} and greedy.count(None) < 6
