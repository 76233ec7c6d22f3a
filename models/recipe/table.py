"""Study tables: decisions as columns, gzipped JSON, read by `npm run study`."""

import gzip
import json
from pathlib import Path

from .metrics import log_sum_exp


def option_row(of_options: list[float], chosen: int, normaliser: float) -> dict:
    """
    `logits`: of each option (log-sum-exp over its surface forms) less the largest; `chosen`; `logMass`: log of the
    share of the vocabulary's probability that the options hold.
    """
    top = max(of_options)
    mass = min(0.0, log_sum_exp(of_options) - normaliser)
    return {"logits": [value - top for value in of_options], "chosen": chosen, "logMass": mass}


def write_table(path: Path, head: dict, rows: list[dict]) -> None:
    """Rows as columns, the option logits of all rows in one flat list; 6 significant digits, 3 of the mass."""

    def rounded(value, digits=6):
        return float(f"{value:.{digits}g}") if isinstance(value, float) else value

    columns = {name: [row[name] for row in rows] for name in rows[0] if name != "logits"}
    columns["logMass"] = [rounded(value, 3) for value in columns["logMass"]]
    columns["logits"] = [rounded(value) for row in rows for value in row["logits"]]
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(head | {"columns": columns}, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
