"""Rules: data with their own proof, so that a reader sees at once what each is for."""

from __future__ import annotations

import datetime as dt

import attrs

__all__ = ["Example", "Rule"]


@attrs.frozen
class Example:
    """A text with its answer marked: `"killed [[seven soldiers]]"`.

    Attributes:
        marked: the text; `[[` and `]]` stand around the extent of the expected annotation.
        value: what the plugin's `describe` must say of it, or None to check the span only.
        published: the publication date to run it with, or None.
    """

    marked: str
    value: str | None = None
    published: dt.date | None = None

    @property
    def text(self) -> str:
        """The text without the marks."""
        return self.marked.replace("[[", "", 1).replace("]]", "", 1)

    @property
    def span(self) -> tuple[int, int]:
        """Where the answer stands in `text`, half-open."""
        start = self.marked.index("[[")
        return start, self.marked.index("]]") - 2


@attrs.frozen(kw_only=True)
class Rule:
    """A rule of a plugin; a plugin's own kind of rule inherits this and adds its pattern.

    Attributes:
        id: stable dotted id, written on every annotation: "dates.weekday".
        about: one sentence for the reader of the rule pages.
        yes: examples with the answer marked.
        no: near-misses, on which this rule must not fire.
    """

    id: str
    about: str
    yes: tuple[Example, ...] = ()
    no: tuple[str, ...] = ()
