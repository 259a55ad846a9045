"""Make: the table of rules in `casualties.md` from the rules of corpuskit-casualties.

python docs/reference/make_casualties.py            writes the table into the page
python docs/reference/make_casualties.py --check    says whether it is stale
"""

from __future__ import annotations

import re
from pathlib import Path

from pages import first_example, run

from corpuskit_casualties.rules import RULES

HEAD = "| rule | about | example |\n|---|---|---|\n"
TABLE = re.compile(r"\| rule \| about .*\n\|[-|]+\n(?:\|.*\n)+")


def page() -> str:
    """The page as Markdown: as it is, with the table made anew."""
    text = Path(__file__).with_name("casualties.md").read_text(encoding="utf-8")
    rows = "".join(
        sorted(f"| `{rule.id}` | {rule.about} | {first_example(rule)} |\n" for rule in RULES)
    )
    return TABLE.sub(lambda _: HEAD + rows, text)


if __name__ == "__main__":
    run(__file__, {"casualties.md": page})
