"""The sampler against transformers' own generation, on a tiny random decoder."""

import pytest
import torch
from transformers import Qwen3Config, Qwen3ForCausalLM

from .forced import line_ends
from .sampler import Weights, sample

END = 5
PROMPTS = [[7, 8, 9], [11, 12, 13, 14, 15, 16], [17, 18]]


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(3)
    config = Qwen3Config(
        vocab_size=64, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2, head_dim=8,
        intermediate_size=48, max_position_embeddings=64, eos_token_id=END, pad_token_id=0, initializer_range=0.3,
    )  # fmt: skip
    return Qwen3ForCausalLM(config).eval()


def test_greedy_tokens_are_those_of_transformers(model):
    found = sample(Weights(model), PROMPTS, end_token=END, temperature=0.0, max_new_tokens=20)
    for prompt, rollout in zip(PROMPTS, found, strict=True):
        whole = model.generate(torch.tensor([prompt]), do_sample=False, max_new_tokens=20, pad_token_id=0)[0]
        assert rollout.ids == whole[len(prompt) :].tolist()


def test_watched_logits_and_normaliser_are_those_of_a_forward_pass(model):
    found = sample(Weights(model), PROMPTS, end_token=END, rollouts=3, max_new_tokens=12, watched=[4, 9])
    assert len(found) == 9
    for number, rollout in enumerate(found):
        prompt = PROMPTS[number // 3]
        with torch.no_grad():
            logits = model(torch.tensor([prompt + rollout.ids])).logits[0, len(prompt) - 1 : -1]
        assert torch.allclose(torch.tensor(rollout.watched), logits[:, [4, 9]], atol=1e-4)
        assert torch.allclose(torch.tensor(rollout.logsumexp), logits.logsumexp(-1), atol=1e-4)


def test_sampled_frequencies_are_the_probabilities(model):
    generator = torch.Generator().manual_seed(1)
    found = sample(
        Weights(model),
        PROMPTS[:1],
        end_token=END,
        rollouts=4000,
        max_new_tokens=1,
        temperature=2.0,
        generator=generator,
    )
    counts = torch.bincount(torch.tensor([rollout.ids[0] for rollout in found]), minlength=64) / 4000
    with torch.no_grad():
        p = torch.softmax(model(torch.tensor([PROMPTS[0]])).logits[0, -1] / 2.0, -1)
    assert (counts - p).abs().max() < 0.03


def test_greedy_where_asked(model):
    weights = Weights(model)
    fixed = sample(weights, PROMPTS, end_token=END, max_new_tokens=10, greedy_at=lambda ids: True)
    greedy = sample(weights, PROMPTS, end_token=END, temperature=0.0, max_new_tokens=10)
    assert [rollout.ids for rollout in fixed] == [rollout.ids for rollout in greedy]


def test_line_ends_stop_at_the_end_of_the_reasoning():
    assert line_ends(["<think>", "\n", "- a", ".\n", "b", "\n", "</think>", "\n", "Answer"]) == [2, 4, 6]
