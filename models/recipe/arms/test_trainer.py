"""The objective against a computation by hand, in numpy and float64, through TRL's own scoring of three rollouts."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from .conftest import OPTIONS, case
from .train import build
from .trainer import without_decision

THOUGHT = "<think>\na cough\n</think>\n"
GOLD = OPTIONS.index(case(1)["gold"])
TARGET_WHEN_WRONG = {  # K = 4; option 3 (D) chosen, option 1 (B) gold
    "paper": [0.25, 0.25, 0.25, 0.25],
    "proper": [1 / 3, 1 / 3, 1 / 3, 0],
    "gold": [0, 1, 0, 0],
}


class Table(torch.nn.Module):
    """A model whose parameters are its logits."""

    def __init__(self, shape):
        super().__init__()
        generator = torch.Generator().manual_seed(5)
        self.logits = torch.nn.Parameter(2 * torch.randn(shape, generator=generator, dtype=torch.float64))

    def forward(self, input_ids, attention_mask, logits_to_keep, use_cache):
        return SimpleNamespace(logits=self.logits[:, -logits_to_keep:])


@pytest.fixture
def scored(random_base, cases_file, make_config, ids_of):
    """(trainer, its inputs) for one case with three rollouts: one right, one wrong, one without a decision."""

    def make(arm, **changes):
        config = make_config(
            arm, random_base, cases_file, rollouts=3, cases_per_step=1, device_batch=3, lambda_=0.25, **changes
        )
        trainer, _ = build(config)
        answers = ["Answer: B<|im_end|>", "On second thoughts: Answer: D<|im_end|>", "who knows<|im_end|>"]
        completions = [ids_of(THOUGHT + answer) for answer in answers]
        trainer._generate_single_turn = lambda *_, **__: (completions, None)
        trainer.current_gradient_accumulation_steps = 1
        trainer.model.train()
        row = {"prompt": [{"role": "user", "content": case(1)["prompt"]}], "options": OPTIONS, "gold": case(1)["gold"]}
        inputs = trainer._generate_and_score_completions([row] * 3)
        return trainer, inputs, completions

    return make


def softmax(values):
    e = np.exp(values - values.max())
    return e / e.sum()


def by_hand(logits, completions, ids_of, lambda_, target):
    """(loss, gradient of the logits): a mean over tokens, plus λ times the mean cross-entropy over three rollouts."""
    mean, deviation = 1 / 3, math.sqrt(((1 - 1 / 3) ** 2 + 2 * (1 / 3) ** 2) / 2)
    advantage = [(reward - mean) / (deviation + 1e-4) for reward in (1, 0, 0)]
    tokens = sum(map(len, completions))
    decision = [len(completions[0]) - 2, len(completions[1]) - 2, None]
    forms = [(ids_of(f" {option}")[0], ids_of(option)[0]) for option in OPTIONS]
    chosen = [1, 3, None]
    loss, gradient = 0.0, np.zeros_like(logits)
    for row, ids in enumerate(completions):
        for position, token in enumerate(ids):
            if target and position == decision[row]:
                continue
            # ratio 1 with respect to itself: value −A, gradient −A (one-hot − p)
            loss -= advantage[row] / tokens
            p = softmax(logits[row, position])
            gradient[row, position] += advantage[row] / tokens * p
            gradient[row, position, token] -= advantage[row] / tokens
        if not target or decision[row] is None:
            continue
        q = np.eye(4)[1] if chosen[row] == GOLD else np.array(TARGET_WHEN_WRONG[target])
        z = logits[row, decision[row]]
        option = np.array([math.log(sum(math.exp(z[form]) for form in both)) for both in forms])
        p = softmax(option)
        loss -= lambda_ / 3 * float((q * np.log(p)).sum())
        for k, both in enumerate(forms):
            share = softmax(z[list(both)])
            for form, part in zip(both, share, strict=True):
                gradient[row, decision[row], form] += lambda_ / 3 * (p[k] - q[k]) * part
    return loss, gradient


@pytest.mark.parametrize("arm", ["ca-paper", "ca-proper", "ca-gold", "rlvr"])
def test_loss_and_gradient_are_those_computed_by_hand(arm, scored, ids_of):
    # The clamp has a test of its own.
    trainer, inputs, completions = scored(arm, clamp=False)
    longest, prompt = max(map(len, completions)), inputs["prompt_ids"].shape[1]
    table = Table((3, prompt + longest, 400))
    loss = trainer._compute_loss(table, inputs)
    loss.backward()
    # Row t of the last longest + 1 logits predicts completion token t.
    logits = table.logits.detach().numpy()[:, -(longest + 1) :]
    target = arm.removeprefix("ca-") if arm.startswith("ca-") else None
    expected, gradient = by_hand(logits, completions, ids_of, 0.25, target)
    # TRL computes advantages in float32.
    assert loss.item() == pytest.approx(expected, rel=1e-6)
    assert np.abs(table.logits.grad.numpy()[:, -(longest + 1) :] - gradient).max() < 1e-8
    assert np.abs(gradient).max() > 1e-3
    assert not table.logits.grad[:, : -(longest + 1)].any()


def test_the_advantage_is_zero_at_decision_tokens_and_nowhere_else(scored):
    trainer, inputs, completions = scored("ca-paper")
    index = inputs["decision_index"].tolist()
    assert index == [len(completions[0]) - 2, len(completions[1]) - 2, -1]
    zeros = [torch.nonzero(row == 0).flatten().tolist() for row in inputs["advantages"]]
    assert zeros == [[index[0]], [index[1]], []]
    assert (inputs["advantages"][0].max() > 0) and (inputs["advantages"][1:].min() < 0)
    assert scored("rlvr")[1]["advantages"].shape == (3,)


@pytest.mark.parametrize(("arm", "kinds"), [("ca-paper", 1), ("rlvr", 2)])
def test_rollouts_of_the_trainer_take_decisions_greedily_where_the_arm_says_so(
    arm, kinds, taught_base, cases_file, make_config
):
    """The taught base answers A most often, whatever it has thought."""
    config = make_config(arm, taught_base, cases_file, rollouts=32, cases_per_step=1, device_batch=32, lora=True)
    trainer, _ = build(config)
    trainer.model.train()
    row = {"prompt": [{"role": "user", "content": case(0)["prompt"]}], "options": OPTIONS, "gold": "A"}
    inputs = trainer._generate_and_score_completions([row] * 32)
    decided = [pick for pick in inputs["decision_chosen"].tolist() if pick >= 0]
    assert len(decided) > 10
    assert min(len(set(decided)), 2) == kinds


def test_the_parts_of_an_accumulated_step_add_up_to_the_whole(scored):
    """One rollout a part, the one without a decision too."""
    trainer, inputs, completions = scored("ca-proper")
    table = Table((3, inputs["prompt_ids"].shape[1] + max(map(len, completions)), 400))
    whole = trainer._compute_loss(table, inputs).item()
    trainer.current_gradient_accumulation_steps = trainer.args.steps_per_generation = 3
    parts = 0.0
    for row in range(3):
        part = {name: value[row : row + 1] if value.ndim else value for name, value in inputs.items()}
        parts += trainer._compute_loss(_row(table, row), part).item()
    assert parts == pytest.approx(whole, rel=1e-9)


def _row(table, row):
    part = Table((1, 1, 1))
    part.logits = torch.nn.Parameter(table.logits.detach()[row : row + 1])
    return part


def test_the_step_is_logged_over_all_its_rollouts(scored):
    trainer, inputs, completions = scored("ca-paper")
    trainer._compute_loss(Table((3, inputs["prompt_ids"].shape[1] + max(map(len, completions)), 400)), inputs)
    logs = {}
    trainer.log(logs)
    assert (logs["decided"], logs["accuracy"], logs["reward"]) == pytest.approx((2 / 3, 0.5, 1 / 3))
    assert 0 < logs["meanConfidence"] < 1 and logs["certain"] == 0
    assert logs["reasoningEntropy"] > 1 and logs["crossEntropy"] > 0
    assert trainer._rollout_rows == []


def test_advantages_without_any_decision_stay():
    result = without_decision(torch.tensor([2.0, -1.0]), torch.tensor([-1, 0]), 3)
    assert result.tolist() == [[2, 2, 2], [0, -1, -1]]
