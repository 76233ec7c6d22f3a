import pytest

from .chat import completion_text, prompt_text
from .tokenizer import check_options, save_tokenizer, train_tokenizer

TEXTS = [
    "A patient has a cough.\n- cold = A\n- measles = B\n- allergy = C\n- influenza = D",
    "<think>\n- a cough: clearly cold 2.\nTotals: cold 2, influenza 10.\nOn balance: cold = A.\n</think>\nAnswer: A",
] * 50


@pytest.fixture(scope="module")
def tokenizer():
    return train_tokenizer([*TEXTS, *[f"Answer: {letter}" for letter in "ABCD"] * 50], 400)


def pieces(tokenizer, text):
    return [tokenizer.decode([i]) for i in tokenizer.encode(text, add_special_tokens=False)]


def test_the_decision_token_is_the_letter_with_its_space(tokenizer):
    for letter in "ABCD":
        assert pieces(tokenizer, f"Answer: {letter}")[-3:] == ["Answer", ":", f" {letter}"]
        assert pieces(tokenizer, f"cold = {letter}.")[-2] == f" {letter}"


def test_the_markers_are_one_token_each_and_survive_decoding(tokenizer):
    ids = tokenizer.encode("<think>\n</think>\n<|im_end|>", add_special_tokens=False)
    assert len(ids) == 5
    assert tokenizer.decode(ids, skip_special_tokens=True) == "<think>\n</think>\n"
    assert (tokenizer.pad_token_id, tokenizer.eos_token) == (0, "<|im_end|>")


def test_any_text_comes_back(tokenizer):
    text = "naïve “quotes” 漢字 \t two  spaces\r\n12.5 %"
    assert tokenizer.decode(tokenizer.encode(text, add_special_tokens=False)) == text


def test_a_prompt_and_its_trace_are_the_tokens_of_their_concatenation(tokenizer):
    case = {"prompt": TEXTS[0], "trace": TEXTS[1]}
    head, tail = prompt_text(tokenizer, case), completion_text(case)
    assert head == f"<|im_start|>user\n{TEXTS[0]}<|im_end|>\n<|im_start|>assistant\n"
    first, second, both = (tokenizer.encode(text, add_special_tokens=False) for text in (head, tail, head + tail))
    assert first + second == both


def test_an_option_of_several_tokens_is_refused(tokenizer):
    check_options(tokenizer, "ABCD")
    with pytest.raises(ValueError, match="not one token"):
        check_options(tokenizer, ["Zebra"])


def test_a_saved_tokenizer_reads_back_with_its_template(tokenizer, tmp_path):
    from transformers import AutoTokenizer

    save_tokenizer(tokenizer, tmp_path)
    again = AutoTokenizer.from_pretrained(tmp_path)
    assert prompt_text(again, {"prompt": "x"}) == prompt_text(tokenizer, {"prompt": "x"})
    assert again.encode(TEXTS[1], add_special_tokens=False) == tokenizer.encode(TEXTS[1], add_special_tokens=False)
    assert again.padding_side == "left"
