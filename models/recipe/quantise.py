"""Weight-only quantisation: symmetric integers, one scale for every 32 values of a column."""

import numpy as np

BLOCK = 32


def quantise(weight: np.ndarray, bits: int, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """
    (integers int8 like `weight`, scales float32 with `axis` shortened 32-fold): weight ≈ integers · scale.
    Of a few clippings of the largest value the one with the least squared error is taken, block by block.
    Raises ValueError where the axis is no multiple of 32.
    """
    if weight.shape[axis] % BLOCK:
        raise ValueError(f"axis of {weight.shape[axis]} is no multiple of {BLOCK}")
    moved = np.moveaxis(weight.astype(np.float32), axis, -1)
    blocks = moved.reshape(*moved.shape[:-1], -1, BLOCK)
    low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
    # The block's largest value by magnitude goes to the end with one integer more.
    peak = np.take_along_axis(blocks, np.abs(blocks).argmax(-1)[..., None], -1)
    best_error = np.full(blocks.shape[:-1], np.inf, dtype=np.float32)
    best_scale = np.ones(blocks.shape[:-1], dtype=np.float32)
    for clip in np.linspace(1.0, 0.75, 11, dtype=np.float32) if bits < 8 else [np.float32(1.0)]:
        scale = (peak[..., 0] * clip / low).astype(np.float32)
        scale = np.where(scale == 0, np.float32(1), scale)
        back = np.clip(np.rint(blocks / scale[..., None]), low, high) * scale[..., None]
        error = ((back - blocks) ** 2).sum(-1)
        better = error < best_error
        best_error, best_scale = np.where(better, error, best_error), np.where(better, scale, best_scale)
    integers = np.clip(np.rint(blocks / best_scale[..., None]), low, high).astype(np.int8)
    integers = np.moveaxis(integers.reshape(moved.shape), -1, axis)
    return np.ascontiguousarray(integers), np.ascontiguousarray(np.moveaxis(best_scale, -1, axis))


def dequantise(integers: np.ndarray, scales: np.ndarray, axis: int) -> np.ndarray:
    """The float32 weight that a runtime computes from `quantise`'s result."""
    return integers.astype(np.float32) * np.repeat(scales, BLOCK, axis=axis)


def pack_nibbles(integers: np.ndarray) -> bytes:
    """4-bit integers two to a byte, the first in the low half, as ONNX stores INT4."""
    flat = integers.reshape(-1).astype(np.uint8) & 0xF
    if len(flat) % 2:
        flat = np.append(flat, np.uint8(0))
    return (flat[0::2] | (flat[1::2] << 4)).tobytes()
