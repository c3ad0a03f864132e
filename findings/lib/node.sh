# Sourced by the findings about npm packages: node_program PACKAGE@VERSION ... <<'JS' ... JS runs an ES module in a temporary folder that
# goes when the script ends.
# No install scripts run. The program says expect(condition, "sentence") and show(...).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

node_program() {
    (cd "$work" && echo '{ "private": true, "type": "module" }' > package.json &&
        npm install --ignore-scripts --no-audit --no-fund --silent --save-exact "$@" > npm.log 2>&1) || {
        cat "$work/npm.log" >&2
        echo "The packages cannot be installed." >&2
        exit 1
    }
    cat > "$work/finding.js" <<'JS'
export function expect(holds, sentence) {
    if (!holds) {
        console.error('The behaviour has changed: ' + sentence);
        process.exit(1);
    }
}
export const show = (label, ...values) => console.log(`${label}: ${values.map(text).join(' ')}`);
const text = value => Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value).map(text).join(' ')
    : typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);
JS
    { echo "import { expect, show } from './finding.js';"; cat; } > "$work/program.js"
    (cd "$work" && node program.js)
}
