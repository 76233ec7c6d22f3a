"""Decisions forced where the model would not have decided: after another reasoning, and along its own."""

import torch

from .chat import THINK_END
from .decision import STATEMENT
from .decode import left_pad
from .sampler import Cache, forward
from .table import option_row

BATCH = 128


@torch.inference_mode()
def decide(probe, rows: list[tuple[dict, list[int]]]) -> list[dict]:
    """For each (case, token ids up to the decision) the columns of `option_row`, the likeliest option as chosen."""
    found = []
    for start in range(0, len(rows), BATCH):
        some = rows[start : start + BATCH]
        ids, mask = (torch.from_numpy(array) for array in left_pad([ids for _, ids in some], 0))
        logits = forward(
            probe.weights, Cache(probe.weights, mask, ids.shape[1]), ids, (mask.cumsum(1) - 1).clamp(min=0)
        )
        for (case, _), row in zip(some, logits, strict=True):
            of_options = [row[forms].logsumexp(0).item() for forms in probe.forms(case)]
            chosen = max(range(len(of_options)), key=of_options.__getitem__)
            found.append(option_row(of_options, chosen, row.logsumexp(0).item()))
    return found


def swap_rows(probe, triples) -> list[dict]:
    """
    (case, its greedy completion, its row): the reasoning replaced by one of `arguments`, one an option, that argues for
    an option which the model did not choose. Cases without such an argument are left out.
    """
    rows, notes = [], []
    for case, _, row in triples:
        count = len(case["options"])
        others = [(row["chosen"] + 1 + (row["index"] + i) % (count - 1)) % count for i in range(count - 1)]
        target = next((option for option in others if case["arguments"][option]), None)
        if target is None:
            continue
        text = f"{case['arguments'][target]}\n{STATEMENT}"
        rows.append((case, probe.prompt(case) + probe.tokenizer.encode(text, add_special_tokens=False)))
        notes.append({"index": row["index"], "target": target})
    return [note | decision for note, decision in zip(notes, decide(probe, rows), strict=True)]


def forced_rows(probe, triples) -> list[dict]:
    """
    (case, its greedy completion, its row): the reasoning cut after each of its lines, closed, and decided there.
    A row for each step from 0 to `steps`.
    """
    close = probe.tokenizer.encode(f"{THINK_END}\n{STATEMENT}", add_special_tokens=False)
    rows, notes = [], []
    for case, rollout, row in triples:
        ends = line_ends([probe.tokenizer.decode([token]) for token in rollout.ids])
        for step, end in enumerate(ends):
            rows.append((case, probe.prompt(case) + rollout.ids[:end] + close))
            notes.append({"index": row["index"], "step": step, "steps": len(ends) - 1})
    return [note | decision for note, decision in zip(notes, decide(probe, rows), strict=True)]


def line_ends(texts: list[str]) -> list[int]:
    """Number of tokens up to each line break before `</think>`; the first is the one after `<think>`."""
    ends = []
    for position, text in enumerate(texts):
        if THINK_END in text:
            break
        if "\n" in text:
            ends.append(position + 1)
    return ends
