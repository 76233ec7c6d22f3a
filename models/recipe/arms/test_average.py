import pytest
import torch
from transformers import TrainerState

from .average import WeightAverage


def run(share, steps):
    """A parameter that is 1, 2, 3 … after each step."""
    model = torch.nn.Linear(2, 1, bias=False)
    frozen = torch.nn.Parameter(torch.ones(1), requires_grad=False)
    model.frozen = frozen
    callback, state = WeightAverage(share), TrainerState(max_steps=steps)
    for step in range(1, steps + 1):
        state.global_step = step
        with torch.no_grad():
            model.weight.fill_(float(step))
            frozen.fill_(float(step))
        callback.on_step_end(None, state, None, model=model)
    callback.on_train_end(None, state, None, model=model)
    return model.weight, frozen


@pytest.mark.parametrize(("share", "mean"), [(0.4, 8.5), (1.0, 5.5), (0.1, 10.0)])
def test_the_mean_of_the_last_steps_is_left_in_the_model(share, mean):
    weight, frozen = run(share, steps=10)
    assert torch.allclose(weight, torch.full_like(weight, mean))
    assert frozen.item() == 10.0  # what is not trained is not touched
