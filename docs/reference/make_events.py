"""Make: the page `event-rules.md` from the rules of corpuskit-events.

python docs/reference/make_events.py            writes the page
python docs/reference/make_events.py --check    says whether it is stale
"""

from __future__ import annotations

from pages import first_example, run

from corpuskit_events.rules import ALL_RULES

HEAD = """\
# Events: the rules

<!-- Made by make_events.py from the rules of corpuskit-events; edit those instead. -->

What each rule of `corpuskit-events` decides, with the first of the examples that are inside it and
that the tests run; what is found stands in **bold**. What the fields of an event say is in
[events](events.md).

An event's own `provenance.rule` is `events.trigger.` and its type in small letters, by the word
that tells of it; `events.statement.quotation` for what is quoted; `events.statement.told` for a
verb of saying with a speaker and a day; `events.apart.count` for a second count. The other rules
decide its fields, or that there is no event.
"""


def page() -> str:
    """The page as Markdown."""
    rows = [
        f"| `{rule.id}` | {rule.about} | {first_example(rule)} | {rule.no[0]} |"
        for rule in ALL_RULES
    ]
    table = "\n".join(["| rule | decides | example | not in |", "|---|---|---|---|", *sorted(rows)])
    return f"{HEAD}\n{table}\n"


if __name__ == "__main__":
    run(__file__, {"event-rules.md": page})
