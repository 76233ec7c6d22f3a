"""The architecture: a Qwen3 decoder small enough for a browser, and the attention it trains with."""

import copy

import torch
from transformers import AttentionInterface, Qwen3Config, Qwen3ForCausalLM


def small_config(tokenizer, context: int = 512, kv_heads: int = 1, layers: int = 4, width: int = 192) -> Qwen3Config:
    """
    1.4 M parameters at width 192, 0.66 M at 128; heads of 32. All heads share one key and value: the cache is what a
    browser moves at every step of a large batch.
    """
    return Qwen3Config(
        vocab_size=-(-len(tokenizer) // 8) * 8,
        hidden_size=width,
        num_hidden_layers=layers,
        num_attention_heads=width // 32,
        num_key_value_heads=kv_heads,
        head_dim=32,
        intermediate_size=2 * width,
        max_position_embeddings=context,
        rope_theta=10_000.0,
        tie_word_embeddings=True,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        bos_token_id=None,
    )


def training_attention(module, query, key, value, attention_mask, scaling, dropout=0.0, **kwargs):
    """
    Causal attention over right-padded rows, queries of a group side by side instead of repeated keys. Padding
    needs no mask: it stands after every real token. On a CPU a training step takes 0.98 s with it, compiled, and 1.67 s
    with the built-in kernel.
    """
    batch, heads, length, width = query.shape
    groups = key.shape[1]
    folded = (query * scaling).to(key.dtype).reshape(batch, groups, -1, width)
    scores = (folded @ key.transpose(-1, -2)).view(batch, groups, heads // groups, length, length).float()
    later = torch.full((length, length), -1e4, device=query.device).triu(1)
    weights = torch.softmax(scores + later, -1).to(value.dtype).view(batch, groups, -1, length)
    mixed = (weights @ value).view(batch, heads, length, width)
    return mixed.transpose(1, 2).contiguous(), None


AttentionInterface.register("training", training_attention)


def training_model(config: Qwen3Config) -> Qwen3ForCausalLM:
    model = Qwen3ForCausalLM(copy.deepcopy(config))
    model.set_attn_implementation("training")
    return model.train()
