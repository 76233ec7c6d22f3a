"""Loading the base checkpoint, adapters, and writing the fine-tuned one in Hugging Face layout."""

import shutil
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from .config import ArmConfig


def load(config: ArmConfig):
    """(model, tokenizer) of the base."""
    tokenizer = AutoTokenizer.from_pretrained(config.model, padding_side="left")
    how = {"attn_implementation": config.attention} if config.attention else {}
    model = AutoModelForCausalLM.from_pretrained(config.model, dtype=getattr(torch, config.dtype), **how)
    if not config.embeddings:
        for layer in (model.get_input_embeddings(), model.get_output_embeddings()):
            layer.requires_grad_(False)
    return model, tokenizer


def adapter_config(config: ArmConfig):
    """What peft needs to add LoRA, None where all parameters are trained."""
    if not config.lora:
        return None
    from peft import LoraConfig

    return LoraConfig(
        task_type="CAUSAL_LM",
        r=config.lora_rank,
        lora_alpha=config.lora_alpha,
        lora_dropout=config.lora_dropout,
        target_modules=config.lora_targets,
    )


def save(trainer, tokenizer, config: ArmConfig) -> None:
    """Weights (or the adapter) and tokenizer to `out`; with an adapter also the merged checkpoint to `out`/merged."""
    out = Path(config.out)
    trainer.save_model(str(out))
    if not trainer.is_world_process_zero():
        return
    _save_tokenizer(tokenizer, config, out)
    if config.lora and config.merge_adapter:
        # Sharded weights (DeepSpeed ZeRO-3, FSDP) cannot be merged here: switch merge_adapter off and merge afterwards.
        merged = trainer.accelerator.unwrap_model(trainer.model).merge_and_unload()
        merged.save_pretrained(out / "merged")
        _save_tokenizer(tokenizer, config, out / "merged")


def _save_tokenizer(tokenizer, config: ArmConfig, folder: Path) -> None:
    """Where the base is a folder its own files, byte for byte: what reads the base reads the arm."""
    tokenizer.save_pretrained(folder)
    if not Path(config.model).is_dir():
        return
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        (folder / name).unlink(missing_ok=True)
        if (Path(config.model) / name).exists():
            shutil.copy(Path(config.model) / name, folder / name)
