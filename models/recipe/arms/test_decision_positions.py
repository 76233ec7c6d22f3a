import pytest
import torch

from .decision_positions import DecisionFinder

THOUGHT = "<think>\na cough: A\n</think>\n"


@pytest.fixture
def finder(tokenizer):
    return DecisionFinder(tokenizer)


def test_a_batch_says_where_each_decision_stands_and_what_it_says(finder, tokenizer, ids_of):
    completions = [
        ids_of(THOUGHT + "Answer: C<|im_end|>"),
        ids_of(THOUGHT + "Answer: B"),
        ids_of("<think>\nAnswer: A\n"),
        ids_of(THOUGHT + "Answer: cold<|im_end|>"),
    ]
    options = [["A", "B", "C", "D"], ["A", "B"], ["A", "B"], ["A", "B"]]
    batch = finder.batch(completions, options, ["C", "A", "A", "A"])
    assert batch.chosen.tolist() == [2, 1, -1, -1]
    assert batch.gold.tolist() == [2, 0, 0, 0]
    assert batch.index[2:].tolist() == [-1, -1]
    assert [tokenizer.decode([completions[row][batch.index[row]]]) for row in (0, 1)] == [" C", " B"]
    assert batch.option_tokens.shape == (4, 4, 2)
    assert batch.option_tokens[0, 2].tolist() == [ids_of(" C")[0], ids_of("C")[0]]
    assert (batch.option_tokens[1:, 2:] == -1).all() and (batch.option_tokens[:, :2] >= 0).all()
    closed = len(ids_of(THOUGHT[:-1]))
    assert batch.reasoning.tolist() == [closed, closed, len(completions[2]), closed]


def test_the_decision_is_expected_right_after_the_statement_and_nowhere_else(finder, ids_of):
    ids = ids_of(THOUGHT + "Answer: C<|im_end|>")
    expected = [finder.expects_decision(ids[:count]) for count in range(len(ids) + 1)]
    assert [count for count, here in enumerate(expected) if here] == [finder.find(ids, ["C"]).index]
    assert not any(finder.expects_decision(ids_of("Answer: C")[:count]) for count in range(4))


def test_a_rule_without_reasoning_finds_a_bare_answer(tokenizer, ids_of):
    bare = DecisionFinder(tokenizer, "answer")
    ids = ids_of("Answer: B<|im_end|>")
    assert (bare.find(ids, ["A", "B"]).index, bare.find(ids, ["A", "B"]).chosen) == (2, "B")
    assert [bare.expects_decision(ids[:count]) for count in range(4)] == [False, False, True, False]
    assert DecisionFinder(tokenizer).find(ids, ["A", "B"]).chosen is None


def test_an_option_of_several_tokens_is_refused(finder):
    with pytest.raises(ValueError, match="one token"):
        finder.batch([[1]], [["A", "no such word"]], ["A"])


def test_tensors_are_indices(finder, ids_of):
    batch = finder.batch([ids_of("Answer")], [["A"]], ["A"])
    assert all(tensor.dtype == torch.long for tensor in vars(batch).values())
