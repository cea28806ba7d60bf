#!/bin/sh
# Makes an application image of Innerloop for this platform: a folder with its own Java that needs nothing installed.
#   jpackage/package.sh OUT_DIR      (after mvn package)
# Uses the JDK in JAVA_HOME, or the one on PATH; it must be 25 or newer and be able to link a runtime.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

fail() {
    echo "package.sh: $1" >&2
    exit 2
}

[ $# -eq 1 ] || fail "give the folder to write to, for example dist"
out=$1
[ ! -e "$out/innerloop" ] || fail "$out/innerloop exists; give another folder"

tools=${JAVA_HOME:+$JAVA_HOME/bin/}
for tool in java jlink jpackage; do
    command -v "${tools}$tool" >/dev/null 2>&1 || fail "there is no $tool; set JAVA_HOME to a JDK 25"
done
release=$("${tools}java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
[ "${release%%.*}" -ge 25 ] || fail "needs a JDK 25, found $release; set JAVA_HOME to one"

target="$here/target"
for part in innerloop.jar libraries modules; do
    [ -e "$target/$part" ] || fail "target/$part is missing; run mvn package first"
done
version=$(sed -n 's/^version=//p' "$target/maven-archiver/pom.properties")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What the jars on the class path use (jdeps says so), the Vector API, and the Chinese locale.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml
modules=$modules,jdk.incubator.vector,jdk.localedata,jdk.management,jdk.unsupported,jdk.unsupported.desktop
modules=$modules,javafx.controls,javafx.swing
"${tools}jlink" --module-path "$target/modules" --add-modules "$modules" \
    --include-locales=en,zh --strip-debug --no-header-files --no-man-pages --compress=zip-6 \
    --output "$work/runtime"

# Everything in here lands in $APPDIR: the jars on the class path, samples and lessons beside them.
mkdir "$work/input"
cp "$target/innerloop.jar" "$target"/libraries/*.jar "$work/input"
cp -R "$here/sample-graphs" "$here/LICENSE" "$here/NOTICE" "$work/input"
mkdir "$work/input/assets"
cp -R "$here/assets/lessons" "$work/input/assets"

set -- --type app-image --name innerloop --app-version "$version" --dest "$out" \
    --runtime-image "$work/runtime" --input "$work/input" \
    --main-jar innerloop.jar --main-class innerloop.Main \
    --java-options '-Dinnerloop.home=$APPDIR'
while read -r flag; do
    [ -z "$flag" ] || set -- "$@" --java-options "$flag"
done <"$here/jpackage/jvm.options"
"${tools}jpackage" "$@"

echo "written to $out/innerloop"
