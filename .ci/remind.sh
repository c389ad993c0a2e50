#!/usr/bin/env bash
# Keeps one issue with the reminder up to date. Needs GH_TOKEN and GITHUB_REPOSITORY.
set -euo pipefail

idesluss=${IDESLUSS:-.venv/bin/idesluss}
title="Väntar på någon"
label="påminnelse"
file=$(mktemp)

"$idesluss" remind > "$file"
gh label create "$label" --repo "$GITHUB_REPOSITORY" --force --description "Idesluss remind" > /dev/null
number=$(gh issue list --repo "$GITHUB_REPOSITORY" --label "$label" --state open --limit 1 --json number --jq '.[0].number // empty')
if [ -n "$number" ]; then
  gh issue edit "$number" --repo "$GITHUB_REPOSITORY" --body-file "$file" > /dev/null
else
  gh issue create --repo "$GITHUB_REPOSITORY" --title "$title" --label "$label" --body-file "$file" > /dev/null
fi
