#!/bin/bash
# bench.sh [scale]: micro benchmarks of the libraries, then stages and the program end to end; writes
# Benchmarks/RESULTS.md. With `scale`, one run of 50 million pairs; writes Benchmarks/SCALE.md.
#
# BENCH_PAIRS, BENCH_ROUNDS and BENCH_SIZES change the amount; BENCH_SERIES_150 and BENCH_SERIES_250
# name folders of simulated series. Without them the series are made by ../shared/simulate, and where
# that is not there either, testdata/patient serves. igzip, bgzip, vsearch, valgrind, vidjil-algo and IgBLAST
# (see bench.py) are used where they are.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$(swift build -c release --show-bin-path)
cache=.build/bench
simulate=../shared/simulate

for product in clonetrack StageMeasurements; do
  swift build -c release --product "$product"
done
mkdir -p "$cache"

# series LENGTH: the folder of the series of that read length, made if it can be.
series() {
  local given="BENCH_SERIES_$1" folder="$cache/series-$1"
  if [ -n "${!given:-}" ]; then
    echo "${!given}"
  elif [ -f "$folder/truth.json" ]; then
    echo "$folder"
  elif [ -f "$simulate/series.py" ]; then
    [ -x "$cache/venv/bin/python" ] || sh "$simulate/setup.sh" "$cache/venv" >&2
    "$cache/venv/bin/python" "$simulate/series.py" "$folder" --plan "Benchmarks/plans/$1.json" >&2
    echo "$folder"
  elif [ "$1" = 150 ]; then
    echo testdata/patient
  fi
}

all=()
for length in 150 250; do
  folder=$(series "$length")
  [ -z "$folder" ] || all+=(--series "2×$length=$folder")
done
common=(--program "$bin/clonetrack" --stages "$bin/StageMeasurements")

if [ "${1:-}" = scale ]; then
  exec python3 tools/bench_scale.py "${common[@]}" "${all[@]:0:2}"
fi

swift build -c release --package-path Benchmarks --product parse-reads
parser=$(swift build -c release --package-path Benchmarks --show-bin-path)/parse-reads
micro=$cache/micro.md
if [ -z "${BENCH_NO_MICRO:-}" ]; then
  swift package --package-path Benchmarks benchmark --format markdown --no-progress |
    sed -n '/^## .*Benchmarks/,$s/^##/###/; /^###/,$p' >"$micro"
fi
[ -s "$micro" ] && common+=(--micro "$micro")
exec python3 tools/bench.py "${common[@]}" --parser "$parser" "${all[@]}" \
  --pairs "${BENCH_PAIRS:-2000000}" --rounds "${BENCH_ROUNDS:-5}" \
  --sizes "${BENCH_SIZES:-100000,1000000,10000000}"
