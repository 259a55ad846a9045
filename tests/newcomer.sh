#!/usr/bin/env bash
# A newcomer's path: a clean environment, wheels alone, a plugin of one's own in two edited lines,
# checked, run on the specimens and seen in the listing.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
uv=$root/.venv/bin/uv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export UV_NO_PROGRESS=1
unset PYTHONPATH VIRTUAL_ENV CORPUSKIT_PLUGINS || true

step() { printf '\n-- %s\n' "$*"; }

step "wheels"
for source in . plugins/corpuskit-{boilerplate,dates,casualties,quotes,entities,events}; do
    "$uv" build --quiet --wheel --out-dir "$work/wheels" "$source"
done

step "a clean environment"
"$uv" venv --quiet --python "$root/.venv/bin/python" "$work/venv"
"$uv" pip install --quiet --python "$work/venv/bin/python" --find-links "$work/wheels" \
    'corpuskit-core[testing]' corpuskit-{boilerplate,dates,casualties,quotes,entities,events}
PATH=$work/venv/bin:$PATH
cd "$work"

step "installed one by one in another order: the same bytes"
"$uv" venv --quiet --python "$root/.venv/bin/python" "$work/other"
for name in quotes events casualties dates boilerplate; do
    "$uv" pip install --quiet --python "$work/other/bin/python" --find-links "$work/wheels" "corpuskit-$name"
done
corpuskit demo -o all-at-once.jsonl > /dev/null
other/bin/corpuskit demo -o one-by-one.jsonl > /dev/null
cmp all-at-once.jsonl one-by-one.jsonl

step "corpuskit new floods"
corpuskit new floods

step "two lines: a word of the lexicon, and the example that proves it"
printf 'flooded\twater\tthe line that was added\n' >> corpuskit-floods/src/corpuskit_floods/lexicons/words.tsv
sed -i 's|^        Example("Farmers|        Example("The river [[flooded]] two streets.", "water"),\n&|' \
    corpuskit-floods/src/corpuskit_floods/rules.py
grep -q "river" corpuskit-floods/src/corpuskit_floods/rules.py
"$uv" pip install --quiet --python "$work/venv/bin/python" --no-deps ./corpuskit-floods

step "corpuskit check corpuskit-floods"
corpuskit check corpuskit-floods

step "corpuskit plugins"
corpuskit plugins | tee listing.txt
grep -q "extractor floods; runs as number" listing.txt

step "on the specimens"
corpuskit demo -o found.jsonl > /dev/null
python - <<'CODE'
import json
from pathlib import Path

rows = [json.loads(line) for line in Path("found.jsonl").open(encoding="utf-8")]
found = [m for row in rows for m in row["annotations"]["corpuskit_floods.Flood"]]
print(len(rows), "articles,", len(found), "words of the new plugin:", sorted({m["text"] for m in found}))
assert rows and not any(row["failures"] for row in rows)
CODE

step "tables: the new plugin's layer, and the ledger of all claims"
corpuskit export found.jsonl --as csv --layer Flood -o floods.csv
corpuskit link found.jsonl --as csv -o ledger.csv
python - <<'CODE'
import csv
from pathlib import Path

def table(name):
    return list(csv.DictReader(Path(name).open(encoding="utf-8", newline="")))

floods, claims = table("floods.csv"), table("ledger.csv")
print(len(floods), "rows of the new layer,", len(claims), "claims")
assert all(row["rule"] == "floods.word" and row["kind"] for row in floods)
assert all(row["text"] and int(row["start"]) < int(row["end"]) for row in claims if row["start"])
CODE

step "explain"
printf 'The river flooded two streets on Monday.\n' > one.txt
corpuskit explain one.txt 12 | tee explained.txt
grep -q "by corpuskit-floods 0.1.0, rule floods.word: A word of the lexicon" explained.txt

step "the contract notices a broken copy"
module=$(python -c 'import corpuskit_floods.extractor as m; print(m.__file__)')
sed -i 's/Span(hit.start, hit.end)/Span(hit.start - article.span.start, hit.end)/' "$module"
if corpuskit check corpuskit-floods --only moves_with_text_in_front; then
    echo "the broken copy passed" >&2
    exit 1
fi
printf '\nThe newcomer has arrived.\n'
