"""Grammar: which rules match which words, longest first; each kind of phrase is parsed once."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.words.classes import (
    BREAK,
    CLASSES,
    CODES,
    FIGURE_CLASSES,
    TRIGGERS,
    compile_pattern,
    edges,
)
from corpuskit_dates.words.tokens import Tokens

__all__ = ["Grammar"]

_OPEN = "".join(CODES[name] for name in CLASSES if name in TRIGGERS or name in FIGURE_CLASSES)
_REMEMBERED = 60  # longer runs do not come twice
_RUN = re.compile(f"[^{BREAK}{_OPEN}]*[{_OPEN}][^{BREAK}]*")  # runs that hold a telling word


_Matcher = Callable[[str, int], "re.Match[str] | None"]
# Ways to read words: (how many, by which rule), longest first; and (first word, ways), in order.
_Ways = tuple[tuple[int, DateRule], ...]
_Parse = tuple[tuple[int, _Ways], ...]


class Grammar:
    """Rules, and a memory of how runs of classes are parsed.

    A run's parse depends on its class characters alone, so the memory changes no result.
    """

    def __init__(self, rules: tuple[DateRule, ...]) -> None:
        self.rules = rules
        self._opening: dict[str, list[tuple[int, re.Pattern[str], bool]]] = {}
        closing: set[str] = set()
        for index, rule in enumerate(rules):
            first, last, _ = edges(rule.pattern)
            closing |= last
            pattern = compile_pattern(rule.pattern)
            for char in first:
                alone = pattern.match(char) is not None
                self._opening.setdefault(char, []).append((index, pattern, alone))
        chars = CODES.values()
        self._never_first = "".join(char for char in chars if char not in self._opening)
        self._never_last = "".join(char for char in chars if char not in closing)
        self._parsed = functools.lru_cache(maxsize=16384)(self._parse)
        self._parsed_core = functools.lru_cache(maxsize=16384)(self._parse_core)
        self._beginning = functools.lru_cache(maxsize=16384)(self._begun_by)

    def candidates(self, tokens: Tokens) -> Iterator[tuple[int, _Ways]]:
        """(first word, ways to read what begins there) by first word."""
        for run in _RUN.finditer(tokens.classes):
            classes, start = run.group(), run.start()
            parse = self._parsed if len(classes) < _REMEMBERED else self._parse
            for first, ways in parse(classes):
                yield start + first, ways

    def _parse(self, run: str) -> _Parse:
        """As the words parse that are left when those fall off that nothing begins or ends with."""
        left = run.lstrip(self._never_first)
        shift = len(run) - len(left)
        core = left.rstrip(self._never_last)
        parse = self._parsed_core if len(core) < _REMEMBERED else self._parse_core
        return tuple([(first + shift, ways) for first, ways in parse(core)])

    def _parse_core(self, classes: str) -> _Parse:
        parsed: list[tuple[int, _Ways]] = []
        opening, beginning = self._opening, self._beginning
        for first, char in enumerate(classes):
            if char not in opening:
                continue
            found = [
                (first - match.end(), index)
                for index, match_at in beginning(classes[first : first + 2])
                if (match := match_at(classes, first))
            ]
            if found:
                ways = tuple([(-less, self.rules[index]) for less, index in sorted(found)])
                parsed.append((first, ways))
        return tuple(parsed)

    def _begun_by(self, pair: str) -> tuple[tuple[int, _Matcher], ...]:
        """The rules that can match from two class characters on: they know the second, or are
        content with the first."""
        second = pair[1:]
        return tuple(
            [
                (index, pattern.match)
                for index, pattern, alone in self._opening[pair[0]]
                if alone or second in pattern.pattern
            ]
        )
