"""What one fine-tuning run is: an arm and its settings, from a YAML or JSON file and `field=value` overrides."""

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import get_args, get_origin, get_type_hints

import yaml

from .decision_positions import RULES
from .targets import TARGETS

ARMS = ("sft", "sft-reasoned", "rlvr", "ca-paper", "ca-proper", "ca-gold")


@dataclass
class ArmConfig:
    """Raises ValueError where fields contradict each other."""

    arm: str  # one of ARMS; `ca-<target>` is calibration-aware RL
    model: str  # folder or Hub name of the base checkpoint
    cases: list[str]  # JSONL files of cases, one a task
    out: str  # folder for the fine-tuned checkpoint and train.jsonl
    case_limit: int = 500  # training examples a task: the first so many of each file
    seed: int = 1

    # The calibration-aware objective: policy loss + λ · mean over rollouts of the cross-entropy at the decision token.
    lambda_: float = 0.005  # λ; the paper sweeps .0005 to .005 around .001
    target: str | None = None  # q: paper | proper | gold; the arm's own when left out
    clamp: bool = True  # no rollout pushes the probability of its decision below 1/|C|
    decision_rule: str = "answer-after-think"  # where a completion states its decision, a name in RULES
    greedy_decision: bool | None = None  # rollouts take the likeliest decision token; left out: in `ca-*` only
    reference_decision: bool = False  # `ca-*`: rollouts take it from the model as it was before training (reference.py)

    # Group-relative policy optimisation.
    rollouts: int = 8  # a case
    cases_per_step: int = 32
    device_batch: int = 32  # rollouts (or SFT examples) a device and forward pass; the rest is gradient accumulation
    temperature: float = 1.0  # of the rollouts; the cross-entropy always reads the logits at temperature 1
    max_completion: int = 160  # tokens
    kl: float = 0.0  # weight of the divergence from the base (TRL's beta)
    chat_template_kwargs: dict = field(default_factory=dict)

    # Optimiser.
    steps: int = 150
    learning_rate: float = 3e-4
    schedule: str = "constant_with_warmup"  # a transformers scheduler
    warmup_steps: int = 5
    weight_decay: float = 0.0
    max_grad_norm: float = 1.0
    adam_beta2: float = 0.999  # memory of the squared gradients; the cross-entropy's first ones are far larger than its later ones
    average: float = 0.0  # RL: share of the last steps whose weights are averaged in the end, 0 for the last weights

    # What is trained, and in which precision.
    lora: bool = False  # else all parameters
    embeddings: bool = True  # also the token embeddings and the output layer, which LoRA leaves alone
    lora_rank: int = 16
    lora_alpha: int = 32
    lora_dropout: float = 0.0
    lora_targets: str = "all-linear"
    merge_adapter: bool = True  # also write the merged checkpoint, to `out`/merged
    dtype: str = "float32"  # of the loaded weights
    bf16: bool = False  # mixed-precision autocast
    gradient_checkpointing: bool = False

    attention: str | None = None  # attention implementation of transformers; left out: its choice

    # Rollouts by our own sampler (all parameters of a small Qwen3 on one process) or by vLLM instead of transformers.
    fast_rollouts: bool = False
    vllm: bool = False
    vllm_mode: str = "colocate"  # or server
    vllm_memory: float = 0.3  # share of each GPU in colocate mode
    vllm_tensor_parallel: int = 1

    # Supervised arms: `cases_per_step` examples a step, at most `steps` steps.
    validation_share: float = 0.2  # of the training examples, held out to stop on
    evaluate_every: int = 5  # steps
    patience: int = 4  # evaluations without a better validation loss before it stops
    reasonings: int = 4  # sft-reasoned: the model's own reasonings a case
    empty_reasoning: bool = False  # sft: an empty <think> block first, for a rule that asks for one

    # Machine.
    cpu: bool = False
    save_every: int = 0  # steps between resumable checkpoints, 0 for none
    resume: bool = False  # go on from the last of them in `out`

    def __post_init__(self) -> None:
        if self.arm not in ARMS:
            raise ValueError(f"arm {self.arm!r} is none of {', '.join(ARMS)}")
        if self.decision_rule not in RULES:
            raise ValueError(f"decision_rule {self.decision_rule!r} is none of {', '.join(RULES)}")
        if self.calibrated:
            own = self.arm.removeprefix("ca-")
            if self.target not in (None, own):
                raise ValueError(f"arm {self.arm} has target {own!r}, not {self.target!r}")
            self.target = own
        elif self.target is not None and self.target not in TARGETS:
            raise ValueError(f"target {self.target!r} is none of {', '.join(TARGETS)}")
        if self.greedy_decision is None:
            self.greedy_decision = self.calibrated
        if self.fast_rollouts and (self.lora or self.vllm):
            raise ValueError("fast_rollouts reads plain weights: switch lora and vllm off")
        if self.reference_decision and self.vllm:
            raise ValueError("reference_decision needs the untrained model beside the trained one: switch vllm off")
        if not 0 <= self.average <= 1:
            raise ValueError(f"average is a share of the steps, not {self.average}")
        if self.lambda_ < 0 or self.rollouts < 2 or not 0 < self.validation_share < 1:
            raise ValueError("lambda_ ≥ 0, rollouts ≥ 2 and 0 < validation_share < 1 are needed")

    @property
    def calibrated(self) -> bool:
        """Is the calibration-aware objective used?"""
        return self.arm.startswith("ca-")


def load_config(path: str | Path | None, overrides: list[str]) -> ArmConfig:
    """
    Reads a YAML or JSON file and applies `field=value` texts (values as YAML). Raises ValueError on unknown fields
    and values of the wrong type, TypeError on missing fields.
    """
    values = {}
    if path:
        text = Path(path).read_text(encoding="utf-8")
        values = json.loads(text) if str(path).endswith(".json") else yaml.safe_load(text)
    for override in overrides:
        name, equals, value = override.partition("=")
        if not equals:
            raise ValueError(f"{override!r} is no field=value")
        values["lambda_" if name == "lambda" else name] = yaml.safe_load(value)
    kinds = get_type_hints(ArmConfig)
    names = {item.name for item in dataclasses.fields(ArmConfig)}
    for name, value in values.items():
        if name not in names:
            raise ValueError(f"unknown field {name!r}")
        values[name] = _checked(name, value, kinds[name])
    return ArmConfig(**values)


def _checked(name: str, value, kind):
    allowed = get_args(kind) if get_origin(kind) is UnionType else (get_origin(kind) or kind,)
    if float in allowed and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if float in allowed and isinstance(value, str):  # YAML 1.1 reads 3e-4 as a text
        return float(value)
    if type(value) not in allowed:
        raise ValueError(f"{name}: {value!r} is not {kind}")
    return value
