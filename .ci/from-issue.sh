#!/usr/bin/env bash
# Turns an issue made with the idea form into a branch with a pull request, or tells its author what to mend.
# Needs GH_TOKEN, GITHUB_EVENT_PATH, GITHUB_REPOSITORY and NUMBER; REMOTE may be given for trials.
# What somebody wrote reaches git and gh in files only, never as words of a command. What is to be done is
# decided by the program, from what git and gh tell of the branch.
set -euo pipefail

idesluss=${IDESLUSS:-.venv/bin/idesluss}
remote=${REMOTE:-https://x-access-token:$GH_TOKEN@github.com/$GITHUB_REPOSITORY.git}
bot="41898282+github-actions[bot]@users.noreply.github.com"
out=$(mktemp -d)
base=$(git rev-parse HEAD)

[[ $NUMBER =~ ^[0-9]+$ ]] || { echo "NUMBER is no number" >&2; exit 2; }
branch="ide-$NUMBER"

# Somebody who has worked on in the branch is not written over.
taken="" had=""
if git fetch --quiet "$remote" "refs/heads/$branch" 2>/dev/null; then
  # Where a shallow clone ends, commits of the base's own would count as made in the branch.
  [ "$(git rev-parse --is-shallow-repository)" = false ] || git fetch --quiet --unshallow "$remote" "refs/heads/$branch"
  had=$(git rev-parse FETCH_HEAD)
  # Not as a pipe: grep ends at the first match, and git log would then count as failed.
  committers=$(git log --format=%ce "$base..FETCH_HEAD")
  if [ -n "$committers" ] && grep -qvFx "$bot" <<< "$committers"; then taken=yes; fi
fi
gh pr list --repo "$GITHUB_REPOSITORY" --head "$branch" --state all --json state,reviews > "$out/pulls.json"
gh api "repos/$GITHUB_REPOSITORY/issues?labels=id%C3%A9&state=all&per_page=100" > "$out/issues.json"

"$idesluss" from-issue "$GITHUB_EVENT_PATH" --out "$out" --pulls "$out/pulls.json" --issues "$out/issues.json" \
  ${taken:+--taken} || [ $? -eq 1 ] || exit 2
[ "$(cat "$out/branch")" = "$branch" ] || { echo "unexpected branch" >&2; exit 2; }

comment() { gh issue comment "$NUMBER" --repo "$GITHUB_REPOSITORY" --edit-last --create-if-none --body-file "$out/comment.md"; }
case $(cat "$out/action") in
  propose) ;;
  comment) comment; exit 0 ;;
  *) exit 0 ;;
esac

git switch --quiet --force-create "$branch"
git add -- ideas
git -c user.name="github-actions[bot]" -c user.email="$bot" commit --quiet --file "$out/message"
# Whatever has come into the branch meanwhile is not written over either.
git push --quiet --force-with-lease="refs/heads/$branch:$had" "$remote" "HEAD:refs/heads/$branch"
open=$(gh pr list --repo "$GITHUB_REPOSITORY" --head "$branch" --state open --json number --jq length)
if [ "$open" = 0 ]; then
  head -n 1 "$out/message" > "$out/title"
  printf 'Closes #%s\n' "$NUMBER" > "$out/body"
  gh api --silent "repos/$GITHUB_REPOSITORY/pulls" -F title=@"$out/title" -F body=@"$out/body" \
    -f head="$branch" -f base="${BASE_BRANCH:-main}"
fi
comment
# A pull request that a workflow's own token opens starts nothing by itself.
gh workflow run check.yml --repo "$GITHUB_REPOSITORY" --ref "${BASE_BRANCH:-main}" -f branch="$branch"
