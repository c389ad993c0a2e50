#!/usr/bin/env bash
# Turns an issue made with the idea form into a branch with a pull request, or tells its author what to mend.
# Needs GH_TOKEN, GITHUB_EVENT_PATH, GITHUB_REPOSITORY and NUMBER; REMOTE may be given for trials.
# What somebody wrote reaches git and gh in files only, never as words of a command.
set -euo pipefail

idesluss=${IDESLUSS:-.venv/bin/idesluss}
remote=${REMOTE:-https://x-access-token:$GH_TOKEN@github.com/$GITHUB_REPOSITORY.git}
bot="41898282+github-actions[bot]@users.noreply.github.com"
out=$(mktemp -d)
base=$(git rev-parse HEAD)

[[ $NUMBER =~ ^[0-9]+$ ]] || { echo "NUMBER is no number" >&2; exit 2; }

comment() { gh issue comment "$NUMBER" --repo "$GITHUB_REPOSITORY" --edit-last --create-if-none --body-file "$1"; }

made=yes
"$idesluss" from-issue "$GITHUB_EVENT_PATH" --out "$out" || { [ $? -eq 1 ] && made=no || exit 2; }
branch=$(cat "$out/branch")
[[ $branch == "ide-$NUMBER" ]] || { echo "unexpected branch" >&2; exit 2; }

if [ "$made" = no ]; then
  comment "$out/comment.md"
  exit 0
fi

# Somebody who has worked on in the branch is not written over.
if git fetch --quiet "$remote" "refs/heads/$branch" 2>/dev/null; then
  # Where a shallow clone ends, commits of the base's own would count as made in the branch.
  [ "$(git rev-parse --is-shallow-repository)" = false ] || git fetch --quiet --unshallow "$remote" "refs/heads/$branch"
  # Not as a pipe: grep ends at the first match, and git log would then count as failed.
  committers=$(git log --format=%ce "$base..FETCH_HEAD")
  if [ -n "$committers" ] && grep -qvFx "$bot" <<< "$committers"; then
    "$idesluss" from-issue --taken --out "$out" "$GITHUB_EVENT_PATH"
    comment "$out/comment.md"
    exit 0
  fi
fi
state=$(gh pr list --repo "$GITHUB_REPOSITORY" --head "$branch" --state merged --json number --jq length)
[ "$state" = 0 ] || exit 0

git switch --quiet --force-create "$branch"
git add -- ideas
git -c user.name="github-actions[bot]" -c user.email="$bot" commit --quiet --file "$out/message"
git push --quiet --force "$remote" "HEAD:refs/heads/$branch"
open=$(gh pr list --repo "$GITHUB_REPOSITORY" --head "$branch" --state open --json number --jq length)
if [ "$open" = 0 ]; then
  head -n 1 "$out/message" > "$out/title"
  printf 'Closes #%s\n' "$NUMBER" > "$out/body"
  gh api --silent "repos/$GITHUB_REPOSITORY/pulls" -F title=@"$out/title" -F body=@"$out/body" \
    -f head="$branch" -f base="${BASE_BRANCH:-main}"
fi
comment "$out/comment.md"
# A pull request that a workflow's own token opens starts nothing by itself.
gh workflow run check.yml --repo "$GITHUB_REPOSITORY" --ref "${BASE_BRANCH:-main}" -f branch="$branch"
