"""From token ids of completions to the decision: where it stands, what it says, which logits are the options'."""

from dataclasses import dataclass

import torch

from ..chat import THINK_END
from ..decision import STATEMENT, decided_option, find_decision_token
from ..decode import option_tokens

# Name of a decision rule → whether the reasoning must have been closed before `Answer:` counts.
RULES = {"answer-after-think": True, "answer": False}


@dataclass
class Decision:
    index: int  # of the decision token in the completion, −1 where the completion decides nothing
    chosen: str | None  # the option it states; a token that states none is no decision
    reasoning: int  # leading tokens of the completion up to and with the last </think>; all of them where there is none


@dataclass
class DecisionBatch:
    """Tensors of B rollouts and K options, F surface forms an option; rows and options that are missing hold −1."""

    index: torch.Tensor  # [B]
    chosen: torch.Tensor  # [B], an index into the case's options
    gold: torch.Tensor  # [B]
    reasoning: torch.Tensor  # [B]
    option_tokens: torch.Tensor  # [B, K, F]


class DecisionFinder:
    """The decision rule on token ids: every question goes through the recipe's own rule, on decoded texts."""

    def __init__(self, tokenizer, rule: str = "answer-after-think") -> None:
        self.tokenizer = tokenizer
        # A rule that asks for no reasoning is the same rule on a text that has it closed already.
        self.prefix = [] if RULES[rule] else [THINK_END]
        self._texts: dict[int, str] = {}
        self._forms: dict[tuple[str, ...], list[list[int]]] = {}

    def text(self, token: int) -> str:
        """Decoded text of one token, remembered."""
        if token not in self._texts:
            self._texts[token] = self.tokenizer.decode([token])
        return self._texts[token]

    def texts(self, ids: list[int]) -> list[str]:
        return self.prefix + [self.text(token) for token in ids]

    def find(self, ids: list[int], options: list[str]) -> Decision:
        """The decision of one completion, without padding."""
        texts = self.texts(ids)
        index, chosen, _ = decided_option(texts, options, finished=True)
        if chosen is None:
            index = -1
        else:
            index -= len(self.prefix)
        return Decision(index, chosen, _reasoning_length(texts[len(self.prefix) :]))

    def expects_decision(self, ids: list[int]) -> bool:
        """Would the next token be the decision token?"""
        last = self.text(ids[-1]) if ids else ""
        if last and STATEMENT[-1] not in last:
            return False
        texts = self.texts(ids)
        return find_decision_token([*texts, "x"]) == len(texts)

    def form_tokens(self, options: list[str]) -> list[list[int]]:
        """Token ids that state each option. Raises ValueError where an option has no form of one token."""
        key = tuple(options)
        if key not in self._forms:
            forms = option_tokens(self.tokenizer, options)
            empty = [option for option in options if not forms[option]]
            if empty:
                raise ValueError(f"options {empty} are not one token each: they cannot be a decision token")
            self._forms[key] = [forms[option] for option in options]
        return self._forms[key]

    def batch(self, completions: list[list[int]], options: list[list[str]], golds: list[str]) -> DecisionBatch:
        """Decisions of B completions (token ids without padding) as tensors, on the CPU."""
        found = [self.find(ids, names) for ids, names in zip(completions, options, strict=True)]
        forms = [self.form_tokens(names) for names in options]
        widest = max(len(ids) for row in forms for ids in row)
        tokens = torch.full((len(found), max(map(len, forms)), widest), -1)
        for row, of_options in enumerate(forms):
            for option, ids in enumerate(of_options):
                tokens[row, option, : len(ids)] = torch.tensor(ids)
        chosen = [
            -1 if decision.chosen is None else names.index(decision.chosen)
            for decision, names in zip(found, options, strict=True)
        ]
        return DecisionBatch(
            index=torch.tensor([decision.index for decision in found]),
            chosen=torch.tensor(chosen),
            gold=torch.tensor([names.index(gold) for names, gold in zip(options, golds, strict=True)]),
            reasoning=torch.tensor([decision.reasoning for decision in found]),
            option_tokens=tokens,
        )


def _reasoning_length(texts: list[str]) -> int:
    end = "".join(texts).rfind(THINK_END)
    if end < 0:
        return len(texts)
    position = 0
    for count, piece in enumerate(texts, 1):
        position += len(piece)
        if position >= end + len(THINK_END):
            return count
    return len(texts)
