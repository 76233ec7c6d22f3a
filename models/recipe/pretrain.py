"""Pre-train the base checkpoint on cases with traces: next-token loss on the completion."""

import argparse
import copy
import json
import math
import shutil
import time
from pathlib import Path

import torch
from transformers import AutoTokenizer, Qwen3ForCausalLM

from .cases import read_cases
from .corpus import batches, encode_cases
from .model import small_config, training_model
from .quickcheck import check_texts, greedy_texts


def learning_rate(step: int, steps: int, peak: float, warmup: int) -> float:
    """Linear warm-up to `peak`, then a cosine down to a fiftieth of it."""
    if step < warmup:
        return peak * (step + 1) / warmup
    done = min(1.0, (step - warmup) / max(1, steps - warmup))
    return peak * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))


def make_optimizers(model, kind: str, weight_decay: float):
    matrices = [p for name, p in model.named_parameters() if p.ndim == 2 and "embed" not in name]
    rest = [p for name, p in model.named_parameters() if p.ndim != 2 or "embed" in name]
    if kind == "muon":
        return [
            torch.optim.Muon(matrices, weight_decay=weight_decay, adjust_lr_fn="match_rms_adamw"),
            torch.optim.AdamW(rest, betas=(0.9, 0.98), weight_decay=0.0, fused=True),
        ]
    groups = [{"params": matrices, "weight_decay": weight_decay}, {"params": rest, "weight_decay": 0.0}]
    return [torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)]


def pick_device(name: str) -> str:
    return name if name != "auto" else "cuda" if torch.cuda.is_available() else "cpu"


def loss_of(body, head, ids, targets, concludes, emphasis: float, device: str) -> torch.Tensor:
    """Mean cross-entropy of the completion's tokens; those of the conclusion count `emphasis` times."""
    with torch.autocast(device, torch.bfloat16):
        hidden = body(input_ids=ids, use_cache=False).last_hidden_state
        kept = targets.flatten() >= 0
        logits = head(hidden.flatten(0, 1)[kept])
    losses = torch.nn.functional.cross_entropy(logits.float(), targets.flatten()[kept], reduction="none")
    weights = 1 + (emphasis - 1) * concludes.flatten()[kept]
    return (losses * weights).sum() / weights.sum()


def check(model, config, tokenizer, valid: dict[str, list[dict]], max_new_tokens: int) -> dict:
    """Greedy shares for each file of held-out cases, from a copy with ordinary attention."""
    twin = Qwen3ForCausalLM(copy.deepcopy(config))  # a shared configuration would switch the trained model too
    twin.set_attn_implementation("eager")
    twin.load_state_dict(model.state_dict())
    twin.to(model.device).eval()
    return {
        name: check_texts(cases, greedy_texts(twin, tokenizer, cases, max_new_tokens), tokenizer.eos_token)
        for name, cases in valid.items()
    }


def save(state_folder: Path, model, optimizers, step: int) -> None:
    """Everything a run needs to go on; written beside and renamed, so that a kill leaves the old one."""
    state_folder.mkdir(parents=True, exist_ok=True)
    state = {
        "step": step,
        "model": model.state_dict(),
        "optimizers": [optimizer.state_dict() for optimizer in optimizers],
    }
    torch.save(state, state_folder / "resume.tmp")
    shutil.move(state_folder / "resume.tmp", state_folder / "resume.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", help="JSONL files of cases with traces")
    parser.add_argument("--valid", nargs="*", default=[], help="JSONL files of held-out cases for the quick check")
    parser.add_argument("--out", type=Path, required=True, help="folder of the checkpoint; holds the tokenizer")
    parser.add_argument("--state", type=Path, required=True, help="folder for resume.pt and train.jsonl, a line a step")
    parser.add_argument("--steps", type=int, default=1400)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--lr", type=float, default=2e-3)
    parser.add_argument("--warmup", type=int, default=100)
    parser.add_argument("--weight-decay", type=float, default=0.05)
    parser.add_argument("--optimizer", choices=["adamw", "muon"], default="muon")
    parser.add_argument("--kv-heads", type=int, default=1)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--context", type=int, default=512)
    parser.add_argument(
        "--direct", type=float, default=0.15, help="share of the examples that answer without reasoning"
    )
    parser.add_argument("--emphasis", type=float, default=8.0, help="weight of the conclusion's tokens in the loss")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads, 0 = all")
    parser.add_argument("--compile", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--check-every", type=int, default=250)
    parser.add_argument("--check-cases", type=int, default=128, help="of each --valid file")
    parser.add_argument("--max-new-tokens", type=int, default=160)
    parser.add_argument("--resume", action="store_true", help="go on from resume.pt in --state, if there is one")
    args = parser.parse_args()

    torch.manual_seed(args.seed)
    if args.threads:
        torch.set_num_threads(args.threads)
    device = pick_device(args.device)
    tokenizer = AutoTokenizer.from_pretrained(args.out)
    corpus = encode_cases(tokenizer, args.cases, args.context, args.direct, args.seed)
    valid = {Path(path).stem: list(read_cases(path))[: args.check_cases] for path in args.valid}
    config = small_config(tokenizer, args.context, args.kv_heads, args.layers, args.width)
    model = training_model(config).to(device)
    optimizers = make_optimizers(model, args.optimizer, args.weight_decay)
    start = 0
    if args.resume and (args.state / "resume.pt").exists():
        state = torch.load(args.state / "resume.pt", map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        for optimizer, saved in zip(optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
        start = state["step"]
    torch._dynamo.config.recompile_limit = 64  # one for each padded length
    torch._dynamo.config.suppress_errors = True  # without a C++ compiler the model runs uncompiled
    body = torch.compile(model.model, dynamic=True) if args.compile else model.model
    print(f"{sum(p.numel() for p in model.parameters())} parameters, {len(corpus)} examples, {device}")

    args.state.mkdir(parents=True, exist_ok=True)
    stream = batches(corpus, args.batch, args.seed, skip=start)
    with open(args.state / "train.jsonl", "a" if start else "w", encoding="utf-8") as log:
        began = time.perf_counter()
        for step in range(start, args.steps):
            tick = time.perf_counter()
            ids, targets, concludes = (tensor.to(device) for tensor in next(stream))
            rate = learning_rate(step, args.steps, args.lr, args.warmup)
            loss = loss_of(body, model.lm_head, ids, targets, concludes, args.emphasis, device)
            loss.backward()
            norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            for optimizer in optimizers:
                for group in optimizer.param_groups:
                    group["lr"] = rate
                optimizer.step()
                optimizer.zero_grad()
            row = {"step": step + 1, "loss": loss.item(), "lr": rate, "norm": norm.item()}
            row["tokens_per_second"] = ids.numel() / (time.perf_counter() - tick)
            row["minutes"] = (time.perf_counter() - began) / 60
            last = step + 1 == args.steps
            if last or (step + 1) % args.check_every == 0:
                row["check"] = check(model, config, tokenizer, valid, args.max_new_tokens)
                save(args.state, model, optimizers, step + 1)
                print(json.dumps(row), flush=True)
            log.write(json.dumps(row) + "\n")
            log.flush()
    model.save_pretrained(args.out)


if __name__ == "__main__":
    main()
