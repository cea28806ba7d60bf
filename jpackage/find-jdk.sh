# For scripts to read in: where this machine has a JDK 25.

# The first JDK 25 or newer: JAVA_HOME, PATH, then where systems and tools put them.
is_jdk_25() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    [ "${version:-0}" -ge 25 ]
}

find_jdk() {
    path_java=$(command -v java 2>/dev/null || true)
    if [ -n "$path_java" ]; then
        path_java=$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")
    fi
    for home in "${JAVA_HOME:-}" "${path_java%/bin/java}" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$home" ] && is_jdk_25 "$home"; then
            echo "$home"
            return 0
        fi
    done
    return 1
}
