#!/bin/sh
# Makes models/<arm>, its model card and entry in models/manifest.json, and public/decisions, from one seed of every arm:
# export, evaluation of the exported files, packing. Needs models/base and models/work/arms/<arm>-1 (see study.sh).
#   PYTHON=.venv/bin/python models/recipe/ship.sh [arm …]
# What is not named keeps what is shipped of it. TEST_CASES: cases a task; JOBS: arms at once; ARM_DTYPES: precisions of the fine-tuned arms, “q8 q4”.
. "$(dirname "$0")/setup.sh"
evaluation=$work/evaluation
manifest=models/manifest.json
arms=${*:-base sft sft-reasoned rlvr ca-paper ca-proper ca-gold}
export OMP_NUM_THREADS=1

title() {
  case $1 in
    base) echo "Base" ;; sft) echo "SFT" ;; sft-reasoned) echo "SFT, own reasoning" ;; rlvr) echo "RLVR" ;;
    ca-paper) echo "Calibration-aware, paper" ;; ca-proper) echo "Calibration-aware, proper" ;; ca-gold) echo "Calibration-aware, gold" ;;
  esac
}
valid=''
for task in clinic courier; do valid="$valid $work/valid-$task.jsonl"; done

evaluate() {
  arm=$1
  out=models/$arm
  if [ "$arm" = base ]; then dtypes="q8 fp32 q4"; else
    dtypes=${ARM_DTYPES:-q8 q4}
    rm -rf "$out" && mkdir -p "$out"
    source=$work/arms/$arm-1
    cp "$source"/config.json "$source"/generation_config.json "$source"/tokenizer.json "$source"/tokenizer_config.json "$source"/model.safetensors "$out"
  fi
  recipe export $valid --checkpoint "$out" --report "$evaluation/parity-$arm.json" --dtypes $dtypes
  for task in $tasks; do
    for dtype in $dtypes; do
      name=$arm-$task-$dtype traces=''
      # 8 bits everywhere; the other precisions of the base and of the arm that is furthest off, on the trained tasks.
      case $arm-$dtype-$task in *-q8-*) ;; base-*-clinic | base-*-moderation | base-*-courier | rlvr-*-clinic | rlvr-*-moderation | rlvr-*-courier) ;; *) continue ;; esac
      [ "$dtype" != q8 ] || traces="--traces $evaluation/traces-$arm-$task.jsonl"
      recipe evaluate "$work/test-$task.jsonl" --checkpoint "$out" --dtype "$dtype" --n "${TEST_CASES:-2000}" \
        --max-new-tokens 120 --out "$evaluation/$name.jsonl" --figures "$evaluation/figures/$arm/$name.json" $traces
    done
  done
}

test_cases
mkdir -p "$evaluation"
if [ "${1:-}" = evaluate-one ]; then evaluate "$2"; exit; fi
echo $arms | tr ' ' '\n' | PYTHON=$python xargs -P "${JOBS:-2}" -I{} models/recipe/ship.sh evaluate-one {}
for arm in $arms; do
  brief=--brief
  [ "$arm" != base ] || brief=''
  recipe manifest $valid --checkpoint "models/$arm" --title "$(title "$arm")" --arm "$arm" $brief \
    --report "$evaluation/parity-$arm.json" --figures "$evaluation/figures/$arm" --manifest "$manifest"
  log=$work/arms/$arm-1/train.jsonl
  [ "$arm" != base ] || log=$work/base-state/train.jsonl
  recipe card --manifest "$manifest" --name "$arm" --log "$log"
  [ "$arm" = base ] || rm "models/$arm/model.safetensors"
done
case " $arms " in *" base "*)
  cp "$evaluation/base-clinic-fp32.jsonl" "$evaluation/base-moderation-fp32.jsonl" "$evaluation/base-courier-fp32.jsonl" models/evaluation/
  recipe reference $valid --checkpoint models/base --out models/evaluation/teacher-forced.json
esac
npm run -s cli -- pack
