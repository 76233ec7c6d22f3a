"""
Fine-tunes one arm: `python -m recipe.arms.train --config FILE [field=value ...]`, or after `accelerate launch -m`.
Writes the checkpoint, the configuration and train.jsonl (a line a step) to `out`.
"""

import argparse
import dataclasses
import json
from pathlib import Path

import torch
from transformers import set_seed

from .arguments import grpo_arguments
from .average import WeightAverage
from .checkpoint import adapter_config, load, save
from .config import ArmConfig, load_config
from .examples import rl_dataset, training_cases
from .sft import sft_trainer
from .trainer import ArmTrainer
from .watch import JsonLog


def build(config: ArmConfig):
    """(trainer, tokenizer), ready to train."""
    set_seed(config.seed)
    model, tokenizer = load(config)
    cases = training_cases(config)
    callbacks = [JsonLog(Path(config.out) / "train.jsonl")]
    if config.arm.startswith("sft"):
        return sft_trainer(model, tokenizer, cases, config, callbacks), tokenizer
    if config.average:
        callbacks.append(WeightAverage(config.average))
    if len(cases) < config.cases_per_step:
        raise ValueError(f"{len(cases)} cases are fewer than the {config.cases_per_step} of one step")
    trainer = ArmTrainer(
        model,
        config,
        args=grpo_arguments(config),
        train_dataset=rl_dataset(cases),
        processing_class=tokenizer,
        peft_config=adapter_config(config),
        callbacks=callbacks,
    )
    return trainer, tokenizer


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", help="YAML or JSON file with fields of config.py")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads, 0 = all")
    parser.add_argument("overrides", nargs="*", metavar="field=value")
    args = parser.parse_args(arguments)
    config = load_config(args.config, args.overrides)
    if args.threads:
        torch.set_num_threads(args.threads)
    trainer, tokenizer = build(config)
    if trainer.is_world_process_zero():
        Path(config.out).mkdir(parents=True, exist_ok=True)
        (Path(config.out) / "arm.json").write_text(json.dumps(dataclasses.asdict(config), indent=2) + "\n")
    trainer.train(resume_from_checkpoint=config.resume or None)
    save(trainer, tokenizer, config)


if __name__ == "__main__":
    main()
