#!/usr/bin/env bash
# Make sure that tests can start a Neo4j server: one at NEO4J_URI, or Docker, or else Java and the server's jars, which
# Maven fetches once into ${XDG_CACHE_HOME:-~/.cache}/liantu/neo4j-VERSION. Prints the folder of the jars, if that is it.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -n "${NEO4J_URI:-}" ] || docker info >/dev/null 2>&1; then exit 0; fi

java_of_17() {
    local found
    found=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') && [ "${found:-0}" -ge 17 ]
}
if ! java_of_17; then tools/apt.sh default-jre-headless; fi
if ! java_of_17; then
    echo "Neo4j needs Java 17 or newer, which this system does not have; install one and run again." >&2
    exit 1
fi

version=$(sed -n 's:.*<neo4j.version>\(.*\)</neo4j.version>.*:\1:p' tools/neo4j.pom.xml)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/liantu
jars=$cache/neo4j-$version
if ! [ -d "$jars" ]; then
    if ! command -v mvn >/dev/null 2>&1; then tools/apt.sh maven; fi
    echo "fetching Neo4j $version with Maven into $jars (130 MB, once)" >&2
    mkdir -p "$cache"
    fresh=$(mktemp -d "$cache/neo4j-XXXXXX")
    trap 'rm -rf "$fresh"' EXIT
    if ! mvn --batch-mode --quiet --file tools/neo4j.pom.xml dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$fresh/jars" >"$fresh/log" 2>&1; then
        tail -n 5 "$fresh/log" >&2
        echo "Maven could not fetch Neo4j; see that it reaches its repository, or set NEO4J_URI, or start Docker." >&2
        exit 1
    fi
    # Of two that fetch at once the first is kept.
    mv --no-target-directory "$fresh/jars" "$jars" 2>/dev/null || [ -d "$jars" ]
fi
echo "$jars"
