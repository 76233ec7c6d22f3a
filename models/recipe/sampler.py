"""
Batched decoding of a Qwen3 decoder in torch, for rollouts and evaluation on a CPU: a prompt is read once for all its
rollouts, finished rows leave the batch. Same tokens as `transformers.generate` when greedy. 256 rollouts of the clinic
on one shared core: 10,400 tokens/s, `generate` 3,400.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import torch
from torch.nn.functional import embedding, linear, rms_norm, silu

from .decode import left_pad

# Rows are dropped once so many of them have ended: moving the cache costs about one step.
FULL_ENOUGH = 0.85


@dataclass
class Rollout:
    """One completion: token ids; at every token the raw logits of the watched tokens and the log-normaliser."""

    ids: list[int] = field(default_factory=list)
    finished: bool = False
    tokens_watched: list[int] = field(default_factory=list)
    watched: list[list[float]] = field(default_factory=list)
    logsumexp: list[float] = field(default_factory=list)


class Weights:
    """The matrices of a checkpoint in one dtype; query, key and value of a layer as one matrix, gate and up as one."""

    def __init__(self, model, dtype: torch.dtype = torch.float32) -> None:
        config = model.config
        self.heads, self.groups, self.width = config.num_attention_heads, config.num_key_value_heads, config.head_dim
        self.eps, self.dtype = config.rms_norm_eps, dtype
        theta = config.rope_parameters["rope_theta"]
        steps = torch.arange(0, self.width, 2).float() / self.width
        angles = torch.arange(config.max_position_embeddings).float()[:, None] * theta**-steps
        self.cos, self.sin = angles.cos().repeat(1, 2), angles.sin().repeat(1, 2)
        body = model.model
        self.embedding = body.embed_tokens.weight.detach().to(dtype)
        self.head = model.lm_head.weight.detach().to(dtype)
        self.norm = body.norm.weight.detach().to(dtype)
        self.layers = [self._layer(layer, dtype) for layer in body.layers]

    @staticmethod
    def _layer(layer, dtype: torch.dtype) -> dict[str, torch.Tensor]:
        at, mlp = layer.self_attn, layer.mlp
        found = {
            "before": layer.input_layernorm.weight,
            "qkv": torch.cat([at.q_proj.weight, at.k_proj.weight, at.v_proj.weight]),
            "q_norm": at.q_norm.weight,
            "k_norm": at.k_norm.weight,
            "out": at.o_proj.weight,
            "after": layer.post_attention_layernorm.weight,
            "up": torch.cat([mlp.gate_proj.weight, mlp.up_proj.weight]),
            "down": mlp.down_proj.weight,
        }
        return {name: weight.detach().to(dtype) for name, weight in found.items()}


class Cache:
    """Keys and values of every layer, [rows, groups, capacity, width], and which positions are no padding."""

    def __init__(self, weights: Weights, mask: torch.Tensor, capacity: int) -> None:
        rows, self.length = len(mask), 0
        shape = (len(weights.layers), 2, rows, weights.groups, capacity, weights.width)
        self.kept = torch.zeros(shape, dtype=weights.dtype)
        self.bias = torch.zeros(rows, 1, 1, capacity, dtype=weights.dtype)
        self.bias[:, 0, 0, : mask.shape[1]].masked_fill_(mask == 0, -1e4)
        self.next = mask.sum(1)

    def select(self, rows: torch.Tensor) -> None:
        self.kept, self.bias, self.next = self.kept[:, :, rows], self.bias[rows], self.next[rows]


def forward(weights: Weights, cache: Cache, ids: torch.Tensor, positions: torch.Tensor) -> torch.Tensor:
    """Appends `ids` [rows, new] to the cache; logits [rows, V] of the last of them, float32."""
    rows, new = ids.shape
    start, end = cache.length, cache.length + new
    cos, sin = (table[positions].unsqueeze(1).to(weights.dtype) for table in (weights.cos, weights.sin))
    bias = cache.bias[..., :end]
    if new > 1:
        later = torch.full((new, end), -1e4, dtype=weights.dtype).triu(start + 1)
        bias = bias + later
    heads, groups, width = weights.heads, weights.groups, weights.width
    x = embedding(ids, weights.embedding)
    for number, layer in enumerate(weights.layers):
        h = rms_norm(x, x.shape[-1:], layer["before"], weights.eps)
        q, k, v = linear(h, layer["qkv"]).split([heads * width, groups * width, groups * width], -1)
        q = rms_norm(q.view(rows, new, heads, width), (width,), layer["q_norm"], weights.eps).transpose(1, 2)
        k = rms_norm(k.view(rows, new, groups, width), (width,), layer["k_norm"], weights.eps).transpose(1, 2)
        keys, values = cache.kept[number, 0], cache.kept[number, 1]
        keys[:, :, start:end] = _rotated(k, cos, sin)
        values[:, :, start:end] = v.view(rows, new, groups, width).transpose(1, 2)
        q = (_rotated(q, cos, sin) * width**-0.5).reshape(rows, groups, -1, width)
        scores = q @ keys[:, :, :end].transpose(-1, -2)
        scores = scores.view(rows, heads, new, end) + bias
        mixed = scores.float().softmax(-1).to(weights.dtype).view(rows, groups, -1, end) @ values[:, :, :end]
        x = x + linear(mixed.view(rows, heads, new, width).transpose(1, 2).reshape(rows, new, -1), layer["out"])
        gate, up = linear(rms_norm(x, x.shape[-1:], layer["after"], weights.eps), layer["up"]).chunk(2, -1)
        x = x + linear(silu(gate) * up, layer["down"])
    cache.length = end
    last = rms_norm(x[:, -1], x.shape[-1:], weights.norm, weights.eps)
    return linear(last, weights.head).float()


def _rotated(x: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor) -> torch.Tensor:
    first, second = x.chunk(2, -1)
    return x * cos + torch.cat([-second, first], -1) * sin


@torch.inference_mode()
def sample(
    weights: Weights,
    prompts: list[list[int]],
    *,
    end_token: int,
    rollouts: int = 1,
    temperature: float = 1.0,
    max_new_tokens: int = 160,
    generator: torch.Generator | None = None,
    greedy_at: Callable[[list[int]], bool] | None = None,
    watched: list[int] = (),
) -> list[Rollout]:
    """
    `rollouts` completions of each prompt, in order. Temperature 0 takes the likeliest token always; `greedy_at(ids so
    far)` where it says so.
    """
    ids, mask = (torch.from_numpy(array) for array in left_pad(prompts, 0))
    cache = Cache(weights, mask, ids.shape[1] + max_new_tokens)
    logits = forward(weights, cache, ids, (mask.cumsum(1) - 1).clamp(min=0))
    several = torch.arange(len(prompts)).repeat_interleave(rollouts)
    if rollouts > 1:
        cache.select(several)
    logits = logits[several]
    done = [Rollout(tokens_watched=list(watched)) for _ in several]
    active = list(range(len(done)))
    of_watched = torch.tensor(watched, dtype=torch.long)
    for _ in range(max_new_tokens):
        chosen = logits.argmax(-1)
        if temperature > 0:
            noise = torch.empty_like(logits).exponential_(generator=generator)
            sampled = (torch.softmax(logits / temperature, -1) / noise).argmax(-1)
            if greedy_at is None:
                chosen = sampled
            else:
                fixed = torch.tensor([greedy_at(done[row].ids) for row in active])
                chosen = torch.where(fixed, chosen, sampled)
        notes = (logits[:, of_watched].tolist(), logits.logsumexp(-1).tolist()) if len(watched) else None
        for place, (row, token) in enumerate(zip(active, chosen.tolist(), strict=True)):
            rollout = done[row]
            if rollout.finished:
                continue
            rollout.ids.append(token)
            rollout.finished = token == end_token
            if notes:
                rollout.watched.append(notes[0][place])
                rollout.logsumexp.append(notes[1][place])
        going = [place for place, row in enumerate(active) if not done[row].finished]
        if not going:
            break
        if len(going) < FULL_ENOUGH * len(active):
            kept = torch.tensor(going)
            cache.select(kept)
            chosen, active = chosen[kept], [active[place] for place in going]
        logits = forward(weights, cache, chosen[:, None], cache.next[:, None])
        cache.next = cache.next + 1
    return done
