#!/bin/sh
# Supervised classification of the member graphs of a plain folder in ten folds; docs/results.md says what comes out.
#   src/bench/graph-folds.sh FOLDER [EPOCHS [SEED]]
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
. "$here/jpackage/find-jdk.sh"

if ! jdk=$(find_jdk); then
    echo "graph-folds.sh: needs a JDK 25; install one or set JAVA_HOME to it" >&2
    exit 2
fi

(cd "$here" && mvn -B -q -Pjmh test-compile) >&2

# There is no JavaFX here, which one of the flags names.
flags=$(sed 's/,javafx\.graphics//' "$here/jpackage/jvm.options")
# shellcheck disable=SC2086 # the flags are words
exec "$jdk/bin/java" $flags \
    -cp "$here/target/test-classes:$here/target/classes:$(cat "$here/target/jmh.classpath")" \
    innerloop.bench.anchors.GraphFolds "$@"
