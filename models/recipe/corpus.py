"""The corpus as token ids: cases with traces, encoded once, drawn in batches of similar length."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch

from .cases import read_cases
from .chat import EMPTY_REASONING, THINK_END, completion_text, prompt_text

# Rows are padded to a multiple of this, so that a compiled model meets only a few shapes.
LENGTH_STEP = 16


@dataclass
class Corpus:
    """Token ids of all examples end to end; example i is ids[starts[i]:starts[i + 1]]."""

    ids: np.ndarray  # uint16
    starts: np.ndarray  # int64, one more than there are examples
    prompts: np.ndarray  # number of prompt tokens of each example
    tails: np.ndarray  # number of tokens from the last line of its reasoning on

    def __len__(self) -> int:
        return len(self.prompts)


def encode_cases(tokenizer, paths, context: int, direct: float = 0.0, seed: int = 0) -> Corpus:
    """
    Encodes prompt and trace of every case. A share `direct` of them loses its reasoning: an empty block of reasoning
    ends the prompt, the completion is what follows it. Raises ValueError where an example does not fit the context.
    """
    rows, prompts, tails, block = [], [], [], []
    random = np.random.default_rng(seed)

    def encode_block() -> None:
        if not block:
            return
        parts = [tokenizer(list(texts), add_special_tokens=False)["input_ids"] for texts in zip(*block, strict=True)]
        for prompt, body, tail in zip(*parts, strict=True):
            ids = prompt + body + tail
            if len(ids) > context:
                raise ValueError(f"an example of {len(ids)} tokens exceeds the context of {context}")
            rows.append(np.array(ids, dtype=np.uint16))
            prompts.append(len(prompt))
            tails.append(len(tail))
        block.clear()

    for case in read_cases(*paths):
        prompt, completion = prompt_text(tokenizer, case), completion_text(case)
        if direct and random.random() < direct:
            prompt, completion = prompt + EMPTY_REASONING, completion.rpartition(f"{THINK_END}\n")[2]
        block.append((prompt, *split_conclusion(completion)))
        if len(block) == 4096:
            encode_block()
    encode_block()
    starts = np.cumsum([0] + [len(row) for row in rows])
    return Corpus(np.concatenate(rows), starts, np.array(prompts), np.array(tails))


def split_conclusion(completion: str) -> tuple[str, str]:
    """The completion before the last line of its reasoning, and from there on; without reasoning all is the latter."""
    reasoning, closing, _ = completion.partition(f"\n{THINK_END}")
    start = reasoning.rfind("\n") + 1 if closing else 0
    return completion[:start], completion[start:]


def batches(
    corpus: Corpus, size: int, seed: int, skip: int = 0
) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    """
    Endless (ids, targets, concludes), [size, length], right-padded with 0: targets hold the next token where it belongs
    to the completion, else −100; `concludes` is true where it belongs to the reasoning's last line or what follows.
    The batch of a step depends on seed and step alone, so that `skip` continues a run where it stopped.
    """
    per_epoch = len(corpus) // size
    lengths = np.diff(corpus.starts)
    step = skip
    order, epoch = [], -1
    while True:
        if step // per_epoch != epoch:
            epoch = step // per_epoch
            order = _epoch_order(lengths, size, seed + epoch)
        yield collate(corpus, order[step % per_epoch])
        step += 1


def _epoch_order(lengths: np.ndarray, size: int, seed: int) -> np.ndarray:
    """[batches, size] example indices: each example at most once, similar lengths together, batches shuffled."""
    random = np.random.default_rng(seed)
    mixed = random.permutation(len(lengths))
    ranked = mixed[np.argsort(lengths[mixed], kind="stable")]
    whole = len(ranked) // size * size
    return random.permutation(ranked[:whole].reshape(-1, size))


def collate(corpus: Corpus, examples: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    longest = max(corpus.starts[i + 1] - corpus.starts[i] for i in examples)
    length = -(-longest // LENGTH_STEP) * LENGTH_STEP
    ids = torch.zeros(len(examples), length, dtype=torch.long)
    targets = torch.full_like(ids, -100)
    concludes = torch.zeros_like(ids, dtype=torch.bool)
    for row, i in enumerate(examples):
        tokens = torch.from_numpy(corpus.ids[corpus.starts[i] : corpus.starts[i + 1]].astype(np.int64))
        ids[row, : len(tokens)] = tokens
        first = corpus.prompts[i] - 1
        targets[row, first : len(tokens) - 1] = tokens[first + 1 :]
        concludes[row, len(tokens) - 1 - corpus.tails[i] : len(tokens) - 1] = True
    return ids, targets, concludes
