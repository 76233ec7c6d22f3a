"""The plan of the study, and one run of it from training to tables."""

import json

import pytest

from ..study import main, plan
from .conftest import case


def test_every_arm_has_its_first_seed_before_any_has_its_second():
    names = [run.name for run in plan(seeds=3) if "rollouts" not in run.inside]
    assert len(set(names)) == len(names)
    first, second = names.index("rlvr-2"), names.index("ca-paper-1")
    assert first > second and names.index("ca-gold-1") < first
    assert {run.seed for run in plan(seeds=3) if run.arm == "ca-paper"} == {1, 2, 3}


def test_the_sweep_is_of_the_first_seed_and_each_value_once():
    swept = [run for run in plan(seeds=1) if run.lambda_ is not None]
    assert {run.arm for run in swept} == {"ca-paper", "ca-proper"} and {run.seed for run in swept} == {1}
    assert len({(run.arm, run.lambda_) for run in swept}) == len(swept)
    assert not [run for run in plan(seeds=1, sweep=False) if run.lambda_ is not None]


def test_a_run_that_exists_is_not_done_again(taught_base, tmp_path, monkeypatch):
    cases, tables = tmp_path / "cases", tmp_path / "tables"
    cases.mkdir()
    for task in ("moderation", "clinic", "courier", "inbox", "garage", "marathon"):
        rows = [case(n) | {"id": f"{task}-1-{n}", "arguments": ["<think>\n\n</think>"] * 4} for n in range(3)]
        (cases / f"test-{task}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    arguments = ["study", "--base", str(taught_base), "--arms", str(tmp_path / "arms"), "--cases", str(cases)]
    arguments += ["--tables", str(tables), "--only", "base", "--workers", "1"]
    monkeypatch.setattr("sys.argv", arguments)
    main()
    files = sorted(path.name for path in (tables / "base").iterdir())
    assert "clinic-greedy.json.gz" in files and "clinic-swap.json.gz" in files and "inbox-greedy.json.gz" in files
    assert "inbox-swap.json.gz" not in files
    times = {path: path.stat().st_mtime_ns for path in (tables / "base").iterdir()}
    arguments[arguments.index("--base") + 1] = str(tmp_path / "gone")  # nothing of it is read
    main()
    assert {path: path.stat().st_mtime_ns for path in (tables / "base").iterdir()} == times


def test_an_unknown_run_is_named(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["study", "--only", "rlhf-1"])
    with pytest.raises(SystemExit):
        main()
    assert "rlhf-1" in capsys.readouterr().err
