"""Cases as JSON lines: {id, task, prompt, options, gold, posterior?, trace?}. Nothing here knows a task."""

import json
from collections.abc import Iterator
from pathlib import Path


def read_cases(*paths: str | Path) -> Iterator[dict]:
    """Yields the cases of the files in order. Raises ValueError naming file and line where one is malformed."""
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    case = json.loads(line)
                    case["id"], case["prompt"], case["options"], case["gold"]
                except (json.JSONDecodeError, KeyError, TypeError) as error:
                    raise ValueError(f"{path}:{number}: not a case: {error!r}") from error
                yield case
