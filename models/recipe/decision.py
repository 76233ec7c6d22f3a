"""
The decision token: the first token after the last `Answer:` that follows the last `</think>`. Same rule as the
browser's, on the decoded text of each token.
"""

from .chat import THINK_END

STATEMENT = "Answer:"


def find_decision_token(texts: list[str]) -> int:
    """Index of the decision token in the decoded texts of a completion's tokens, −1 where there is none."""
    text = "".join(texts)
    marker = text.rfind(THINK_END)
    stated = text.rfind(STATEMENT, marker + len(THINK_END)) if marker >= 0 else -1
    if stated < 0:
        return -1
    end, position = stated + len(STATEMENT), 0
    for index, piece in enumerate(texts):
        if position >= end and piece:
            return index
        position += len(piece)
    return -1


def surface_forms(option: str) -> tuple[str, str]:
    """Token texts that state an option."""
    return f" {option}", option


def decided_option(texts: list[str], options: list[str], finished: bool) -> tuple[int, str | None, str | None]:
    """
    (index of the decision token, chosen option, why it is missing): never a guess. `finished`: the model ended
    the turn itself. Reasons: no-decision, not-an-option, cut-off.
    """
    index = find_decision_token(texts)
    if index < 0:
        return -1, None, "no-decision" if finished else "cut-off"
    for option in options:
        if texts[index] in surface_forms(option):
            return index, option, None
    return index, None, "not-an-option"
