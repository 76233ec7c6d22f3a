"""Train the tokenizer: byte-level BPE on prompts and traces, saved as transformers and transformers.js read it."""

import argparse
import itertools
import json
from collections.abc import Iterable
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

from .cases import read_cases
from .chat import CHAT_TEMPLATE, END_OF_TEXT, THINK_END, THINK_START, TURN_END, TURN_START

# Words and single digits take a leading space with them; punctuation never joins a letter, so that an
# option letter is one token wherever it stands: " B", "B", "(B)".
PIECES = r" ?\p{L}+| ?\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"


def train_tokenizer(texts: Iterable[str], vocab_size: int, context: int = 512) -> PreTrainedTokenizerFast:
    """A tokenizer of at most `vocab_size` tokens; id 0 pads, `<|im_end|>` ends a completion."""
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PIECES), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    bpe.decoder = decoders.ByteLevel()
    special = [AddedToken(text, special=True, normalized=False) for text in (END_OF_TEXT, TURN_START, TURN_END)]
    # As in Qwen3 these are added but not special: decoding keeps them, and the decision rule looks for one.
    markers = [AddedToken(text, special=False, normalized=False) for text in (THINK_START, THINK_END)]
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size - len(markers),
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    # Role names of the chat template are text of every prompt too.
    bpe.train_from_iterator(itertools.chain(["user\n", "assistant\n"] * 20_000, texts), trainer)
    bpe.add_tokens(markers)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=bpe,
        eos_token=TURN_END,
        pad_token=END_OF_TEXT,
        padding_side="left",
        model_max_length=context,
        clean_up_tokenization_spaces=False,
    )
    tokenizer.chat_template = CHAT_TEMPLATE
    return tokenizer


def save_tokenizer(tokenizer: PreTrainedTokenizerFast, folder: Path) -> None:
    """Writes tokenizer.json and tokenizer_config.json, the latter with class and template that every reader knows."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save_pretrained(folder)
    (folder / "chat_template.jinja").unlink(missing_ok=True)
    path = folder / "tokenizer_config.json"
    config = json.loads(path.read_text())
    config.pop("backend", None)
    config |= {"tokenizer_class": "PreTrainedTokenizerFast", "chat_template": CHAT_TEMPLATE}
    path.write_text(json.dumps(config, indent=2) + "\n")


def check_options(tokenizer, options: Iterable[str]) -> None:
    """Raises ValueError unless every option is one token after `Answer:`, with and without its space."""
    for option in sorted(set(options)):
        for form in (f" {option}", option):
            if len(tokenizer.encode(form, add_special_tokens=False)) != 1:
                raise ValueError(f"option {form!r} is not one token: train on more text or a larger vocabulary")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", help="JSONL files of cases with traces")
    parser.add_argument("--out", type=Path, required=True, help="folder of the checkpoint")
    parser.add_argument("--vocab-size", type=int, default=768)
    parser.add_argument("--per-file", type=int, default=20_000, help="cases read of each file")
    args = parser.parse_args()
    cases = [case for path in args.cases for case in itertools.islice(read_cases(path), args.per_file)]
    texts = (text for case in cases for text in (case["prompt"], case["trace"]))
    tokenizer = train_tokenizer(texts, args.vocab_size)
    check_options(tokenizer, (option for case in cases for option in case["options"]))
    save_tokenizer(tokenizer, args.out)
    print(f"{args.out}: {len(tokenizer)} tokens from {len(cases)} cases")


if __name__ == "__main__":
    main()
