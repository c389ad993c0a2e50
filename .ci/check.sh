#!/usr/bin/env bash
# Judges a checkout of a change by the program of this checkout: .ci/check.sh FOLDER REVISION OUT
# FOLDER is data. Nothing in it is run or imported, whatever it holds.
# OUT gets report.md, report.json and check.sarif; annotations for GitHub go to the standard output.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
idesluss=${IDESLUSS:-$here/.venv/bin/idesluss}
folder=$1 revision=$2
mkdir -p "$3"
out=$(cd "$3" && pwd)

# Python looks for modules neither in the folder nor where variables of others point.
export PYTHONSAFEPATH=1
unset PYTHONPATH PYTHONSTARTUP PYTHONHOME
export GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
cd "$folder"

# Exit codes: 0 no error, 1 errors in the change, 2 that it could not be judged.
judged() { "$@" || [ $? -eq 1 ] || exit 2; }
judged "$idesluss" report --base "$revision" > "$out/report.md"
judged "$idesluss" report --base "$revision" --format json > "$out/report.json"
judged "$idesluss" check --base "$revision" --format sarif > "$out/check.sarif"
"$idesluss" check --base "$revision" --format github
