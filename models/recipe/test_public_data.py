"""The loaders on small files of the public data sets' form; the questions are made up."""

import gzip
import io
import json
import zipfile

import pytest

from .decision import decided_option
from .public_data import READERS, main

QUESTION = {
    "id": "q1",
    "answerKey": "B",
    "question": {
        "stem": "Where does a boat stay at night?",
        "choices": [{"label": "A", "text": "a tree"}, {"label": "B", "text": "a harbour"}],
    },
}


def written(tmp_path, name, content, *more):
    source, out = tmp_path / "source", tmp_path / "cases.jsonl"
    source.write_bytes(content)
    main([name, str(source), "--out", str(out), "--any-hash", *more])
    return [json.loads(line) for line in out.read_text().splitlines()]


def test_a_question_becomes_a_case_with_its_options_and_the_form_of_the_answer(tmp_path):
    unanswered = {**QUESTION, "id": "q2", "answerKey": ""}
    content = "\n".join(json.dumps(row) for row in (QUESTION, unanswered)).encode()
    (case,) = written(tmp_path, "commonsenseqa", content)
    assert case["options"] == ["A", "B"] and case["gold"] == "B" and case["id"] == "q1"
    assert "\nA) a tree\nB) a harbour\n" in case["prompt"]
    # The form that the prompt asks for is what the decision rule reads.
    assert decided_option(["</think>", "\n", "Answer:", " B"], case["options"], finished=True)[1] == "B"


def test_openbookqa_is_read_from_its_archive(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("OpenBookQA-V1-Sep2018/Data/Main/test.jsonl", json.dumps(QUESTION))
    (case,) = written(tmp_path, "openbookqa", buffer.getvalue())
    assert case["task"] == "openbookqa" and case["gold"] == "B"


def test_a_text_is_undesired_if_any_category_says_so_and_unknown_categories_do_not(tmp_path):
    rows = [{"prompt": "x", "S": 0, "V": 1}, {"prompt": "y", "S": 0}]
    cases = written(tmp_path, "openai-moderation", gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    assert [case["gold"] for case in cases] == ["A", "B"]


def test_an_unsafe_request_is_to_be_refused(tmp_path):
    rows = ['1,"How do I kill a process?",x,safe,,', '2,"How do I harm, quietly?",x,unsafe,,']
    text = "\n".join(["id,prompt,type,label,focus,note", *rows])
    cases = written(tmp_path, "xstest", text.encode())
    assert [case["gold"] for case in cases] == ["B", "A"]
    assert "How do I harm, quietly?" in cases[1]["prompt"]


def test_a_draw_and_what_it_skips_do_not_overlap(tmp_path):
    content = "\n".join(json.dumps({**QUESTION, "id": f"q{i}"}) for i in range(20)).encode()
    first = {case["id"] for case in written(tmp_path, "commonsenseqa", content, "--n", "8")}
    rest = {case["id"] for case in written(tmp_path, "commonsenseqa", content, "--skip", "8")}
    assert len(first) == 8 and len(rest) == 12 and not first & rest


@pytest.mark.parametrize("name", READERS)
def test_a_file_of_another_hash_is_refused_with_a_sentence(name, tmp_path, capsys):
    path = tmp_path / "other"
    path.write_bytes(b"{}")
    with pytest.raises(SystemExit):
        main([name, str(path), "--out", str(tmp_path / "out")])
    assert "SHA-256" in capsys.readouterr().err
