import json
from pathlib import Path

import pytest

from .config import load_config

CONFIGS = sorted((Path(__file__).parent / "configs").glob("*.yaml"))
NEEDED = ["model=m", "cases=[c]", "out=o"]


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_every_config_file_loads_and_takes_every_arm(path):
    for arm in ("rlvr", "ca-gold", "sft"):
        assert load_config(path, [f"arm={arm}"]).arm == arm


def test_the_arm_names_its_target_and_how_decisions_are_taken():
    config = load_config(None, [*NEEDED, "arm=ca-proper", "lambda=5e-4"])
    assert (config.target, config.greedy_decision, config.calibrated, config.lambda_) == ("proper", True, True, 5e-4)
    config = load_config(None, [*NEEDED, "arm=rlvr"])
    assert (config.target, config.greedy_decision, config.calibrated) == (None, False, False)
    assert load_config(None, [*NEEDED, "arm=rlvr", "greedy_decision=true"]).greedy_decision


def test_overrides_win_over_a_json_file(tmp_path):
    path = tmp_path / "arm.json"
    path.write_text(json.dumps({"arm": "rlvr", "model": "m", "cases": ["c"], "out": "o", "steps": 3, "kl": 1}))
    config = load_config(path, ["steps=7"])
    assert (config.steps, config.kl) == (7, 1.0)


@pytest.mark.parametrize(
    "override",
    [
        "arm=grpo",
        "stepz=3",
        "steps=3.5",
        "lora=1",
        "lambda=-1",
        "target=paper",
        "decision_rule=last",
        "cases=c",
        "steps",
    ],
)
def test_nonsense_is_refused(override):
    with pytest.raises(ValueError):
        load_config(None, [*NEEDED, "arm=ca-proper", override])


def test_a_decision_of_the_reference_is_not_to_be_had_with_vllm():
    assert load_config(None, [*NEEDED, "arm=ca-paper", "reference_decision=true"]).reference_decision
    with pytest.raises(ValueError, match="reference_decision"):
        load_config(None, [*NEEDED, "arm=ca-paper", "vllm=true", "reference_decision=true"])
