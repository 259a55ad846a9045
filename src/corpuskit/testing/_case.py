"""Case: one plugin object with what it is tried on, and how checks are run on it."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, Literal

import attrs

from corpuskit import Article, Block, Segmenter, Source, Span
from corpuskit.pipeline import PlainSegmenter
from corpuskit.testing._limits import TooSlow, limited
from corpuskit.testing._raised import raised
from corpuskit.testing._texts import ADVERSARIAL, PUBLISHED, Named

__all__ = [
    "Case",
    "Check",
    "ContractViolation",
    "NotApplicable",
    "Outcome",
    "Paged",
    "Placed",
    "as_source",
    "plain_text",
    "verify",
]


TOO_LONG = 30
"""Seconds of CPU time for one check in this process."""


class ContractViolation(AssertionError):
    """A plugin does not keep a sentence of the contract; the message says where and what to do."""


class NotApplicable(Exception):
    """A check has nothing to look at here; the message says why."""


@attrs.frozen
class Check:
    """One sentence of the contract as a function.

    Attributes:
        name: stable; the key in `exempt` and the test's name without "test_".
        about: the sentence.
        run: takes a `Case`; raises `ContractViolation`, or `NotApplicable`.
    """

    name: str
    about: str
    run: Any


@attrs.frozen
class Outcome:
    """What a check said of a plugin object."""

    check: Check
    state: Literal["passed", "failed", "exempt", "not applicable"]
    message: str = ""


def verify(case: Case, checks: Sequence[Check]) -> Iterator[Outcome]:
    """Run checks without pytest; nothing that a plugin raises gets out.

    If one is not done in time, the rest is not tried.
    """
    slow = ""
    for check in checks:
        if slow:
            yield Outcome(check, "failed", f"not tried: {slow} was too slow already")
            continue
        if check.name in case.exempt:
            yield Outcome(check, "exempt", case.exempt[check.name])
            continue
        try:
            with limited(TOO_LONG):
                check.run(case)
        except NotApplicable as reason:
            yield Outcome(check, "not applicable", str(reason))
        except ContractViolation as violation:
            yield Outcome(check, "failed", str(violation))
        except TooSlow:
            slow = check.name
            yield Outcome(check, "failed", f"not done after {TOO_LONG} s of CPU time")
        except (Exception, SystemExit) as error:
            yield Outcome(check, "failed", raised(error))
        else:
            yield Outcome(check, "passed")


def plain_text(value: Any) -> str:
    """Values as comparable text: JSON with sorted keys."""
    return json.dumps(value, sort_keys=True, ensure_ascii=True)


@attrs.frozen(kw_only=True, slots=False)
class Case:
    """What all kinds share. An input is whatever the kind is run on; `run` makes text of it."""

    subject: Any
    exempt: Mapping[str, str] = attrs.field(factory=dict)
    units: tuple[str, ...] = ()
    kind: ClassVar[str] = ""

    def __getstate__(self) -> dict[str, Any]:
        made = {n for n in vars(self) if isinstance(getattr(type(self), n, None), cached_property)}
        return {name: value for name, value in vars(self).items() if name not in made}

    def prepare(self) -> None:
        """Whatever can be done before the subject itself is called."""

    def inputs(self) -> list[tuple[str, Any]]:
        """Named inputs on which the subject finds something."""
        raise NotImplementedError

    def hostile(self) -> list[tuple[str, Any]]:
        """Named inputs that it must bear."""
        raise NotImplementedError

    def grown(self) -> list[tuple[str, str]]:
        """Named units to repeat, for the clock: the kit's, and those that were given."""
        return [*ADVERSARIAL, *(Named(f"the unit {unit!r}", unit) for unit in self.units)]

    def sized(self, unit: str, size: int) -> Any:
        """An input of about `size` code points made of `unit`."""
        raise NotImplementedError

    def stack(self, pages: int, beside: int) -> Any:
        """A source of `pages` articles with about `beside` code points that are in none of them.

        Raises:
            NotApplicable: the kind is not given one article of a source at a time.
        """
        raise NotApplicable(f"a {self.kind} is not given one article at a time")

    def run(self, given: Any) -> str:
        """Everything that comes out, as comparable text; raises what the subject raises."""
        raise NotImplementedError

    def seen(self, given: Any) -> str:
        """The input as comparable text, for before and after."""
        raise NotImplementedError


class Paged(Segmenter):
    """An article for each page that a form feed ends; what follows the last is nobody's."""

    name = "paged"

    def __call__(self, source: Source) -> Iterable[Article]:
        ends = [feed.end() for feed in re.finditer("\f", source.raw)]
        for part, (start, end) in enumerate(itertools.pairwise([0, *ends]), 1):
            span, body = Span(start, end), _blocks(source, start, end)
            yield Article(source=source, span=span, part=part, parts=len(ends), body=body)


class Placed(Segmenter):
    """One article between `before` and `after`, cut as plain text; for moving texts about."""

    name = "placed"

    def __init__(self, before: int, after: int) -> None:
        self.before, self.after = before, after

    def __call__(self, source: Source) -> Iterable[Article]:
        end = len(source.raw) - self.after
        body = _blocks(source, self.before, end)
        yield Article(source=source, span=Span(self.before, end), body=body)


def _blocks(source: Source, start: int, end: int) -> tuple[Block, ...]:
    """The blocks of a stretch, cut as plain text."""
    inner = Source(raw=source.raw[start:end])
    blocks = [block for article in PlainSegmenter()(inner) for block in article.body]
    return tuple(
        Block(Span(block.span.start + start, block.span.end + start), block.kind)
        for block in blocks
    )


def as_source(text: str | Source) -> Source:
    """A sample as a source; bare strings get the kit's publication date."""
    return text if isinstance(text, Source) else Source(raw=text, published=PUBLISHED)
