"""Greedy traces of cases from an exported decoder: batched, left-padded, finished rows retired."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from .chat import prompt_text
from .decision import surface_forms
from .session import Decoder

TOP = 10


@dataclass
class Token:
    """A generated token: log-probability, the log of the softmax normaliser, the likeliest alternatives."""

    id: int
    text: str
    logprob: float
    logsumexp: float
    top: list[tuple[int, float]]
    watched: dict[int, float]  # raw logits of the tokens that state an option


@dataclass
class Completion:
    case: dict
    tokens: list[Token] = field(default_factory=list)
    finished: bool = False

    @property
    def texts(self) -> list[str]:
        return [token.text for token in self.tokens]


def option_tokens(tokenizer, options) -> dict[str, list[int]]:
    """Token ids of each option's surface forms; forms of several tokens cannot be a decision token."""
    result = {}
    for option in options:
        forms = [tokenizer.encode(form, add_special_tokens=False) for form in surface_forms(option)]
        result[option] = [ids[0] for ids in forms if len(ids) == 1]
    return result


def decode_greedily(
    decoder: Decoder, tokenizer, cases: list[dict], batch: int = 100, max_new_tokens: int = 160
) -> Iterator[Completion]:
    """Yields one completion a case, in order."""
    options = sorted({option for case in cases for option in case["options"]})
    watched = sorted({i for ids in option_tokens(tokenizer, options).values() for i in ids})
    for start in range(0, len(cases), batch):
        yield from _decode_batch(decoder, tokenizer, cases[start : start + batch], watched, max_new_tokens)


def left_pad(rows: list[list[int]], pad: int) -> tuple[np.ndarray, np.ndarray]:
    """(ids, mask), both [b, longest]."""
    longest = max(map(len, rows))
    ids = np.full((len(rows), longest), pad, np.int64)
    mask = np.zeros_like(ids)
    for row, tokens in enumerate(rows):
        ids[row, longest - len(tokens) :] = tokens
        mask[row, longest - len(tokens) :] = 1
    return ids, mask


def _decode_batch(decoder, tokenizer, cases, watched, max_new_tokens) -> list[Completion]:
    done = [Completion(case) for case in cases]
    prompts = [tokenizer.encode(prompt_text(tokenizer, case), add_special_tokens=False) for case in cases]
    ids, mask = left_pad(prompts, tokenizer.pad_token_id)
    decoder.start(mask)
    active = np.arange(len(cases))
    for _ in range(max_new_tokens):
        logits = decoder.step(ids)[:, -1].astype(np.float64)
        top = logits.max(1)
        normaliser = top + np.log(np.exp(logits - top[:, None]).sum(1))
        ranked = np.argsort(-logits, axis=1, kind="stable")[:, :TOP]
        chosen = ranked[:, 0]
        for row, case in enumerate(active):
            token = int(chosen[row])
            done[case].tokens.append(
                Token(
                    token,
                    tokenizer.decode([token]),
                    float(logits[row, token] - normaliser[row]),
                    float(normaliser[row]),
                    [(int(i), float(logits[row, i] - normaliser[row])) for i in ranked[row]],
                    {i: float(logits[row, i]) for i in watched},
                )
            )
            done[case].finished = token == tokenizer.eos_token_id
        going = np.flatnonzero(chosen != tokenizer.eos_token_id)
        if not len(going):
            break
        if len(going) < len(active):
            decoder.keep(going)
        active, ids = active[going], chosen[going, None]
    return done
