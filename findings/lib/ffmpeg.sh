# Sourced by the findings about ffmpeg: installs Debian's where it is missing, prints its version, and makes a temporary folder that goes when
# the script ends. The script says fail "sentence" where the behaviour has changed.
set -euo pipefail
if ! command -v ffmpeg > /dev/null && ! apt-get install -y -qq ffmpeg > /dev/null 2>&1; then
    echo "ffmpeg is not installed; apt-get install ffmpeg as root." >&2
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ffmpeg -version | sed -n 1p

fail() { echo "The behaviour has changed: $1" >&2; exit 1; }
