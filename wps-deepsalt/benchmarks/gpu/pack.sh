#!/usr/bin/env bash
# Packs what a bare machine with an NVIDIA card needs for the comparison of its GPU with its processor, in pieces:
# a Java runtime, DeepSalt, the sample model, TensorFlow's natives. See README.md.
# Usage: pack.sh FOLDER [NATIVES.jar]
set -euo pipefail

if [[ $# -lt 1 || $# -gt 2 ]]; then
  echo "Usage: pack.sh FOLDER [NATIVES.jar]; without the jar, Maven fetches TensorFlow's natives for GPUs, 485 MB" >&2
  exit 2
fi
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
home=$(cd -- "$here/../../.." && pwd)
mkdir -p "$1"
out=$(cd -- "$1" && pwd)
if [[ -n "$(ls -A "$out")" ]]; then
  echo "pack.sh: '$out' is not empty: name a new folder" >&2
  exit 1
fi
version=1.0.0-rc.1
piece=55M

# Builds command line and benchmarks, and trains the sample model where it is missing.
"$home/deepsalt" benchmark --help >/dev/null
"$home/deepsalt" run deepsalt:DescribeModel model=sample "card=$out/card.json" >/dev/null
rm "$out/card.json"

target="$home/wps-deepsalt/benchmarks/target"
stage="$out/stage"
mkdir -p "$stage/lib" "$stage/data/deepsalt/models" "$stage/stubs"
cp -r "$home/geoserver-config/deepsalt/models/sample" "$stage/data/deepsalt/models/"
cp "$target"/deepsalt-benchmarks-*.jar "$stage/lib/"
# In the order of the class path, which decides between two versions of one class.
number=100
IFS=: read -r -a jars <<<"$(<"$target/dependencies.txt")"
for jar in "${jars[@]}"; do
  if [[ "$jar" != *tensorflow-core-native* ]]; then
    cp "$jar" "$stage/lib/$number-$(basename "$jar")"
    number=$((number + 1))
  fi
done

# The modules that the jars name; TensorFlow's and GeoTools' optional neighbours are not there.
modules=$(jdeps --multi-release 17 --ignore-missing-deps --print-module-deps \
  --class-path "$(printf '%s:' "$stage"/lib/*.jar)" "$stage"/lib/deepsalt-*.jar "$stage"/lib/*deepsalt-*.jar 2>/dev/null || true)
[[ -n "$modules" ]] || modules=java.se
jlink --add-modules "$modules,java.desktop,java.sql,java.naming,jdk.unsupported,jdk.zipfs" \
  --strip-debug --no-header-files --no-man-pages --compress=2 --output "$stage/java"

# Libraries that TensorFlow opens before it sees a GPU, and of which our nets call nothing.
for library in libcufft.so.11 libcusolver.so.11 libcusparse.so.12 libcudnn.so.8; do
  if command -v gcc >/dev/null; then
    echo | gcc -x c -shared -Wl,-soname,"$library" -o "$stage/stubs/$library" -
  fi
done

if [[ $# -eq 2 ]]; then
  cp "$2" "$stage/natives.jar"
else
  mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:copy -Dmdep.stripVersion=true \
    "-Dartifact=org.tensorflow:tensorflow-core-native:$version:jar:linux-x86_64-gpu" "-DoutputDirectory=$out/natives"
  mv "$out"/natives/*.jar "$stage/natives.jar"
  rmdir "$out/natives"
fi
tar -C "$stage" -cf - . | split -b "$piece" -d -a 3 - "$out/piece-"
rm -r "$stage"
cp "$here/run.sh" "$out/"
(cd "$out" && sha256sum piece-* >pieces.sha256)
echo "packed: $(du -sh "$out" | cut -f1) in $(ls "$out" | grep -c '^piece-') pieces; copy '$out' and start run.sh there"
