import json

import pytest
import torch
from transformers import Qwen3Config, Qwen3ForCausalLM

from ..chat import prompt_text
from ..test_tokenizer import TEXTS
from ..tokenizer import save_tokenizer, train_tokenizer
from .config import ArmConfig

OPTIONS = ["A", "B", "C", "D"]


def case(number: int) -> dict:
    return {"id": f"t-{number}", "prompt": f"{TEXTS[0]}\n{number}", "options": OPTIONS, "gold": OPTIONS[number % 4]}


@pytest.fixture(scope="session")
def tokenizer():
    return train_tokenizer([*TEXTS, *[f"Answer: {option}" for option in OPTIONS] * 50], 400)


@pytest.fixture
def ids_of(tokenizer):
    return lambda text: tokenizer.encode(text, add_special_tokens=False)


@pytest.fixture(scope="session")
def random_base(tokenizer, tmp_path_factory):
    """Folder of a randomly initialised tiny Qwen3 with its tokenizer."""
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("random")
    config = Qwen3Config(
        vocab_size=400,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=16,
        intermediate_size=64,
        max_position_embeddings=512,
        tie_word_embeddings=True,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        bos_token_id=None,
    )
    Qwen3ForCausalLM(config).save_pretrained(folder)
    save_tokenizer(tokenizer, folder)
    return folder


@pytest.fixture(scope="session")
def taught_base(random_base, tokenizer, tmp_path_factory):
    """The same, taught to close a short reasoning and to answer A more often than B, C or D, whatever the case."""
    torch.manual_seed(0)
    model = Qwen3ForCausalLM.from_pretrained(random_base)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    prompt = tokenizer.encode(prompt_text(tokenizer, case(0)), add_special_tokens=False)
    answers = ["A", "A", "A", "B", "B", "C", "D"]
    rows = [
        prompt + tokenizer.encode(f"<think>\n{reason}\n</think>\nAnswer: {answer}<|im_end|>", add_special_tokens=False)
        for answer in answers
        for reason in ("a cough", "cold (A)")
    ]
    width = max(map(len, rows))
    ids = torch.tensor([row + [0] * (width - len(row)) for row in rows])
    labels = ids.masked_fill((ids == 0) | (torch.arange(width) < len(prompt)), -100)
    for _ in range(120):
        loss = model(input_ids=ids, attention_mask=(ids > 0).long(), labels=labels).loss
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    folder = tmp_path_factory.mktemp("taught")
    model.save_pretrained(folder)
    save_tokenizer(tokenizer, folder)
    return folder


@pytest.fixture
def cases_file(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(json.dumps(case(number)) + "\n" for number in range(16)))
    return path


@pytest.fixture
def make_config(tmp_path):
    """An ArmConfig for a run on the CPU that ends at once, with changes."""

    def make(arm="ca-proper", model="m", cases="c", **changes):
        small = {"rollouts": 4, "cases_per_step": 2, "device_batch": 4, "max_completion": 24, "steps": 2, "cpu": True}
        return ArmConfig(arm=arm, model=str(model), cases=[str(cases)], out=str(tmp_path / arm), **(small | changes))

    return make
