import json

import pytest
import torch

from ..chat import prompt_text
from .conftest import case
from .decision_positions import DecisionFinder
from .examples import UNLABELLED, decision_example, prompt_tokens, reasoned_example, training_cases
from .sft import split_cases
from .train import main


def labelled(tokenizer, example):
    """Text of the labelled tokens; asserts that a label is the token at its place."""
    pairs = zip(example["input_ids"], example["labels"], strict=True)
    assert all(label in (UNLABELLED, token) for token, label in pairs)
    return tokenizer.decode([label for label in example["labels"] if label != UNLABELLED])


def test_prompts_are_the_recipes(tokenizer, make_config, ids_of):
    assert prompt_tokens(tokenizer, case(0), make_config()) == ids_of(prompt_text(tokenizer, case(0)))


def test_sft_trains_the_whole_completion(tokenizer, make_config):
    example = decision_example(tokenizer, case(2), make_config("sft"))
    assert labelled(tokenizer, example) == "Answer: C<|im_end|>"
    assert tokenizer.decode(example["input_ids"]) == prompt_text(tokenizer, case(2)) + "Answer: C<|im_end|>"
    example = decision_example(tokenizer, case(2), make_config("sft", empty_reasoning=True))
    assert labelled(tokenizer, example) == "<think>\n\n</think>\nAnswer: C<|im_end|>"


@pytest.mark.parametrize("space", [" ", ""])
def test_sft_reasoned_keeps_the_reasoning_and_trains_the_gold_decision(tokenizer, make_config, ids_of, space):
    thought = "<think>\na cough: B\n</think>\nAnswer:"
    finder, config = DecisionFinder(tokenizer), make_config("sft-reasoned")
    example = reasoned_example(tokenizer, finder, case(0), ids_of(f"{thought}{space}B<|im_end|>") + [0, 0], config)
    assert tokenizer.decode(example["input_ids"]) == f"{prompt_text(tokenizer, case(0))}{thought}{space}A<|im_end|>"
    assert labelled(tokenizer, example) == f"{space}A<|im_end|>"
    assert reasoned_example(tokenizer, finder, case(0), ids_of("<think>\nAnswer: B"), config) is None


def test_a_case_is_trained_on_or_validated_on():
    cases = [case(number) for number in range(20)]
    train, validation = split_cases(cases, 0.2, seed=1)
    assert (len(train), len(validation)) == (16, 4)
    assert sorted(row["id"] for row in train + validation) == sorted(row["id"] for row in cases)
    assert split_cases(cases, 0.2, seed=1) == (train, validation) != split_cases(cases, 0.2, seed=2)
    assert [len(part) for part in split_cases(cases[:2], 0.01, seed=1)] == [1, 1]


def test_the_first_cases_of_every_file_are_trained_on(cases_file, make_config, tmp_path):
    config = make_config(cases=cases_file, case_limit=3)
    config.cases *= 2
    assert [row["id"] for row in training_cases(config)] == ["t-0", "t-1", "t-2"] * 2
    (tmp_path / "few.jsonl").write_text(json.dumps(case(0)))
    with pytest.raises(ValueError, match="1 cases"):
        training_cases(make_config(cases=tmp_path / "few.jsonl"))


@pytest.mark.parametrize("arm", ["sft", "sft-reasoned"])
def test_a_supervised_run_stops_on_its_validation_cases_and_keeps_the_best(arm, taught_base, cases_file, tmp_path):
    torch.manual_seed(0)
    out = tmp_path / arm
    settings = {
        "arm": arm,
        "model": taught_base,
        "cases": f"[{cases_file}]",
        "out": out,
        "cpu": "true",
        "cases_per_step": 8,
        "device_batch": 8,
        "max_completion": 16,
        "reasonings": 1,
        "learning_rate": "0.03",
        "steps": 60,
        "evaluate_every": 2,
        "patience": 2,
        "validation_share": 0.4,
    }
    main([f"{name}={value}" for name, value in settings.items()])
    lines = [json.loads(line) for line in (out / "train.jsonl").read_text().splitlines()]
    losses = [line["eval_loss"] for line in lines if "eval_loss" in line]
    best = losses.index(min(losses))
    assert len(losses) == best + 3, "two evaluations without a better one end the run"
    assert lines[-1]["step"] < 60
    assert json.loads((out / "arm.json").read_text())["arm"] == arm
    assert (out / "model.safetensors").exists()
