# Sourced by the scripts beside it: goes to the root, sets $python (installing what it needs unless PYTHON names an
# interpreter that has it), and offers `recipe MODULE …` and `cases TASK …`.
set -eu
cd "$(dirname "$0")/../.."
device=${DEVICE:-auto}
tasks="clinic moderation courier garage inbox marathon"
work=models/work
python=${PYTHON:-}
if [ -z "$python" ]; then
  index=https://download.pytorch.org/whl/cpu
  [ "$device" != cuda ] || index=https://pypi.org/simple
  [ -d .venv ] || python3 -m venv .venv
  python=$PWD/.venv/bin/python
  $python -m pip install --quiet --extra-index-url "$index" \
    -r models/recipe/requirements.txt -r models/recipe/arms/requirements.txt
fi
[ -d node_modules ] || npm ci
# glibc hands every large tensor back to the system and faults it in again: a step of RL takes twice as long without these.
export MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=17179869184
recipe() { module=$1; shift; PYTHONPATH=models "$python" -m "recipe.$module" "$@"; }
cases() { npm run -s cli -- tasks "$@"; }
# Held-out cases that everything is measured on, with reasoning for each option for the swap.
test_cases() {
  mkdir -p "$work/arms"
  for task in $tasks; do
    [ -s "$work/test-$task.jsonl" ] || cases "$task" --n "${TEST_CASES:-2000}" --seed 20260001 --arguments > "$work/test-$task.jsonl"
    [ -s "$work/valid-$task.jsonl" ] || cases "$task" --n 500 --seed 12 --traces > "$work/valid-$task.jsonl"
    [ -s "$work/arms/train-$task.jsonl" ] || cases "$task" --n 500 --seed 31 > "$work/arms/train-$task.jsonl"
  done
}
