"""The large models' own path on a tiny random Qwen3: their configuration file, LoRA, two steps, on the CPU."""

import json
import math
from pathlib import Path

import pytest
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from .train import main

LARGE = Path(__file__).parent / "configs" / "qwen3-1.7b.yaml"
# All that differs from a run on a cluster: size, place and precision, and transformers instead of vLLM.
HERE = ["cpu=true", "bf16=false", "dtype=float32", "vllm=false", "save_every=0", "steps=2", "max_completion=24"]
SMALL = ["rollouts=4", "cases_per_step=4", "device_batch=8", "warmup_steps=0", "learning_rate=1e-2"]


def run(arm, base, cases_file, out, *more):
    overrides = [f"arm={arm}", f"model={base}", f"cases=[{cases_file}]", f"out={out}", *HERE, *SMALL, *more]
    main(["--config", str(LARGE), *overrides])
    return [json.loads(line) for line in (out / "train.jsonl").read_text().splitlines()]


def test_a_random_qwen3_trains_for_two_steps_with_lora(random_base, cases_file, tmp_path):
    lines = run("ca-paper", random_base, cases_file, tmp_path / "run")
    assert [line["step"] for line in lines[:2]] == [1, 2]
    assert [line["decided"] for line in lines[:2]] == [0, 0]
    assert lines[0]["ece"] is None and lines[0]["reasoningEntropy"] == pytest.approx(math.log(400), rel=0.05)
    assert json.loads((tmp_path / "run/adapter_config.json").read_text())["r"] == 16


@pytest.mark.parametrize("arm", ["rlvr", "ca-paper", "ca-proper", "ca-gold"])
def test_an_arm_moves_the_weights_and_leaves_a_checkpoint_that_loads(arm, taught_base, cases_file, tmp_path):
    out = tmp_path / "run"
    lines = run(arm, taught_base, cases_file, out, "lambda=0.5", "learning_rate=2e-3", "gradient_checkpointing=false")
    for line in lines[:2]:
        assert line["decided"] > 0.3
        assert 0 <= line["accuracy"] <= 1 and 0.25 < line["meanConfidence"] < 1 and 0 <= line["ece"] <= 1
        assert line["reward"] == pytest.approx(line["decided"] * line["accuracy"], abs=1e-6)
        assert (line["crossEntropy"] > 0) == (arm != "rlvr")
    merged = AutoModelForCausalLM.from_pretrained(out / "merged")
    assert AutoTokenizer.from_pretrained(out / "merged").eos_token == "<|im_end|>"
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        files = [folder / name for folder in (taught_base, out, out / "merged")]
        assert len({file.read_bytes() if file.exists() else None for file in files}) == 1, name
    before = AutoModelForCausalLM.from_pretrained(taught_base).state_dict()
    moved = [name for name, weight in merged.state_dict().items() if not torch.equal(weight, before[name])]
    assert moved and all("proj" in name for name in moved)


def test_without_embeddings_all_else_moves(taught_base, cases_file, tmp_path):
    out = tmp_path / "run"
    plain = ["lora=false", "embeddings=false", "lambda=0.5", "gradient_checkpointing=false"]
    run("ca-proper", taught_base, cases_file, out, *plain)
    before, after = (AutoModelForCausalLM.from_pretrained(folder).state_dict() for folder in (taught_base, out))
    still = {name for name, weight in after.items() if torch.equal(weight, before[name])}
    assert still == {"model.embed_tokens.weight", "lm_head.weight"}


def test_a_run_goes_on_from_its_checkpoint(taught_base, cases_file, tmp_path):
    out = tmp_path / "run"
    run("ca-proper", taught_base, cases_file, out, "save_every=1")
    lines = run("ca-proper", taught_base, cases_file, out, "save_every=1", "steps=3", "resume=true")
    assert [line["step"] for line in lines if "reward" in line] == [1, 2, 3]


def test_rows_that_devices_cannot_share_and_too_few_cases_are_refused(taught_base, cases_file, tmp_path):
    with pytest.raises(ValueError, match="no multiple of 5 rows"):
        run("rlvr", taught_base, cases_file, tmp_path, "device_batch=5")
    with pytest.raises(ValueError, match="16 cases are fewer"):
        run("rlvr", taught_base, cases_file, tmp_path, "cases_per_step=32")
