"""Our settings as the trainers' own."""

from accelerate import PartialState
from trl import GRPOConfig, SFTConfig

from .config import ArmConfig


def accumulation(rows_per_step: int, config: ArmConfig) -> int:
    """Forward passes a step. Raises ValueError where the devices cannot share a step's rows evenly."""
    at_once = config.device_batch * PartialState().num_processes
    if rows_per_step % at_once:
        raise ValueError(f"{rows_per_step} rows a step are no multiple of {at_once} rows on all devices at once")
    return rows_per_step // at_once


def _shared(config: ArmConfig) -> dict:
    return {
        "output_dir": config.out,
        "max_steps": config.steps,
        "learning_rate": config.learning_rate,
        "lr_scheduler_type": config.schedule,
        "warmup_steps": config.warmup_steps,
        "weight_decay": config.weight_decay,
        "max_grad_norm": config.max_grad_norm,
        "adam_beta2": config.adam_beta2,
        "per_device_train_batch_size": config.device_batch,
        "gradient_checkpointing": config.gradient_checkpointing,
        "bf16": config.bf16,
        "use_cpu": config.cpu,
        "seed": config.seed,
        "data_seed": config.seed,
        "report_to": "none",
        "disable_tqdm": True,
    }


def grpo_arguments(config: ArmConfig) -> GRPOConfig:
    """One optimiser step a generation: the rollouts are always the current policy's."""
    return GRPOConfig(
        **_shared(config),
        gradient_accumulation_steps=accumulation(config.cases_per_step * config.rollouts, config),
        num_generations=config.rollouts,
        max_completion_length=config.max_completion,
        temperature=config.temperature,
        beta=config.kl,
        loss_type="dapo",
        scale_rewards="group",
        chat_template_kwargs=config.chat_template_kwargs,
        logging_steps=1,
        save_strategy="steps" if config.save_every else "no",
        save_steps=config.save_every or 500,
        save_total_limit=1,
        use_vllm=config.vllm,
        vllm_mode=config.vllm_mode,
        vllm_gpu_memory_utilization=config.vllm_memory,
        vllm_tensor_parallel_size=config.vllm_tensor_parallel,
    )


def sft_arguments(config: ArmConfig) -> SFTConfig:
    """Evaluates and keeps a checkpoint every `evaluate_every` steps; the one of the lowest validation loss is kept."""
    return SFTConfig(
        **_shared(config),
        gradient_accumulation_steps=accumulation(config.cases_per_step, config),
        per_device_eval_batch_size=config.device_batch,
        max_length=None,
        logging_steps=1,
        eval_strategy="steps",
        eval_steps=config.evaluate_every,
        save_strategy="steps",
        save_steps=config.evaluate_every,
        save_total_limit=1,
        load_best_model_at_end=True,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
    )
