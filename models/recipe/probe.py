"""
Study tables of one checkpoint: decisions of held-out cases, greedy, after sampled reasoning, in many rollouts, after another
reasoning was put in, and forced along the reasoning. The decision token is the likeliest one always, as in the rollouts that
the arms are trained on. One gzipped JSON file a task and mode, read by `npm run study`.
"""

import argparse
import itertools
import time
import zlib
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from .arms.decision_positions import DecisionFinder
from .cases import read_cases
from .chat import prompt_text
from .decision import decided_option
from .decode import option_tokens
from .forced import forced_rows, swap_rows
from .metrics import log_sum_exp
from .sampler import Rollout, Weights, sample
from .table import option_row, write_table

MODES = ("greedy", "sampled", "rollouts", "swap", "forced")
BATCH = 256


class Probe:
    """A checkpoint ready to decode, in float32."""

    def __init__(self, folder: Path, max_new_tokens: int) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.finder = DecisionFinder(self.tokenizer)
        self.weights = Weights(AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32))
        self.max_new_tokens = max_new_tokens

    def prompt(self, case: dict) -> list[int]:
        return self.tokenizer.encode(prompt_text(self.tokenizer, case), add_special_tokens=False)

    def forms(self, case: dict) -> list[list[int]]:
        """Token ids that state each option of the case."""
        return list(option_tokens(self.tokenizer, case["options"]).values())

    def complete(self, cases: list[dict], temperature: float, rollouts: int = 1, seed: int = 0) -> list[Rollout]:
        """`rollouts` completions a case, in order; the temperature is that of the reasoning."""
        watched = sorted({token for case in cases for ids in self.forms(case) for token in ids})
        generator, found = torch.Generator().manual_seed(seed), []
        for start in range(0, len(cases), max(1, BATCH // rollouts)):
            found += sample(
                self.weights,
                [self.prompt(case) for case in cases[start : start + max(1, BATCH // rollouts)]],
                end_token=self.tokenizer.eos_token_id,
                rollouts=rollouts,
                temperature=temperature,
                max_new_tokens=self.max_new_tokens,
                generator=generator,
                greedy_at=self.finder.expects_decision,
                watched=watched,
            )
        return found

    def decision_row(self, case: dict, rollout: Rollout) -> dict:
        """Columns of one completion; see `option_row` for the decided ones."""
        texts = [self.tokenizer.decode([token]) for token in rollout.ids]
        index, chosen, _ = decided_option(texts, case["options"], rollout.finished)
        row = {"index": case_index(case)}
        if chosen is None:
            return row | {"logits": [None] * len(case["options"]), "chosen": -1, "logMass": None}
        logits = dict(zip(rollout.tokens_watched, rollout.watched[index], strict=True))
        of_options = [log_sum_exp([logits[i] for i in ids]) for ids in self.forms(case)]
        return row | option_row(of_options, case["options"].index(chosen), rollout.logsumexp[index])


def case_index(case: dict) -> int:
    return int(case["id"].rsplit("-", 1)[1])


def rows_of(probe: Probe, mode: str, cases: list[dict], rollouts: int, seed: int) -> list[dict]:
    if mode in ("greedy", "sampled"):
        done = probe.complete(cases, temperature=0.0 if mode == "greedy" else 1.0, seed=seed)
        return [probe.decision_row(case, rollout) for case, rollout in zip(cases, done, strict=True)]
    if mode == "rollouts":
        done = probe.complete(cases, 1.0, rollouts, seed)
        repeated = [case for case in cases for _ in range(rollouts)]
        return [probe.decision_row(case, rollout) for case, rollout in zip(repeated, done, strict=True)]
    done = probe.complete(cases, 0.0)
    rows = [probe.decision_row(case, rollout) for case, rollout in zip(cases, done, strict=True)]
    triples = [triple for triple in zip(cases, done, rows, strict=True) if triple[2]["chosen"] >= 0]
    return (swap_rows if mode == "swap" else forced_rows)(probe, triples)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--run", required=True, help="name of the run, the folder below --out")
    parser.add_argument("--arm", required=True)
    parser.add_argument("--seed", type=int, default=1, help="of the training run")
    parser.add_argument("--lambda", type=float, dest="lambda_")
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--modes", nargs="+", choices=MODES, default=["greedy", "sampled"])
    parser.add_argument("--cases", nargs="+", required=True, help="JSONL files, one a task; for swap with `arguments`")
    parser.add_argument(
        "--n", type=int, help="cases of each file; left out: 200 for rollouts, 500 for swap and forced, else 2000"
    )
    parser.add_argument("--rollouts", type=int, default=64)
    parser.add_argument("--max-new-tokens", type=int, default=160)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("models/study/tables"))
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    probe = Probe(args.checkpoint, args.max_new_tokens)
    head = {"version": 1, "run": args.run, "arm": args.arm, "seed": args.seed}
    head |= {"lambda": args.lambda_, "steps": args.steps}
    for file, mode in itertools.product(args.cases, args.modes):
        count = args.n or ({"rollouts": 200, "swap": 500, "forced": 500}.get(mode, 2000))
        cases = list(itertools.islice(read_cases(file), count))
        task, case_seed, start = cases[0]["id"].rsplit("-", 2)
        path = args.out / args.run / f"{task}-{mode}.json.gz"
        if path.exists():
            continue
        began = time.perf_counter()
        rows = rows_of(probe, mode, cases, args.rollouts, zlib.crc32(path.name.encode()) + args.seed)
        about = {"task": task, "mode": mode, "caseSeed": int(case_seed), "start": int(start)}
        write_table(path, head | about | {"labels": cases[0]["options"]}, rows)
        print(f"{path}: {len(rows)} rows in {time.perf_counter() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
