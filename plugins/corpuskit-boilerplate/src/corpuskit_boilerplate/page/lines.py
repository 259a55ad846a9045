"""Lines: what the lines of a page are, and which family of furniture each is worded like."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Mapping, Sequence, Set

import attrs

from corpuskit.scan import FoldedText, fold, trie_pattern
from corpuskit_boilerplate.lexicon import LANGUAGES, families, first_word, stripped
from corpuskit_boilerplate.page.form import Form, form_of
from corpuskit_boilerplate.page.signoff import signed_from
from corpuskit_boilerplate.page.stamps import FoundDate, dates_in, year_positions
from corpuskit_boilerplate.page.wrap import units
from corpuskit_boilerplate.rules import marks_of, shape_family

__all__ = [
    "PAGE_RULE",
    "PARAGRAPH",
    "PROFILE_RULE",
    "SEPARATOR_RULE",
    "Line",
    "all_dates",
    "read_lines",
    "tells",
]

PARAGRAPH = 16
"""Words from which a line is a paragraph and no heading, caption or remark."""

PROFILE_RULE = "boilerplate.profile"
"""The rule of a line that a site's profile knows."""

PAGE_RULE = "boilerplate.page"
"""The rule of a page number or a running head in hard-wrapped text."""

SEPARATOR_RULE = "boilerplate.separator_option"
"""The rule of a line that the option `separator` matches."""

_LOOK, _STEP = 500, 7  # how many characters are looked at for capitals, and how far apart
_CAPITALS = 8  # capitals to a small letter in text in capitals
_FREQUENT = "aeinor"  # small letters that any text in small letters has many of
_SHORT = 40  # characters of a line that is worth remembering
_START_WORDS = 30  # a longer line is not furniture for its beginning alone
_BEFORE = "\n\r\t(\"“‘'|/-—"  # what stands before a term inside of a line, as a space does
_INSIDE_WORDS = 90  # a longer one is not for a term that it holds somewhere
_OFFERS = frozenset(["subscription", "newsletter", "donation", "app"])
_COUNT = 20  # characters of the longest line that counts articles
_DIGITS = "0123456789"
_YEAR = re.compile(r"\b(?:in|of) (?:1[5-9]|20)\d\d(?!\w)")
_GLUED = re.compile(r"[A-Z][a-z]+")
_ROW = (2, 9)  # the fewest and the most buttons of a row
_MARK = "\ufeff"  # byte order mark
_UNEVEN = ("  ", *"\t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029")
"""What shows that words are parted otherwise than by one space or line end."""
_DATED_WORDS = 40  # longer lines are running text, whose dates are not the page's


@attrs.define(eq=False)  # not frozen: that makes it four times as dear, and nobody writes to one
class Line:
    """A non-blank line, outer white space left out; several where the text is hard-wrapped.

    Attributes:
        start, end: offsets.
        text, folded: as it stands (text in capitals with small letters), and folded.
        key: folded, without the marks at its ends.
        words: how many.
        family: what it is worded like; "" if nothing known.
        rule: dotted id of the lexicon place or rule that said so.
        inside: the family of a term that it holds somewhere, or "".
        dates: full dates, if it is short.
        years: where in it what may be years stand; without one there is no full date in it.
        form: what is seen of its letters and marks, if that is known from before.
        ended: whether it ends as a sentence does, perhaps with a sign-off behind it.
    """

    start: int
    end: int
    text: str
    folded: str
    key: str
    words: int
    family: str
    rule: str
    inside: str
    dates: tuple[FoundDate, ...]
    years: Sequence[int] = ()
    form: Form | None = None
    ended: bool = False

    def of(self, family: str, rule: str) -> Line:
        """The line, which is of another family by what else is known of it."""
        return attrs.evolve(self, family=family, rule=rule)


_STOPS, _CLOSERS = ".!?…。", "\"'”’»)]"
_END = re.compile(rf"[{_STOPS}][{re.escape(_CLOSERS)}]*$")


def _ends_sentence(text: str) -> bool:
    last = text[-1]
    if last in _STOPS or (last in _CLOSERS and _END.search(text[-8:]) is not None):
        return True
    return signed_from(text) > 0


