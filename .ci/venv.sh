#!/bin/sh
# Make .venv with $PYTHON, or say what is missing.
set -eu
python=${PYTHON:-python3}

if ! command -v "$python" >/dev/null 2>&1; then
    echo "There is no '$python' here. Install Python 3.11 or later, or name yours: make PYTHON=/path/to/python" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Python 3.11 or later is needed; '$python' is $("$python" -c 'import platform; print(platform.python_version())')." >&2
    echo "If a later one is installed beside it, name it: make PYTHON=python3.12" >&2
    exit 1
fi
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "'$python' lacks its module for virtual environments." >&2
    echo "On Debian and Ubuntu: apt-get install python3-venv (or python$version-venv), then run make again." >&2
    exit 1
fi
"$python" -m venv .venv
