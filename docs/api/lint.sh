#!/bin/sh
# Checks the description of the API of a running installation against the Dutch API design rules.
# Use: docs/api/lint.sh [address], for instance docs/api/lint.sh http://localhost:5000
set -eu
address=${1:-http://localhost:5000}
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
if [ ! -x node_modules/.bin/spectral ]; then
  npm ci --ignore-scripts --no-audit --no-fund
fi
document=$(mktemp)
trap 'rm -f "$document"' EXIT
curl --fail --silent --show-error "$address/api/v1/openapi.json" >"$document"
node_modules/.bin/spectral lint --ruleset ruleset.yaml --fail-severity warn "$document"
