"""An exported decoder in onnxruntime: sessions and steps with a KV cache."""

import numpy as np
import onnxruntime as ort


def open_session(path, threads: int = 1) -> ort.InferenceSession:
    """
    A CPU session that turns quantised weights back into float32 when it loads (as the browser's does), so that
    every backend and dtype runs the same float32 arithmetic.
    """
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Decoder:
    """Steps a batch of left-padded rows. `logits` of a step: float32 [b, new, V]."""

    def __init__(self, session: ort.InferenceSession):
        self.session = session
        self.caches = [i for i in session.get_inputs() if i.name.startswith("past_key_values")]
        self.outputs = [output.name for output in session.get_outputs()]

    def start(self, mask: np.ndarray) -> None:
        """`mask`: [b, length of the longest prompt], 0 on padding."""
        self.mask = mask.astype(np.int64)
        self.past = {i.name: np.zeros((len(mask), i.shape[1], 0, i.shape[3]), np.float32) for i in self.caches}
        self.positions = np.maximum(np.cumsum(self.mask, 1) - 1, 0)

    def step(self, ids: np.ndarray) -> np.ndarray:
        """`ids`: [b, new]; the first call feeds the prompts, later calls one token a row."""
        seen = next(iter(self.past.values())).shape[2]
        more = seen + ids.shape[1] - self.mask.shape[1]
        if more > 0:
            self.mask = np.pad(self.mask, ((0, 0), (0, more)), constant_values=1)
            self.positions = np.maximum(np.cumsum(self.mask, 1) - 1, 0)
        feeds = {
            "input_ids": ids.astype(np.int64),
            "attention_mask": self.mask,
            "position_ids": self.positions[:, seen:],
        }
        out = dict(zip(self.outputs, self.session.run(None, feeds | self.past), strict=True))
        self.past = {name: out[name.replace("past_key_values", "present")] for name in self.past}
        return out["logits"]

    def keep(self, rows: np.ndarray) -> None:
        """Goes on with these rows only."""
        self.mask, self.positions = self.mask[rows], self.positions[rows]
        self.past = {name: cache[rows] for name, cache in self.past.items()}
