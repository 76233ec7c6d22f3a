"""
Trains and probes every run of the study, several at once, each on its own core. What exists is not done again, so that
an interrupted study goes on. `npm run study` reads the tables.
"""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .arms.config import ArmConfig, load_config

HERE = Path(__file__).parent
TRAINED = ("moderation", "clinic", "courier")
SHIFTS = ("inbox", "garage", "marathon")
SWEEP = (0.001, 0.004, 0.0005)
# glibc hands every large tensor back to the system and faults it in again: a step takes twice as long.
MALLOC = {"MALLOC_MMAP_THRESHOLD_": "1073741824", "MALLOC_TRIM_THRESHOLD_": "17179869184"}


@dataclass
class Run:
    """One checkpoint: `modes` are probed on the trained tasks and the shifts, `inside` on the trained tasks only."""

    name: str
    arm: str
    seed: int = 1
    lambda_: float | None = None
    modes: tuple[str, ...] = ("greedy",)
    inside: tuple[str, ...] = ("sampled",)

    @property
    def config(self) -> Path:
        kind = "-sft" if self.arm.startswith("sft") else "-ca" if self.arm.startswith("ca-") else ""
        return HERE / "arms" / "configs" / f"small{kind}.yaml"

    def probed(self, tables: Path) -> bool:
        """Are all its tables there?"""
        wanted = [(mode, task) for mode in self.modes for task in TRAINED + SHIFTS]
        wanted += [(mode, task) for mode in self.inside for task in TRAINED]
        return all((tables / self.name / f"{task}-{mode}.json.gz").exists() for mode, task in wanted)


def plan(seeds: int, sweep: bool = True) -> list[Run]:
    """All runs, the first seed of every arm before the second of any; what is probed late is a run of the same name."""
    closer, brief = ("sampled", "swap", "forced"), ("sampled", "swap")
    runs = [Run("base", "base", inside=closer)]
    for seed in range(1, seeds + 1):
        runs += [
            Run(f"rlvr-{seed}", "rlvr", seed, inside=closer if seed == 1 else brief),
            Run(f"sft-{seed}", "sft", seed),
            Run(f"ca-proper-{seed}", "ca-proper", seed, inside=closer if seed == 1 else brief),
            Run(f"ca-paper-{seed}", "ca-paper", seed, inside=brief),
        ]
        if seed == 1:
            runs += [Run("ca-gold-1", "ca-gold", inside=brief), Run("sft-reasoned-1", "sft-reasoned")]
    if sweep:
        for value in SWEEP:
            for arm in ("ca-proper", "ca-paper"):
                runs.append(Run(f"{arm}-lambda-{value:g}", arm, 1, value, modes=(), inside=("greedy",)))
    # Many rollouts of a case take as long as all else that is probed: last.
    many = (("base", "base"), ("rlvr-1", "rlvr"), ("ca-proper-1", "ca-proper"), ("ca-paper-1", "ca-paper"))
    return [*runs, *(Run(name, arm, modes=(), inside=("rollouts",)) for name, arm in many)]


def command(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", f"recipe.{module}", "--threads", "1", *arguments]


def settings(run: Run, base: Path, out: Path) -> list[str]:
    own = [] if run.lambda_ is None else [f"lambda={run.lambda_}"]
    return [f"arm={run.arm}", f"seed={run.seed}", f"model={base}", f"out={out}", *own]


def train(run: Run, base: Path, folder: Path, environment: dict) -> Path:
    """The run's checkpoint; the base itself for the base."""
    if run.arm == "base":
        return base
    out = folder / run.name
    if not (out / "model.safetensors").exists():
        with open(folder / f"{run.name}.log", "w", encoding="utf-8") as log:
            arguments = command("arms.train", "--config", str(run.config), *settings(run, base, out))
            subprocess.run(arguments, check=True, stdout=log, stderr=log, env=environment)
        for state in out.glob("checkpoint-*/optimizer.pt"):
            state.unlink()
    return out


def probe(run: Run, checkpoint: Path, cases: Path, tables: Path, environment: dict) -> None:
    config: ArmConfig | None = None
    if run.arm != "base":
        config = load_config(run.config, settings(run, checkpoint, checkpoint))
    about = ["--checkpoint", str(checkpoint), "--run", run.name, "--arm", run.arm, "--seed", str(run.seed)]
    if config:
        about += ["--steps", str(config.steps)]
        about += ["--lambda", str(config.lambda_)] if config.calibrated else []
    for modes, tasks in ((run.modes, TRAINED + SHIFTS), (run.inside, TRAINED)):
        if modes:
            files = [str(cases / f"test-{task}.jsonl") for task in tasks]
            arguments = command("probe", *about, "--out", str(tables), "--cases", *files, "--modes", *modes)
            subprocess.run(arguments, check=True, env=environment)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, default=Path("models/base"))
    parser.add_argument(
        "--arms", type=Path, default=Path("models/work/arms"), help="checkpoints and logs; not committed"
    )
    parser.add_argument("--cases", type=Path, default=Path("models/work"), help="folder of test-<task>.jsonl")
    parser.add_argument("--tables", type=Path, default=Path("models/study/tables"))
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--sweep", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--only", nargs="+", help="names of runs")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="runs at once")
    args = parser.parse_args()
    runs = plan(args.seeds, args.sweep)
    if args.only:
        unknown = set(args.only) - {run.name for run in runs}
        if unknown:
            parser.error(f"no run is called {', '.join(sorted(unknown))}; runs: {', '.join(run.name for run in runs)}")
        runs = [run for run in runs if run.name in args.only]
    args.arms.mkdir(parents=True, exist_ok=True)
    environment = os.environ | MALLOC | {"OMP_NUM_THREADS": "1"}

    def one(run: Run) -> None:
        if run.probed(args.tables):
            print(f"{run.name}: its tables are in {args.tables}; another folder (--tables) has them made anew", flush=True)
            return
        checkpoint = train(run, args.base, args.arms, environment)
        probe(run, checkpoint, args.cases, args.tables, environment)
        print(f"{run.name}: done", flush=True)

    with ThreadPoolExecutor(args.workers) as pool:
        list(pool.map(one, runs))


if __name__ == "__main__":
    main()
