import pytest
import torch
from transformers import AutoModelForCausalLM, LogitsProcessorList

from .conftest import case
from .decision_positions import DecisionFinder
from .examples import prompt_tokens
from .greedy import GreedyDecision, GreedyVllm, greedy_decisions

THOUGHT = "<think>\na cough\n</think>\n"


@pytest.fixture
def finder(tokenizer):
    return DecisionFinder(tokenizer)


def test_only_rows_that_come_to_their_decision_are_sharpened(finder, ids_of):
    rows = [ids_of(THOUGHT + "Answer:"), ids_of("<think>\na coughAnswer:")]
    width = max(map(len, rows))
    ids = torch.tensor([[0] * (width - len(row)) + row for row in rows])
    processor = GreedyDecision(finder)
    processor(ids[:, :1], torch.zeros(2, 9))  # the first call sees the prompts
    scores = torch.arange(18.0).view(2, 9)
    result = processor(ids, scores)
    assert result[0].tolist() == [-torch.inf] * 8 + [0.0]
    assert torch.equal(result[1], scores[1])


@pytest.mark.parametrize("greedy", [True, False])
def test_rollouts_take_their_decisions_greedily_and_the_rest_not(taught_base, tokenizer, finder, greedy, make_config):
    torch.manual_seed(3)
    model = AutoModelForCausalLM.from_pretrained(taught_base)
    prompt = torch.tensor([prompt_tokens(tokenizer, case(0), make_config())] * 64)
    settings = {"do_sample": True, "max_new_tokens": 24, "top_k": 0, "pad_token_id": 0}
    if greedy:
        with greedy_decisions(model, finder):
            rows = model.generate(prompt, **settings)
    else:
        rows = model.generate(prompt, **settings)
    assert "generate" not in vars(model)
    completions = rows[:, prompt.shape[1] :].tolist()
    found = [finder.find(ids, ["A", "B", "C", "D"]) for ids in completions]
    decided = [(decision, ids) for decision, ids in zip(found, completions, strict=True) if decision.chosen]
    assert len(decided) > 30
    assert len({tuple(ids[: decision.index]) for decision, ids in decided}) > 1
    likeliest = []
    for decision, ids in decided:
        prefix = torch.tensor([prompt[0].tolist() + ids[: decision.index]])
        with torch.inference_mode():
            likeliest.append(model(prefix).logits[0, -1].argmax().item() == ids[decision.index])
    assert all(likeliest) if greedy else not all(likeliest)


def test_a_processor_given_by_the_caller_meets_ours(taught_base, finder):
    model = AutoModelForCausalLM.from_pretrained(taught_base)
    with greedy_decisions(model, finder), pytest.raises(TypeError, match="logits_processor"):
        model.generate(torch.tensor([[5]]), logits_processor=LogitsProcessorList())


class FakeVllm:
    """Returns what TRL's vLLM generation returns when asked for one log-probability beside the sampled token's."""

    logprobs = 0
    mode = "colocate"

    def __init__(self, completions, better):
        self.completions, self.better = completions, better

    def generate(self, prompts, num_generations):
        ranked, values = [], []
        for row, ids in enumerate(self.completions):
            better = [self.better.get((row, position)) for position in range(len(ids))]
            ranked.append([[token] if best is None else [best, token] for best, token in zip(better, ids, strict=True)])
            values.append([[-0.1, -2.0] if len(tokens) == 2 else [-0.1] for tokens in ranked[-1]])
        return prompts, self.completions, values, ranked


def test_vllm_rollouts_are_repaired_at_the_decision_and_only_there(finder, tokenizer, ids_of):
    sampled = ids_of(THOUGHT + "Answer: B and more<|im_end|>")
    untouched = ids_of(THOUGHT + "Answer: D<|im_end|>")
    decision = finder.find(sampled, ["B"]).index
    (best,) = ids_of(" A")
    inner = FakeVllm([sampled, untouched], {(0, decision): best, (0, 1): best, (1, 2): best})
    fixed = GreedyVllm(inner, finder, tokenizer.eos_token_id)
    assert (inner.logprobs, fixed.mode) == (1, "colocate")
    _, completions, logprobs, _ = fixed.generate(["p", "p"], num_generations=2)
    assert completions[0] == [*sampled[:decision], best, tokenizer.eos_token_id]
    assert completions[1] == untouched
    assert logprobs[0][decision:] == [[-0.1], [None]] and logprobs[0][1] == [-2.0]
    assert logprobs[1][2] == [-2.0] and len(logprobs[1]) == len(untouched)
