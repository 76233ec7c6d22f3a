"""
The supervised arms, stopped early on a validation part of the training cases.

`sft`: cross-entropy on the whole completion `Answer: X` and end token, without reasoning. `sft-reasoned`: the base
reasons by itself, sampled once before training; cross-entropy on the gold option and the end token after that.
"""

import random

from datasets import Dataset
from transformers import EarlyStoppingCallback, TrainerCallback
from trl import SFTTrainer

from .arguments import sft_arguments
from .checkpoint import adapter_config
from .config import ArmConfig
from .decision_positions import DecisionFinder
from .examples import decision_example, own_reasonings, reasoned_example


def split_cases(cases: list[dict], share: float, seed: int) -> tuple[list[dict], list[dict]]:
    """(training, validation): a case is in one of them, with all its reasonings; at least one case in each."""
    shuffled = random.Random(seed).sample(cases, len(cases))
    count = min(max(1, round(share * len(cases))), len(cases) - 1)
    return shuffled[count:], shuffled[:count]


def examples(model, tokenizer, cases: list[dict], config: ArmConfig) -> Dataset:
    """Columns input_ids, labels. Raises ValueError where none of the base's reasonings ends in a decision."""
    if config.arm == "sft":
        return Dataset.from_list([decision_example(tokenizer, case, config) for case in cases])
    finder = DecisionFinder(tokenizer, config.decision_rule)
    pairs = own_reasonings(model, tokenizer, cases, config)
    rows = [reasoned_example(tokenizer, finder, case, completion, config) for case, completion in pairs]
    kept = [row for row in rows if row is not None]
    print(f"{len(kept)} of {len(rows)} reasonings of {len(cases)} cases end in a decision")
    if not kept:
        raise ValueError("no reasoning of the base ends in a decision")
    return Dataset.from_list(kept)


def sft_trainer(model, tokenizer, cases: list[dict], config: ArmConfig, callbacks: list[TrainerCallback]) -> SFTTrainer:
    train, validation = split_cases(cases, config.validation_share, config.seed)
    return SFTTrainer(
        model,
        args=sft_arguments(config),
        train_dataset=examples(model, tokenizer, train, config),
        eval_dataset=examples(model, tokenizer, validation, config),
        processing_class=tokenizer,
        peft_config=adapter_config(config),
        callbacks=[*callbacks, EarlyStoppingCallback(config.patience)],
    )
