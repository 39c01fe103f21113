#!/bin/sh
# Imports this folder into a Neo4j database, which must be stopped. What the database holds is replaced.
# Usage: sh import.sh [DATABASE]          NEO4J_ADMIN names the tool where it is not on the path.
set -eu
cd "$(dirname "$0")"
"${NEO4J_ADMIN:-neo4j-admin}" database import full "${1:-neo4j}" \
@ARGUMENTS@
