#!/bin/sh
# Rebuilds everything in models/ and public/decisions from nothing: base, arms, study, exports.
#   models/recipe/rebuild.sh                  on a CPU
#   DEVICE=cuda models/recipe/rebuild.sh      pre-training on a GPU
# PYTHON names an interpreter that has the requirements installed; without it a virtual environment is made.
# STEPS, THREADS, TRAIN_CASES, TEST_CASES, SEEDS change the run; an interrupted one goes on where it stopped.
. "$(dirname "$0")/setup.sh"

mkdir -p "$work"
train='' valid=''
for task in moderation clinic inbox garage courier marathon; do
  file=$work/train-$task.jsonl
  [ -s "$file" ] || cases "$task" --n "${TRAIN_CASES:-60000}" --seed 11 --traces > "$file"
  train="$train $file" valid="$valid $work/valid-$task.jsonl"
done
test_cases
[ -s "$work/base-state/resume.pt" ] || recipe tokenizer $train --out models/base
recipe pretrain $train --valid $valid --out models/base --state "$work/base-state" --resume \
  --steps "${STEPS:-1400}" --device "$device" --threads "${THREADS:-0}"
PYTHON=$python models/recipe/study.sh
PYTHON=$python models/recipe/ship.sh
npm run -s study
