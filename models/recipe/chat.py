"""The chat format: how a case becomes the text before the completion, and how a trace ends it."""

END_OF_TEXT = "<|endoftext|>"
TURN_START = "<|im_start|>"
TURN_END = "<|im_end|>"
THINK_START = "<think>"
THINK_END = "</think>"
# What stands before an answer without reasoning, as in the chat format of Qwen3.
EMPTY_REASONING = f"{THINK_START}\n\n{THINK_END}\n"

CHAT_TEMPLATE = (
    "{%- for message in messages %}"
    "{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}"
    "{%- endfor %}"
    "{%- if add_generation_prompt %}"
    "{{- '<|im_start|>assistant\\n' }}"
    "{%- endif %}"
)


def prompt_text(tokenizer, case: dict) -> str:
    """Everything before the completion, through the tokenizer's own chat template."""
    messages = [{"role": "user", "content": case["prompt"]}]
    return tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)


def completion_text(case: dict) -> str:
    """The annotator's trace and the end of the turn."""
    return case["trace"] + TURN_END
