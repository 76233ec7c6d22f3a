"""A quick look at a checkpoint in training: greedy completions of a few cases with torch."""

import re

import torch

from .chat import THINK_END, prompt_text
from .decision import decided_option

# The last line of the reasoning names its conclusion as `text = B`.
CONCLUSION = re.compile(r" = (\w+)\.?\s*$")


def greedy_texts(model, tokenizer, cases: list[dict], max_new_tokens: int) -> list[list[str]]:
    """Greedy completions as the decoded text of each token, up to and with the end of the turn."""
    prompts = [prompt_text(tokenizer, case) for case in cases]
    inputs = tokenizer(prompts, return_tensors="pt", padding=True, add_special_tokens=False)
    ids, mask = inputs["input_ids"].to(model.device), inputs["attention_mask"].to(model.device)
    with torch.inference_mode():
        out = model.generate(input_ids=ids, attention_mask=mask, do_sample=False, max_new_tokens=max_new_tokens)
    rows = out[:, ids.shape[1] :].tolist()
    ends = [row.index(tokenizer.eos_token_id) + 1 if tokenizer.eos_token_id in row else len(row) for row in rows]
    return [[tokenizer.decode([token]) for token in row[:end]] for row, end in zip(rows, ends, strict=True)]


def conclusion_of(text: str) -> str | None:
    """The option that the reasoning's last line names, or None."""
    stated = CONCLUSION.search(text.partition(THINK_END)[0])
    return stated[1] if stated else None


def check_texts(cases: list[dict], completions: list[list[str]], end: str) -> dict[str, float]:
    """
    Shares in [0, 1]: `valid` (an option decided after closed reasoning, turn ended), `consistent` (decided as
    concluded), `accuracy`.
    """
    valid = consistent = accurate = 0
    for case, texts in zip(cases, completions, strict=True):
        finished = bool(texts) and texts[-1] == end
        _, decided, _ = decided_option(texts, case["options"], finished)
        valid += decided is not None and finished
        consistent += decided is not None and decided == conclusion_of("".join(texts))
        accurate += decided == case["gold"]
    n = len(cases)
    return {"valid": valid / n, "consistent": consistent / n, "accuracy": accurate / n}
