#!/bin/sh
# Print the path of a Chromium: $CHROMIUM, an installed one, or one that apt installs. Fail if there is none.
set -eu

find_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
        command -v "$name" && return
    done
    return 1
}

if [ -n "${CHROMIUM:-}" ]; then
    command -v "$CHROMIUM" && exit
    echo "CHROMIUM names '$CHROMIUM', which is not a program here." >&2
    exit 1
fi
find_chromium && exit

as_root=
if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
if command -v apt-get >/dev/null 2>&1; then
    echo "No Chromium here; installing it with apt-get." >&2
    { $as_root apt-get update && $as_root apt-get install -y --no-install-recommends chromium; } >&2 || true
    find_chromium && exit
fi
echo "The browser tests need Chromium or Google Chrome. Install one, or set CHROMIUM to its path." >&2
exit 1