def tells(line: Line, words: int) -> bool:
    """Whether the line is worded as no furniture and holds a sentence of so many words or more."""
    return line.words >= words and line.ended and not line.family


def read_lines(
    raw: str,
    languages: tuple[str, ...] = LANGUAGES,
    spans: Sequence[tuple[int, int]] | None = None,
) -> list[Line]:
    """All non-blank lines of `raw` in order; byte order marks at their heads are left out.

    Args:
        spans: where they stand, if that is known better.
    """
    folded = FoldedText(raw).folded
    pages: Set[int] = frozenset()
    even = not any(sign in raw for sign in _UNEVEN)
    if spans is None:
        spans, pages = units(raw)
    if _MARK in raw:
        spans = list(_unmarked(raw, spans))
    shouting = _shouting(raw)
    inside = _inside_hits(folded, spans, languages)
    dated = _years(folded, spans)
    marks = marks_of(folded)
    page: list[Line] = []
    for index, (start, end) in enumerate(spans):
        text = raw[start:end]
        held = inside.get(index, "")
        dates: tuple[FoundDate, ...] = ()
        years = dated.get(index, ())
        form: Form | None = None
        if end - start <= _SHORT and not years and not held:
            low, key, words, family, rule, form, ended = _short(text, languages)
        else:
            low = folded[start:end]
            words = low.count(" ") + 1 if even and "\n" not in low else len(low.split())
            if years and words <= _DATED_WORDS:
                dates = tuple(dates_in(folded, start, end, years, languages))
            key = stripped(low)
            family = rule = ""
            if words <= _START_WORDS or held:
                family, rule = _family(text, low, key, words, held, dates, languages, marks)
            ended = _ends_sentence(text)
        if start in pages:
            family, rule = "document_mark", PAGE_RULE
        if shouting:  # capitals tell nothing where there is nothing else
            text, form = text.capitalize(), None
            ended = _ends_sentence(text)
        page.append(
            Line(start, end, text, low, key, words, family, rule, held, dates, years, form, ended)
        )
    return page


