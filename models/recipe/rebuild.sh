#!/bin/sh
# Rebuilds models/base, models/manifest.json and public/decisions from nothing: cases, tokenizer, training, export,
# evaluation. The page opens on q8, so the whole traces it ships are of q8.
#   models/recipe/rebuild.sh                  on a CPU (one core: about 50 minutes)
#   DEVICE=cuda models/recipe/rebuild.sh      on a GPU
# PYTHON names an interpreter that has requirements.txt installed; without it a virtual environment is made.
# TASKS, STEPS, THREADS, TRAIN_CASES, TEST_CASES change the run; an interrupted training goes on where it stopped.
set -eu
cd "$(dirname "$0")/../.."
device=${DEVICE:-auto}
tasks=${TASKS:-moderation clinic}
work=models/work
out=models/base

if [ -z "${PYTHON:-}" ]; then
  index=https://download.pytorch.org/whl/cpu
  [ "$device" = cuda ] && index=https://pypi.org/simple
  [ -d .venv ] || python3 -m venv .venv
  PYTHON=$PWD/.venv/bin/python
  $PYTHON -m pip install --quiet --extra-index-url "$index" -r models/recipe/requirements.txt
fi
[ -d node_modules ] || npm ci
recipe() { script=$1; shift; PYTHONPATH=models "$PYTHON" -m "recipe.$script" "$@"; }
cases() { npm run -s cli -- tasks "$@"; }

train_cases=${TRAIN_CASES:-150000}
mkdir -p "$work"
train='' valid=''
for task in $tasks; do
  cases "$task" --n "$train_cases" --seed 11 --traces > "$work/train-$task.jsonl"
  cases "$task" --n 500 --seed 12 --traces > "$work/valid-$task.jsonl"
  cases "$task" --n "${TEST_CASES:-2000}" --seed 20260001 > "$work/test-$task.jsonl"
  train="$train $work/train-$task.jsonl" valid="$valid $work/valid-$task.jsonl"
done

recipe tokenizer $train --out "$out"
recipe pretrain $train --valid $valid --out "$out" --state "$work/base-state" --resume \
  --steps "${STEPS:-4000}" --device "$device" --threads "${THREADS:-0}"
recipe export $valid --checkpoint "$out" --report "$work/base-parity.json"
for task in $tasks; do
  for dtype in fp32 q8 q4; do
    name=base-$task-$dtype traces=''
    [ "$dtype" != q8 ] || traces="--traces $work/traces-$task.jsonl"
    recipe evaluate "$work/test-$task.jsonl" --checkpoint "$out" --dtype "$dtype" \
      --out "models/evaluation/$name.jsonl" --figures "$work/figures/$name.json" \
      --completions "$work/completions-$name.jsonl" $traces
    npm run -s cli -- verify "$work/completions-$name.jsonl"
  done
done
recipe manifest $valid --checkpoint "$out" --title Base --arm base \
  --report "$work/base-parity.json" --figures "$work/figures" --manifest models/manifest.json
recipe reference $valid --checkpoint "$out" --out models/evaluation/teacher-forced.json
recipe card --manifest models/manifest.json --name base --log "$work/base-state/train.jsonl" --train-cases "$train_cases"
npm run -s cli -- pack
