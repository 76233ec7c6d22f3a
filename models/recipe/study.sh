#!/bin/sh
# Trains and probes the runs of the study from models/base: all of them, or those named.
#   models/recipe/study.sh              every run, two at once on two cores
#   TABLES=models/work/tables models/recipe/study.sh rlvr-1     one arm, one seed, anew
# TABLES: where decision tables go, models/study/tables; a run that has them there is not done again. SEEDS: of every arm;
# WORKERS: runs at once. `npm run study` makes the tables, ship.sh what the page loads.
. "$(dirname "$0")/setup.sh"

test_cases
only=''
[ $# = 0 ] || only="--only $*"
recipe study --seeds "${SEEDS:-5}" ${WORKERS:+--workers "$WORKERS"} ${TABLES:+--tables "$TABLES"} $only
