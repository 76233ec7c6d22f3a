import numpy as np
import pytest

from .quantise import BLOCK, dequantise, pack_nibbles, quantise


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize(("bits", "share"), [(8, 1 / 128), (4, 1 / 4)])
def test_the_error_stays_below_a_step_of_its_own_block(bits, share, axis):
    weight = np.random.default_rng(0).standard_normal((96, 64)).astype(np.float32)
    integers, scales = quantise(weight, bits, axis)
    assert integers.min() >= -(2 ** (bits - 1)) and integers.max() < 2 ** (bits - 1)
    error = np.moveaxis(np.abs(dequantise(integers, scales, axis) - weight), axis, -1).reshape(-1, BLOCK).max(1)
    peak = np.moveaxis(np.abs(weight), axis, -1).reshape(-1, BLOCK).max(1)
    assert (error <= share * peak * 1.001).all()


def test_zeros_and_exact_multiples_come_back():
    weight = np.zeros((32, 2), np.float32)
    weight[:, 1] = np.linspace(-8, 7, 16, dtype=np.float32).repeat(2)
    integers, scales = quantise(weight, 4, 0)
    assert np.array_equal(dequantise(integers, scales, 0), weight)


def test_four_bit_integers_are_packed_low_half_first():
    assert pack_nibbles(np.array([1, -1, 7, -8], np.int8)) == bytes([0xF1, 0x87])


def test_a_width_that_blocks_do_not_fill_is_refused():
    with pytest.raises(ValueError, match="multiple"):
        quantise(np.zeros((33, 2), np.float32), 8, 0)
