import itertools
import json

import numpy as np
import pytest
import torch

from .cases import read_cases
from .corpus import batches, encode_cases
from .model import small_config, training_model
from .test_tokenizer import TEXTS
from .tokenizer import train_tokenizer


@pytest.fixture(scope="module")
def tokenizer():
    return train_tokenizer(TEXTS, 400)


@pytest.fixture
def corpus(tokenizer, tmp_path):
    path = tmp_path / "cases.jsonl"
    rows = [
        {"id": n, "prompt": "A patient" + " has" * n, "options": ["A"], "gold": "A", "trace": "x " * n + "Answer: A"}
        for n in range(20)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return encode_cases(tokenizer, [path], 512)


def test_targets_are_the_next_tokens_of_the_completion_and_nothing_else(tokenizer, corpus):
    ids, targets, _ = next(batches(corpus, 4, seed=0))
    for row, target in zip(ids, targets, strict=True):
        kept = torch.nonzero(target >= 0).flatten()
        assert torch.equal(target[kept], row[kept + 1])
        assert tokenizer.decode(target[kept]).endswith("Answer: A<|im_end|>")
        assert tokenizer.decode(row[: kept[0] + 1]).endswith("<|im_start|>assistant\n")


def test_an_epoch_meets_every_example_once_and_a_resumed_run_the_same_batches(corpus):
    def first(skip, count):
        return [ids for ids, *_ in itertools.islice(batches(corpus, 4, seed=3, skip=skip), count)]

    lengths = np.concatenate([(ids != 0).sum(1) for ids in first(0, 5)])
    assert sorted(lengths) == sorted(np.diff(corpus.starts))
    for a, b in zip(first(0, 9)[7:], first(7, 2), strict=True):
        assert torch.equal(a, b)


def test_the_conclusion_begins_with_the_last_line_of_the_reasoning(tokenizer, tmp_path):
    path = tmp_path / "cases.jsonl"
    trace = "<think>\n- a cough: cold 2.\nOn balance: cold = A.\n</think>\nAnswer: A"
    path.write_text(json.dumps({"id": 1, "prompt": "x", "options": ["A"], "gold": "A", "trace": trace}) + "\n")
    _, targets, concludes = next(batches(encode_cases(tokenizer, [path], 512), 1, seed=0))
    assert tokenizer.decode(targets[concludes]) == "On balance: cold = A.\n</think>\nAnswer: A<|im_end|>"
    # Without reasoning all of it counts as the conclusion.
    _, targets, concludes = next(batches(encode_cases(tokenizer, [path], 512, direct=1.0), 1, seed=0))
    assert torch.equal(concludes, targets >= 0)


def test_a_malformed_line_is_named(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text('{"id":1,"prompt":"","options":[],"gold":""}\n{"id":2}\n')
    with pytest.raises(ValueError, match=r"cases.jsonl:2"):
        list(read_cases(path))


def test_an_example_longer_than_the_context_is_refused(tokenizer, tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps({"id": 1, "prompt": "x", "options": [], "gold": "", "trace": "y " * 99}))
    with pytest.raises(ValueError, match="exceeds"):
        encode_cases(tokenizer, [path], 64)


def test_training_attention_equals_the_ordinary_one_up_to_padding(tokenizer):
    torch.manual_seed(0)
    model = training_model(small_config(tokenizer, layers=2)).eval()
    ids = torch.randint(5, 300, (2, 24))
    with torch.inference_mode():
        fast = model(input_ids=ids, use_cache=False).logits
        model.set_attn_implementation("eager")
        slow = model(input_ids=ids, use_cache=False).logits
    assert (fast - slow).abs().max() < 1e-5
