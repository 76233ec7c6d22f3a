"""The mean of the weights over the last steps of a run: noise of single steps averages out (Izmailov et al. 2018)."""

import torch
from transformers import TrainerCallback


class WeightAverage(TrainerCallback):
    """
    Averages the trained parameters after each of the last `share` of the steps, and leaves the mean in the model when
    training ends. In float32, on the device of the parameters; for parameters that are whole on every process.
    """

    def __init__(self, share: float) -> None:
        self.share = share
        self.count = 0
        self.means: dict[str, torch.Tensor] = {}

    @torch.no_grad()
    def on_step_end(self, args, state, control, model=None, **_) -> None:
        if state.global_step <= (1 - self.share) * state.max_steps:
            return
        self.count += 1
        for name, parameter in model.named_parameters():
            if parameter.requires_grad:
                mean = self.means.setdefault(name, torch.zeros_like(parameter, dtype=torch.float32))
                mean += (parameter.float() - mean) / self.count

    @torch.no_grad()
    def on_train_end(self, args, state, control, model=None, **_) -> None:
        for name, parameter in model.named_parameters():
            if name in self.means:
                parameter.copy_(self.means[name])
