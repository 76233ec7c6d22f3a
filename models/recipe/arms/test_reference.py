"""Decisions of rollouts taken from the model as it was before training."""

import pytest
import torch
from transformers import AutoModelForCausalLM

from .conftest import case
from .decision_positions import DecisionFinder
from .examples import prompt_tokens
from .reference import ReferenceDecision

THOUGHT = "<think>\na cough\n</think>\nAnswer:"


@pytest.fixture
def setting(taught_base, tokenizer, make_config):
    model = AutoModelForCausalLM.from_pretrained(taught_base)
    reference = ReferenceDecision(model, DecisionFinder(tokenizer), tokenizer.eos_token_id)
    return model, reference, prompt_tokens(tokenizer, case(0), make_config())


def test_whatever_was_sampled_the_decision_is_the_likeliest_of_the_untrained_model(setting, ids_of, tokenizer):
    model, reference, prompt = setting
    likeliest = reference.model(torch.tensor([prompt + ids_of(THOUGHT)])).logits[0, -1].argmax().item()
    with torch.no_grad():
        for weight in model.parameters():
            weight.add_(torch.randn_like(weight))
    completions = [ids_of(f"{THOUGHT} {answer}<|im_end|>") for answer in "ABCD"]
    taken = reference.take([prompt] * 4, completions)
    assert taken == [[*ids_of(THOUGHT), likeliest, tokenizer.eos_token_id]] * 4


def test_rows_of_different_lengths_do_not_disturb_each_other_and_one_without_decision_stays(setting, ids_of):
    _, reference, prompt = setting
    completions = [
        ids_of(f"{THOUGHT} B<|im_end|>"),
        ids_of("<think>\na cough"),
        ids_of(f"a cough {THOUGHT} C<|im_end|>"),
    ]
    together = reference.take([prompt] * 3, completions)
    assert together == [reference.take([prompt], [ids])[0] for ids in completions]
    assert together[1] == completions[1]
