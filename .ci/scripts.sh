#!/bin/sh
# Check the site's scripts and their tests: how they are written, what is easily done wrong, and the types.
# Nothing is fetched, and what deno keeps for later lies in a folder that is taken away again.
set -eu
cd "$(dirname "$0")/.."
kept=$(mktemp -d)
trap 'rm -rf "$kept"' EXIT
export DENO_DIR="$kept" DENO_NO_UPDATE_CHECK=1
deno=.venv/bin/deno

set -- hooks/idesluss/theme/scripts tests/scripts
"$deno" fmt --quiet --check deno.json "$@"
"$deno" lint --quiet "$@"
"$deno" check --quiet --no-remote --no-npm "$@"
