#!/usr/bin/env bash
# Judges a checkout of a change by the program of this checkout: .ci/check.sh FOLDER REVISION OUT
# Where REVISION has moved on since, what is judged is what merging would give; where the two conflict, the
# change as it was written, and the report says so.
# FOLDER is data. Nothing in it is run or imported, whatever it holds.
# OUT gets report.md, report.json and check.sarif; annotations for GitHub go to the standard output.
# Exit codes: 0 no error, 1 errors in the change, 2 it could not be judged, 3 the program itself failed.
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

# Of objects alone: no hook of anybody's runs, and FOLDER stays as it lies.
alone=""
quietly() { git -c core.hooksPath=/dev/null -c user.name=check -c user.email=check@localhost "$@" 2>/dev/null; }
tip=$(quietly rev-parse --verify --end-of-options "$revision^{commit}" || true)
if [ -n "$tip" ] && quietly merge-base "$tip" HEAD > /dev/null && ! quietly merge-base --is-ancestor "$tip" HEAD; then
  if tree=$(quietly merge-tree --write-tree "$tip" HEAD); then
    merged=$(quietly commit-tree -p "$tip" -p HEAD -m merged "$tree")
    place=$(mktemp -d) below=$(git rev-parse --show-prefix) repository=$(pwd)
    trap 'git -C "$repository" worktree remove --force "$place/merged"; rmdir "$place"' EXIT
    quietly worktree add --quiet --detach "$place/merged" "$merged"
    cd "$place/merged/$below"
  else
    alone=yes
  fi
fi

# What is said of the content is kept; without a verdict, what the program says of itself is the report.
told() {
  local file=$1 code=0
  shift
  "$idesluss" "$@" > "$file" 2> "$out/failure.md" || code=$?
  cat "$out/failure.md" >&2
  case $code in
    0 | 1) rm "$out/failure.md" ;;
    2) mv "$out/failure.md" "$out/report.md"; exit 2 ;;
    *) mv "$out/failure.md" "$out/report.md"; exit 3 ;;
  esac
  verdict=$code
}
told "$out/report.md" report --base "$revision" ${alone:+--unmerged}
told "$out/report.json" report --base "$revision" --format json
told "$out/check.sarif" check --base "$revision" --format sarif
told "$out/annotations" check --base "$revision" --format github
cat "$out/annotations"
rm "$out/annotations"
exit "$verdict"
