"""Training examples: cases as TRL's RL data set, and tokens with labels for the supervised arms."""

import itertools

import torch
from accelerate import PartialState
from accelerate.utils import gather_object
from datasets import Dataset

from ..cases import read_cases
from ..chat import EMPTY_REASONING
from ..decision import STATEMENT, surface_forms
from ..decode import left_pad
from .config import ArmConfig
from .decision_positions import DecisionFinder

UNLABELLED = -100


def training_cases(config: ArmConfig) -> list[dict]:
    """The first `case_limit` cases of every file. Raises ValueError where a file has fewer than two."""
    found = [list(itertools.islice(read_cases(path), config.case_limit)) for path in config.cases]
    for path, cases in zip(config.cases, found, strict=True):
        if len(cases) < 2:
            raise ValueError(f"{path}: {len(cases)} cases")
    return [case for cases in found for case in cases]


def rl_dataset(cases: list[dict]) -> Dataset:
    """Columns prompt (one user message), options, gold."""
    rows = [
        {"prompt": [{"role": "user", "content": case["prompt"]}], "options": case["options"], "gold": case["gold"]}
        for case in cases
    ]
    return Dataset.from_list(rows)


def decision_example(tokenizer, case: dict, config: ArmConfig) -> dict:
    """
    `Answer: X` and the end token after the prompt, all of it labelled: trained on the option alone a model forgets the
    format. With `empty_reasoning` a <think> block with nothing in it comes first.
    """
    head = EMPTY_REASONING if config.empty_reasoning else ""
    completion = f"{head}{STATEMENT}{surface_forms(case['gold'])[0]}{tokenizer.eos_token}"
    prompt = prompt_tokens(tokenizer, case, config)
    answer = _tokens(tokenizer, completion)
    return {"input_ids": prompt + answer, "labels": [UNLABELLED] * len(prompt) + answer}


def reasoned_example(
    tokenizer, finder: DecisionFinder, case: dict, completion: list[int], config: ArmConfig
) -> dict | None:
    """
    The model's own reasoning, the gold option in place of its decision, the end token; only the last two are labelled.
    None where the completion decides nothing.
    """
    decision = finder.find(completion, case["options"])
    if decision.chosen is None:
        return None
    spaced = finder.text(completion[decision.index]).startswith(" ")
    answer = _tokens(tokenizer, surface_forms(case["gold"])[0 if spaced else 1]) + [tokenizer.eos_token_id]
    kept = prompt_tokens(tokenizer, case, config) + completion[: decision.index]
    return {"input_ids": kept + answer, "labels": [UNLABELLED] * len(kept) + answer}


def own_reasonings(model, tokenizer, cases: list[dict], config: ArmConfig) -> list[tuple[dict, list[int]]]:
    """(case, completion) for `reasonings` sampled completions a case: shared by the processes, gathered on each."""
    state, pairs = PartialState(), []
    model.to(state.device).eval()
    with state.split_between_processes(cases) as mine, torch.inference_mode():
        for start in range(0, len(mine), config.device_batch):
            batch = mine[start : start + config.device_batch]
            prompts = [prompt_tokens(tokenizer, case, config) for case in batch]
            ids, mask = (torch.from_numpy(a).to(state.device) for a in left_pad(prompts, tokenizer.pad_token_id))
            rows = model.generate(
                input_ids=ids,
                attention_mask=mask,
                do_sample=True,
                temperature=config.temperature,
                top_k=0,
                top_p=1.0,
                num_return_sequences=config.reasonings,
                max_new_tokens=config.max_completion,
                eos_token_id=tokenizer.eos_token_id,
                pad_token_id=tokenizer.pad_token_id,
            )
            completions = rows[:, ids.shape[1] :].tolist()
            pairs += [(batch[row // config.reasonings], ids) for row, ids in enumerate(completions)]
    return gather_object(pairs)


def prompt_tokens(tokenizer, case: dict, config: ArmConfig) -> list[int]:
    """Everything before the completion, as TRL renders it for the RL arms."""
    messages = [{"role": "user", "content": case["prompt"]}]
    text = tokenizer.apply_chat_template(
        messages, tokenize=False, add_generation_prompt=True, **config.chat_template_kwargs
    )
    return _tokens(tokenizer, text)


def _tokens(tokenizer, text: str) -> list[int]:
    return tokenizer.encode(text, add_special_tokens=False)
