#!/usr/bin/env bash
# Runs every test, from any folder. Installs the browser that some of them look at pages with, where it may.
# Arguments go to `dotnet test`. The last line is "N passed, N failed"; the exit code is that of the tests.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

has_browser() {
  [[ -n "${INSIDERS_BROWSER:-}" && -x "$INSIDERS_BROWSER" ]] || [[ -x /usr/bin/chromium || -x /usr/bin/chromium-browser || -x /usr/bin/google-chrome ]] ||
    [[ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]]
}

if ! has_browser; then
  if [[ "$(id -u)" == 0 ]] && command -v apt-get > /dev/null; then
    echo "No browser found: installing Chromium."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core fonts-liberation > /dev/null ||
      echo "Chromium could not be installed."
  fi
  has_browser || echo "No browser found: install Chromium, or name one in INSIDERS_BROWSER. Tests that look at pages are skipped (with CI=true they fail)."
fi

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
DOTNET_CLI_UI_LANGUAGE=en dotnet test Insiders.sln "$@" 2>&1 | tee "$log"
code="${PIPESTATUS[0]}"

# One summary line per test project: "Passed!  - Failed:     0, Passed:   120, Skipped:     3, Total:   123, ...".
count() { sed -nE "s/^.* - Failed:.*[, ]$1: *([0-9]+).*$/\1/p; s/^.* - $1: *([0-9]+).*$/\1/p" "$log" | awk '{ sum += $1 } END { print sum + 0 }'; }
echo "$(count Passed) passed, $(count Failed) failed"
exit "$code"
