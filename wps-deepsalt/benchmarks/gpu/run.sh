#!/usr/bin/env bash
# Compares the GPU of this machine with its processors, from the pieces beside this script, and writes comparison.json.
# Ends within four minutes, or DEEPSALT_LIMIT seconds. See README.md. Usage: run.sh [WORK] [--processors-only]
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
work=/tmp/deepsalt-gpu
processors_only=false
for word in "$@"; do
  case "$word" in
    --processors-only) processors_only=true ;;
    *) work=$word ;;
  esac
done
begun=$SECONDS
limit=${DEEPSALT_LIMIT:-235}

fail() {
  echo "run.sh: $1" >&2
  exit 3
}

left() {
  local seconds=$((limit - SECONDS + begun))
  [[ $seconds -gt 5 ]] || fail "the time is over, $limit s; what was measured is in '$work'"
  echo "$seconds"
}

if [[ $processors_only == false ]]; then
  command -v nvidia-smi >/dev/null \
    || fail "this machine has no nvidia-smi, so no NVIDIA card that could be measured; --processors-only measures the rest"
  nvidia-smi || fail "nvidia-smi finds no card that works; --processors-only measures the rest"
fi
(cd "$here" && sha256sum --quiet -c pieces.sha256) || fail "the pieces are not those that were packed: copy them again"
mkdir -p "$work" && cd "$work"
cat "$here"/piece-* | tar -xf - || fail "the pieces cannot be unpacked into '$work'"
if [[ ! -d natives ]]; then
  mkdir natives
  if command -v unzip >/dev/null; then
    unzip -q -j natives.jar '*.so*' -d natives
  else
    python3 - <<'PYTHON' || fail "neither unzip nor python3 is there to unpack natives.jar"
import os, zipfile
with zipfile.ZipFile('natives.jar') as jar:
    for name in jar.namelist():
        if '.so' in name:
            with jar.open(name) as source, open(os.path.join('natives', os.path.basename(name)), 'wb') as target:
                target.write(source.read())
PYTHON
  fi
fi
for library in libtensorflow_cc libtensorflow_framework; do
  [[ -e natives/$library.so.2 || ! -e natives/$library.so ]] || ln -s "$library.so" "natives/$library.so.2"
done

# Each library under the name that TensorFlow 2.16 opens: its own version, a later one, or an empty one.
mkdir -p cuda
find_library() {
  { ldconfig -p | awk -v name="$1" '$1 ~ "^" name { print $NF }'
    find / -xdev -name "$1*" \( -type f -o -type l \) -not -path '/proc/*' 2>/dev/null; } | head -1
}
if [[ $processors_only == false ]]; then
  for library in libcudart.so.12 libcublas.so.12 libcublasLt.so.12 libcufft.so.11 libcusolver.so.11 libcusparse.so.12 libcudnn.so.8; do
    [[ -e cuda/$library ]] && continue
    found=$(find_library "$library")
    [[ -n "$found" ]] || found=$(find_library "${library%.*}.")
    [[ -n "$found" || ! -e stubs/$library ]] || found="$work/stubs/$library"
    if [[ -n "$found" ]]; then
      ln -sf "$found" "cuda/$library"
      echo "$library: $found"
    else
      echo "$library: not found"
    fi
  done
fi

class_path=$(printf '%s:' lib/*.jar)
export TENSORFLOW_LIBRARY_PATH="$work/natives" LD_LIBRARY_PATH="$work/cuda:$work/natives" TF_FORCE_GPU_ALLOW_GROWTH=true
export TF_CPP_MIN_LOG_LEVEL="${TF_CPP_MIN_LOG_LEVEL:-1}"
java() {
  local seconds
  seconds=$(left) || exit 3
  timeout "$seconds" "$work/java/bin/java" -Xmx4g -XX:+UseSerialGC -Djava.awt.headless=true -Ddeepsalt.home="$work" \
    "-Dorg.bytedeco.javacpp.pathsFirst=true" "-Djava.library.path=$work/natives" -cp "$class_path" "$@" && return
  [[ $? -ne 124 ]] || fail "the time is over, $limit s; what was measured is in '$work'"
  return 1
}

# What one device does: the net alone, then a whole scene. The first estimation of a card also compiles its kernels.
measure() {
  java org.deepsalt.benchmarks.DeviceBenchmark >"net-$1.json" || fail "the net did not run on the $1: see above"
  estimate "$1" || fail "the scene was not estimated on the $1: see above"
}
estimate() {
  local inputs=()
  for name in sand clay; do inputs+=("covariate=$name=world/covariates/soil.tif"); done
  for name in tmin tmax tavg pmin pmax pavg; do inputs+=("covariate=$name=world/covariates/climate.tif"); done
  local started=$SECONDS
  java org.deepsalt.cli.Main run --data "$work/data" deepsalt:EstimateSalinity -- "${inputs[@]}" \
    "enmap=$(ls world/enmap/*SPECTRAL_IMAGE.TIF)" model=sample "coverage=$1.tif" "report=$1.json"
  echo "$1: the whole command took $((SECONDS - started)) s"
}

[[ -d world ]] || java org.deepsalt.cli.Main sample --size "${DEEPSALT_SCENE:-1024}" --seed 7 --out world >/dev/null \
  || fail "the synthetic scene could not be made: see above"
if [[ $processors_only == false ]]; then
  measure gpu
  nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader >card.txt
  grep -q -i gpu net-gpu.json || fail "TensorFlow found no GPU: start again with TF_CPP_MIN_LOG_LEVEL=0 TF_CPP_MAX_VLOG_LEVEL=1, and LD_DEBUG=libs tells which library it misses"
fi
CUDA_VISIBLE_DEVICES=-1 measure processors
{
  echo "{\"card\": \"$(cat card.txt 2>/dev/null || echo none)\","
  if [[ $processors_only == false ]]; then
    echo "\"gpu\": {\"net\": $(cat net-gpu.json), \"report\": $(cat gpu.json)},"
    echo "\"difference\": $(java org.deepsalt.benchmarks.DeviceBenchmark processors.tif gpu.tif),"
  fi
  echo "\"processors\": {\"net\": $(cat net-processors.json), \"report\": $(cat processors.json)}}"
} >comparison.json
echo "run.sh: the figures are in '$work/comparison.json', after $((SECONDS - begun)) s"
