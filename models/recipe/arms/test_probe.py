"""Study tables of a checkpoint, on a tiny base that answers A more often than B, C and D whatever the case."""

import gzip
import json
import math

import pytest
import torch
from transformers import AutoModelForCausalLM

from ..chat import EMPTY_REASONING
from ..probe import Probe, rows_of
from ..table import write_table
from .conftest import case


@pytest.fixture(scope="module")
def probe(taught_base):
    return Probe(taught_base, max_new_tokens=24)


def test_a_decision_row_holds_what_a_forward_pass_says(probe, taught_base):
    (row,) = rows_of(probe, "greedy", [case(0)], rollouts=1, seed=1)
    (rollout,) = probe.complete([case(0)], temperature=0.0)
    texts = [probe.tokenizer.decode([token]) for token in rollout.ids]
    before = rollout.ids[: texts.index(" A")]
    model = AutoModelForCausalLM.from_pretrained(taught_base)
    with torch.no_grad():
        logits = model(torch.tensor([probe.prompt(case(0)) + before])).logits[0, -1]
    options = [logits[forms].logsumexp(0).item() for forms in probe.forms(case(0))]
    assert row["chosen"] == 0 and row["index"] == 0
    assert row["logits"] == pytest.approx([value - max(options) for value in options], abs=1e-4)
    mass = torch.tensor(options).logsumexp(0) - logits.logsumexp(0)
    assert row["logMass"] == pytest.approx(min(0.0, mass.item()), abs=1e-4)


def test_rollouts_sample_the_reasoning_and_take_the_likeliest_decision(probe):
    rows = rows_of(probe, "rollouts", [case(0)], rollouts=100, seed=1)
    decided = [row for row in rows if row["chosen"] >= 0]
    assert len(decided) > 50 and {row["chosen"] for row in decided} == {0} and {row["index"] for row in rows} == {0}
    texts = {tuple(rollout.ids) for rollout in probe.complete([case(0)], 3.0, rollouts=100, seed=1)}
    assert len(texts) > 1


def test_a_swap_puts_in_an_argument_for_an_option_that_was_not_chosen(probe):
    argued = case(0) | {"arguments": [EMPTY_REASONING.rstrip()] * 4}
    (row,) = rows_of(probe, "swap", [argued], rollouts=1, seed=1)
    assert row["target"] != 0 and row["chosen"] in range(4)
    without = case(0) | {"arguments": [None] * 4}
    assert rows_of(probe, "swap", [without], rollouts=1, seed=1) == []


def test_forced_decisions_end_with_the_own_one(probe):
    own, forced = (rows_of(probe, mode, [case(0)], rollouts=1, seed=1) for mode in ("greedy", "forced"))
    assert [row["step"] for row in forced] == list(range(forced[-1]["steps"] + 1))
    assert forced[-1]["chosen"] == own[0]["chosen"]
    assert forced[-1]["logits"] == pytest.approx(own[0]["logits"], abs=1e-4)


def test_what_decides_nothing_is_a_row_without_numbers(taught_base):
    short = Probe(taught_base, max_new_tokens=2)
    (row,) = rows_of(short, "greedy", [case(3)], rollouts=1, seed=1)
    assert row == {"index": 3, "logits": [None] * 4, "chosen": -1, "logMass": None}


def test_a_table_is_columns_of_short_numbers(tmp_path):
    path = tmp_path / "t" / "clinic-greedy.json.gz"
    rows = [{"index": 4, "chosen": 1, "logits": [-1.23456789, 0.0], "logMass": -math.pi}]
    write_table(path, {"version": 1}, rows)
    read = json.loads(gzip.decompress(path.read_bytes()))
    assert read["columns"] == {"index": [4], "chosen": [1], "logMass": [-3.14], "logits": [-1.23457, 0.0]}
    first = path.read_bytes()
    write_table(path, {"version": 1}, rows)
    assert path.read_bytes() == first  # no time stamp: a table that did not change is the same file
