import numpy as np
import pytest
import torch
from transformers import AutoTokenizer, Qwen3ForCausalLM

from .decode import decode_greedily, left_pad
from .dtypes import DTYPE_FILES
from .export import export, teacher_forced, torch_logits
from .model import small_config
from .quantise import dequantise, quantise
from .quickcheck import greedy_texts
from .session import Decoder, open_session
from .test_tokenizer import TEXTS
from .tokenizer import save_tokenizer, train_tokenizer


@pytest.fixture(scope="module", params=[1, 2], ids=["one key head", "two key heads"])
def checkpoint(tmp_path_factory, request):
    """A random decoder with every weight away from its default, exported in all precisions."""
    folder = tmp_path_factory.mktemp("checkpoint")
    save_tokenizer(train_tokenizer(TEXTS, 400), folder)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    torch.manual_seed(0)
    model = Qwen3ForCausalLM(small_config(tokenizer, kv_heads=request.param, layers=2))
    with torch.no_grad():
        for weight in model.parameters():
            weight.mul_(4) if weight.ndim == 2 else weight.mul_(0.5 + torch.rand_like(weight))
    model.save_pretrained(folder)
    export(folder, DTYPE_FILES)
    return folder


def load(checkpoint):
    model = Qwen3ForCausalLM.from_pretrained(checkpoint, dtype=torch.float32).eval()
    model.set_attn_implementation("eager")
    return AutoTokenizer.from_pretrained(checkpoint), model


def quantised_twin(model, bits):
    """The torch model with the weights that the quantised file holds."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.ndim == 2 and "lm_head" not in name:
                width = 8 if "embed" in name else bits
                weight.copy_(torch.from_numpy(dequantise(*quantise(weight.numpy(), width, 1), 1)))
    return model


@pytest.mark.parametrize(("dtype", "bits"), [("fp32", None), ("q8", 8), ("q4", 4)])
def test_the_graph_computes_what_torch_computes_on_the_same_weights(checkpoint, dtype, bits):
    tokenizer, model = load(checkpoint)
    tokens = tokenizer.encode(TEXTS[0] + TEXTS[1], add_special_tokens=False)
    expected = torch_logits(quantised_twin(model, bits) if bits else model, tokens)
    got = teacher_forced(Decoder(open_session(checkpoint / DTYPE_FILES[dtype])), tokens)
    assert np.abs(expected).max() > 1
    assert np.abs(expected - got).max() < 1e-4


def test_left_padding_and_the_cache_change_nothing(checkpoint):
    tokenizer, _ = load(checkpoint)
    decoder = Decoder(open_session(checkpoint / DTYPE_FILES["fp32"]))
    rows = [tokenizer.encode(text, add_special_tokens=False)[:40] for text in (TEXTS[0], TEXTS[1])]
    rows[1] = rows[1][:25]
    alone = [teacher_forced(decoder, row) for row in rows]
    ids, mask = left_pad([row[:-6] for row in rows], tokenizer.pad_token_id)
    decoder.start(mask)
    steps = [decoder.step(ids)[:, -1]]
    steps += [decoder.step(np.array([row[k : k + 1] for row in rows]))[:, -1] for k in range(-6, -3)]
    for row, logits in enumerate(alone):
        assert np.abs(np.stack(steps)[:, row] - logits[-7:-3]).max() < 1e-4
    # Several new tokens on top of a cache.
    more = decoder.step(np.array([row[-3:] for row in rows]))
    for row, logits in enumerate(alone):
        assert np.abs(more[row] - logits[-3:]).max() < 1e-4


def test_greedy_decoding_equals_generate(checkpoint):
    tokenizer, model = load(checkpoint)
    cases = [{"id": str(n), "prompt": TEXTS[0][: 30 + 9 * n], "options": ["A", "B"], "gold": "A"} for n in range(3)]
    decoder = Decoder(open_session(checkpoint / DTYPE_FILES["fp32"]))
    completions = list(decode_greedily(decoder, tokenizer, cases, batch=2, max_new_tokens=12))
    assert [c.texts for c in completions] == greedy_texts(model, tokenizer, cases, 12)
    for token in completions[0].tokens:
        assert token.logprob <= 0 and len(token.top) == 10 and token.top[0] == (token.id, token.logprob)