def _unmarked(raw: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans without byte order marks at their heads and the white space behind them."""
    for start, end in spans:
        begin = start
        while begin < end and (raw[begin] == _MARK or (begin > start and raw[begin].isspace())):
            begin += 1
        if begin < end:
            yield begin, end


def all_dates(line: Line, languages: tuple[str, ...] = LANGUAGES) -> Iterator[FoundDate]:
    """The full dates of a line, however long it is; offsets are those of the page."""
    if line.words <= _DATED_WORDS:
        yield from line.dates
    elif line.years:
        shift = line.start
        years = [year - shift for year in line.years]
        for found in dates_in(line.folded, 0, len(line.folded), years, languages):
            yield found._replace(start=found.start + shift, end=found.end + shift)


def _shouting(raw: str) -> bool:
    """Whether the text is in capitals, as old wire copy is."""
    some = raw[: _LOOK * _STEP : _STEP]
    if sum(map(some.count, _FREQUENT)) * _CAPITALS >= len(some):  # by far the most texts
        return False
    return sum(map(str.isupper, some)) > _CAPITALS * sum(map(str.islower, some))


@functools.lru_cache(maxsize=1 << 14)  # menus say the same on every page
def _short(text: str, languages: tuple[str, ...]) -> tuple[str, str, int, str, str, Form, bool]:
    """What is known of a line without dates and without a term inside."""
    low = fold(text)
    key = stripped(low)
    words = len(low.split())
    family, rule = _family(text, low, key, words, "", (), languages)
    form = form_of(text, low, words)
    return low, key, words, family, rule, form, _ends_sentence(text)


def _family(
    text: str,
    folded: str,
    key: str,
    words: int,
    inside: str,
    dates: tuple[FoundDate, ...],
    languages: tuple[str, ...],
    marks: frozenset[str] | None = None,
) -> tuple[str, str]:
    known = families(languages)
    if words <= 12:
        family = known.whole.get(key)
        if family:
            return family, "boilerplate.whole"
        if len(key) <= _COUNT and key[-1].isdigit():
            term = key.rstrip(_DIGITS)
            family = known.counts.get(term.rstrip(" #."), "")
            if family and not term[-1].isalpha():
                return family, "boilerplate.count"
    if words <= _START_WORDS:
        shape, rule = shape_family(text, folded, words, dates, marks)
        if shape and shape != "table_residue":
            return shape, rule
        family = known.of_start(key, first_word(key))
        if family and not (family in _TOLD and _TOLD[family](text)):
            return family, "boilerplate.start"
        family = _call(key, known.whole) if ": " in key or ". " in key or "? " in key else ""
        if family:
            return family, "boilerplate.call"
        family = _buttons(text, key, words, known.whole) if words <= _ROW[1] else ""
        if family:
            return family, "boilerplate.buttons"
        if shape and not inside:
            return shape, rule
    if inside and words <= _INSIDE_WORDS and not (inside == "wire_signoff" and _of_year(text)):
        return inside, "boilerplate.inside"
    return "", ""


def _prose(text: str) -> bool:
    """Whether the text is a sentence most words of which begin with a small letter."""
    words = text.split()
    return text[-1] in _STOPS and 2 * sum([word[0].islower() for word in words]) > len(words)


def _of_year(text: str) -> bool:
    """Whether a text says in which year something was ("First published in 1931, the novel …")."""
    return _YEAR.search(text) is not None


_TOLD = {"byline": _prose, "wire_signoff": _of_year}
"""Families of lines that can begin so and be a sentence of a text all the same, and what tells."""


def _call(key: str, whole: Mapping[str, str]) -> str:
    """The family of an offer that ends in a button ("News on your phone: Subscribe now"), or ""."""
    for mark in (": ", ". ", "? "):
        offer, found, button = key.rpartition(mark)
        if found and " " in button and " " in offer:
            family = whole.get(button, "")
            if family in _OFFERS:
                return family
    return ""


def _buttons(text: str, key: str, words: int, whole: Mapping[str, str]) -> str:
    """The family of a row of buttons ("Facebook Twitter Email", glued or not), or ""."""
    names = key.split() if words > 1 else _GLUED.findall(text)
    if not _ROW[0] <= len(names) <= _ROW[1] or (words == 1 and "".join(names) != text):
        return ""
    found = {whole.get(name.lower(), "") for name in names}
    return "share" if found == {"share"} else ""


def _inside_hits(
    folded: str, spans: Sequence[tuple[int, int]], languages: tuple[str, ...]
) -> dict[int, str]:
    terms = families(languages).inside
    worded, marked = _inside_patterns(languages)
    hits = [(match.start(), match.end() - 1) for match in worded.finditer(" " + _spaced(folded))]
    for mark, pattern in marked.items():
        if mark in folded:
            hits += [match.span() for match in pattern.finditer(folded)]
    index = 0
    found: dict[int, str] = {}
    for start, end in sorted(hits, key=lambda hit: hit[1]):
        while index < len(spans) and spans[index][1] < end:
            index += 1
        if index < len(spans) and spans[index][0] < end:
            family = terms.get(" ".join(folded[start:end].split()))
            if family:
                found.setdefault(index, family)
    return found


@functools.cache
def _inside_patterns(
    languages: tuple[str, ...],
) -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Terms that begin with a letter, for a text that is `_spaced`; then those of each mark.

    The engine skips to the one character that a pattern begins with.
    """
    terms = families(languages).inside
    worded = trie_pattern(_spaced(term) for term in terms if term[0].isalnum())
    marked = {
        mark: re.compile(rf"{trie_pattern(one for one in terms if one[0] == mark)}(?!\w)")
        for mark in sorted({term[0] for term in terms if not term[0].isalnum()})
    }
    return re.compile(rf" {worded}(?!\w)"), marked


def _spaced(folded: str) -> str:
    """With spaces for the marks before which a word begins."""
    for mark in _BEFORE:
        if mark in folded:
            folded = folded.replace(mark, " ")
    return folded


def _years(folded: str, spans: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    """For each line that has some where what may be years stand, in order."""
    starts = [start for start, _ in spans]
    found: dict[int, list[int]] = {}
    for position in sorted(year_positions(folded)):
        found.setdefault(bisect.bisect_right(starts, position) - 1, []).append(position)
    return found
