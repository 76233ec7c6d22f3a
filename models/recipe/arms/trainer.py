"""
TRL's GRPOTrainer with the reward of a verified decision and the calibration-aware term.

    loss = policy loss + λ · (1/N) Σ_i cross-entropy_i

The policy loss is TRL's (loss type "dapo"): minus the sum over all completion tokens of clipped ratio × advantage,
divided by the number of completion tokens of the optimiser step on all devices. Advantage: (reward − mean) / (standard
deviation + 1e-4) within the rollouts of a case, the same for every token of a rollout, and 0 at its decision token,
which still counts in the number of tokens. A token that states no option is no decision token and keeps its advantage.

The sum over i runs over the N rollouts of the optimiser step on all devices; one without a decision adds 0 and counts.
λ thus weighs a mean over rollouts against a mean over tokens: with rollouts of t tokens, the cross-entropy of a
decision weighs λ · t times what the advantage of one token does.
"""

from contextlib import contextmanager

import torch
from trl import GRPOTrainer

from .config import ArmConfig
from .decision_positions import DecisionFinder
from .fast_rollouts import fast_rollouts
from .greedy import GreedyVllm, greedy_decisions
from .objective import decision_cross_entropy, option_log_probs, target_rows
from .reference import ReferenceDecision
from .watch import step_figures

BATCH = "decision_"  # prefix of our tensors among TRL's, which are shuffled and split with them


class ArmTrainer(GRPOTrainer):
    """Arms `rlvr` (λ off, advantages untouched) and `ca-*`. The data set has columns prompt, options, gold."""

    def __init__(self, model, config: ArmConfig, *, processing_class, **kwargs) -> None:
        self.arm_config = config
        self.finder = DecisionFinder(processing_class, config.decision_rule)
        self._rollout_rows: list[torch.Tensor] = []
        self._entropies: torch.Tensor | None = None
        super().__init__(model, self.reward_gold, processing_class=processing_class, **kwargs)
        if self.use_liger_kernel:
            raise ValueError("the fused loss shows no logits: switch use_liger_kernel off")
        self.reference: ReferenceDecision | None = None
        if config.reference_decision and config.calibrated:
            unwrapped = self.accelerator.unwrap_model(self.model)
            self.reference = ReferenceDecision(unwrapped, self.finder, self._tokenizer.eos_token_id)
        if self.use_vllm and config.greedy_decision:
            self.vllm_generation = GreedyVllm(self.vllm_generation, self.finder, self._tokenizer.eos_token_id)

    def reward_gold(self, completion_ids, options, gold, **_) -> list[float]:
        """1 iff the verified decision is the gold option."""
        rows = zip(completion_ids, options, gold, strict=True)
        return [float(self.finder.find(list(ids), names).chosen == right) for ids, names, right in rows]

    def _generate_single_turn(self, prompt_ids, *args, **kwargs):
        completions, logprobs = self._rollouts(prompt_ids, *args, **kwargs)
        if self.reference is not None:
            completions = self.reference.take(prompt_ids, completions)
        return completions, logprobs

    def _rollouts(self, prompt_ids, *args, **kwargs):
        args = (prompt_ids, *args)
        if self.arm_config.fast_rollouts:
            model = self.accelerator.unwrap_model(self.model_wrapped)
            return fast_rollouts(model, prompt_ids, self.finder, self._tokenizer.eos_token_id, self.arm_config), None
        if not self.arm_config.greedy_decision or self.use_vllm:
            return super()._generate_single_turn(*args, **kwargs)
        with greedy_decisions(self.accelerator.unwrap_model(self.model_wrapped), self.finder):
            return super()._generate_single_turn(*args, **kwargs)

    def _generate_and_score_completions(self, inputs):
        output = super()._generate_and_score_completions(inputs)
        mask = output["completion_mask"].bool()
        completions = [ids[kept].tolist() for ids, kept in zip(output["completion_ids"], mask, strict=True)]
        found = self.finder.batch(completions, [case["options"] for case in inputs], [case["gold"] for case in inputs])
        output |= {BATCH + name: tensor.to(mask.device) for name, tensor in vars(found).items()}
        if self.arm_config.calibrated:
            output["advantages"] = without_decision(output["advantages"], output[BATCH + "index"], mask.shape[1])
        return output

    def _get_per_token_logps_and_entropies(self, *args, **kwargs):
        result = super()._get_per_token_logps_and_entropies(*args, **kwargs)
        self._entropies = result[1]
        return result

    def _compute_loss(self, model, inputs):
        index, chosen, gold = (inputs[BATCH + name] for name in ("index", "chosen", "gold"))
        option_tokens = inputs[BATCH + "option_tokens"]
        with decision_logits(model, index, inputs["completion_ids"].shape[1]) as seen:
            loss = super()._compute_loss(model, inputs)
        log_p = option_log_probs(seen[0], option_tokens)
        calibration = torch.zeros_like(index, dtype=log_p.dtype)
        if self.arm_config.calibrated:
            q = target_rows(self.arm_config.target, chosen, gold, option_tokens).to(log_p.device)
            calibration = decision_cross_entropy(log_p, q, chosen, self.arm_config.clamp)
            parts = self.current_gradient_accumulation_steps if self.model.training else 1
            loss = loss + self.arm_config.lambda_ * calibration.mean() / parts
        self._watch(inputs, log_p, calibration)
        return loss

    @torch.no_grad()
    def _watch(self, inputs, log_p, calibration) -> None:
        """Keeps one row a rollout for the figures of the step."""
        chosen, reasoning = inputs[BATCH + "chosen"], inputs[BATCH + "reasoning"]
        positions = torch.arange(self._entropies.shape[1], device=chosen.device)
        of_reasoning = (positions < reasoning[:, None]) & inputs["completion_mask"].bool()
        columns = [
            chosen >= 0,
            chosen == inputs[BATCH + "gold"],
            log_p.exp().gather(1, chosen.clamp(min=0)[:, None])[:, 0],
            (self._entropies * of_reasoning).sum(1),
            of_reasoning.sum(1),
            calibration,
        ]
        rows = torch.stack([column.float() for column in columns], 1)
        self._rollout_rows.append(self.accelerator.gather(rows).cpu())

    def log(self, logs, start_time=None) -> None:
        mode = "train" if self.model.training else "eval"
        if self._rollout_rows:
            for name, value in step_figures(torch.cat(self._rollout_rows)).items():
                self._metrics[mode][name].append(value)
            self._rollout_rows = []
        super().log(logs, start_time)


def without_decision(advantages: torch.Tensor, index: torch.Tensor, length: int) -> torch.Tensor:
    """Advantages of the rollouts [B] as [B, length], with 0 at the decision token and nowhere else."""
    tokens = torch.arange(length, device=index.device)
    return advantages[:, None] * (tokens != index[:, None])


@contextmanager
def decision_logits(model, index: torch.Tensor, length: int):
    """
    Yields a list that receives, from the next forward pass, the logits [B, V] that predict each row's decision token
    (−1: those of the first token), with gradient and at temperature 1. `length`: tokens of the padded completions.
    """
    seen: list[torch.Tensor] = []

    def keep(_module, _args, output) -> None:
        # The last length + 1 logits: the one before the first completion token comes first.
        logits = output.logits[:, -(length + 1) :]
        seen.append(logits[torch.arange(len(index), device=logits.device), index.clamp(min=0)])

    handle = model.register_forward_hook(keep)
    try:
        yield seen
    finally:
        handle.remove()
