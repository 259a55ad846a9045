"""EventCluster: one event as many articles tell it, every claim kept, every conflict named."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from corpuskit.model.codec import decode, encode
from corpuskit.model.errors import ConfigurationError
from corpuskit.model.frozen import FrozenMap
from corpuskit.model.span import Span

__all__ = ["POLICIES", "Claim", "ClaimPolicy", "Claims", "EventCluster", "Member"]

ClaimValue = str | int | dt.date | None


@attrs.frozen
class Member:
    """One event of one article.

    Attributes:
        article_id: the article's id.
        event_id: the event's id in it.
        source_id: the name of the source that the article is in, for people; it takes no
            part in comparing members, and None is not told.
    """

    article_id: str
    event_id: str
    source_id: str | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Claim:
    """One value that one article states for one field (followthemoney's Statement).

    Attributes:
        value: a str, int or date; None where the article leaves it open or gives no single
            number. JSON has no dates: a str "2021-02-16" comes back as one.
        source: the article's id.
        span: where it says so, in that article's source; of groups that add up to one count,
            from the first to the last.
        published: the article's publication date, or None; what "newest" goes by.
        low: the lower end of a count, as `Casualty` has it: None is an open end, or no count.
        high: the upper end of it: None is an open end, or no count.
        source_id: the name of the source that the article is in, as `Member` has it; two
            sources with one text have one article id, and this tells their claims apart. It
            takes no part in comparing claims, and None is not told.
    """

    value: ClaimValue
    source: str
    span: Span | None = None
    published: dt.date | None = None
    low: int | None = None
    high: int | None = None
    source_id: str | None = attrs.field(default=None, eq=False)


class Claims(FrozenMap[str, tuple[Claim, ...]]):
    """Claims by field, immutable; iterates over field names in alphabetical order."""

    __slots__ = ()

    def __init__(self, fields: Mapping[str, tuple[Claim, ...]]) -> None:
        super().__init__({name: tuple(fields[name]) for name in sorted(fields)})


ClaimPolicy = Callable[[tuple[Claim, ...]], ClaimValue]
"""Chooses one value among claims, in the order of the cluster's members."""


@attrs.frozen(kw_only=True)
class EventCluster:
    """One event over many articles: a ledger.

    Attributes:
        id: content hash of the members.
        members: (article_id, event_id), sorted.
        claims: `claims["killed"]` is a tuple of `Claim`.
        conflicts: the fields whose claims cannot all be true, sorted. Counts are compared as
            ranges: "at least four" and "six" can both be true, "four" and "six" cannot. A level
            of place (a town and its district) is no conflict; another day is.
        candidates: members of other clusters that nearly joined, and why not; for `explain`.
        joined_by: for each member after the first, the keys and claims that joined it.
    """

    id: str
    members: tuple[Member, ...]
    claims: Claims = attrs.field(converter=Claims)
    conflicts: tuple[str, ...] = ()
    candidates: tuple[tuple[Member, str], ...] = ()
    joined_by: tuple[tuple[Member, str], ...] = ()

    def value(self, field: str, policy: str | ClaimPolicy = "majority") -> ClaimValue:
        """One value for `field` by a policy; None if nobody states it.

        Args:
            field: a key of `claims`.
            policy: one of

                - "majority": the value that most reports tell; of several, of words the one that
                  most tell first (a town, then its province), then what is told most often, then
                  the lowest
                - "lowest", "highest": the lowest or highest number told, ends of ranges too
                - "newest": what the claims published last state most often
                - "acled": the lowest number told, of a range its low end (ACLED, Codebook,
                  "Fatalities": the most conservative report). Of "dozens" that is 24; the coding
                  policy of corpuskit-casualties has the word, and gives ACLED's 12
                - "ucdp": the number that most reports tell, a range counted as its low end; of
                  several, the lowest (UCDP, Definitions, "best estimate": the most reliable report,
                  and where none can be told to be it, the lower figure)
                - a function of your own: the claims that have a value in, a value out

        Raises:
            ConfigurationError: for a policy that does not exist; the message lists those that do.
        """
        claims = self.claims.get(field, ())
        if callable(policy):
            valued = tuple(claim for claim in claims if claim.value is not None)
            return policy(valued) if valued else None
        if policy not in POLICIES:
            names = ", ".join(POLICIES)
            raise ConfigurationError(f"no policy {policy!r}; there are: {names}")
        return POLICIES[policy](claims)

    def to_dict(self) -> dict[str, Any]:
        """Plain data: one line of what `corpuskit link -o` writes."""
        plain: dict[str, Any] = encode(self)
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> EventCluster:
        """Read back what `to_dict` gave; keys that it does not know are passed over.

        Raises:
            RecordError: naming the key that does not fit.
        """
        cluster: EventCluster = decode(cls, data)
        return cluster


def _rank(value: ClaimValue) -> tuple[bool, int | float, str]:
    if isinstance(value, int):
        return (False, value, "")
    if isinstance(value, dt.date):
        return (False, value.toordinal(), "")
    return (True, 0, str(value))


def _told(claims: Iterable[Claim]) -> Iterator[ClaimValue]:
    """Every value and every end of a range that is stated."""
    for claim in claims:
        yield from (v for v in (claim.low, claim.value, claim.high) if v is not None)


def _lowest(claims: tuple[Claim, ...]) -> ClaimValue:
    return min(_told(claims), key=_rank, default=None)


def _highest(claims: tuple[Claim, ...]) -> ClaimValue:
    return max(_told(claims), key=_rank, default=None)


def _commonest(told: Iterable[tuple[Claim, ClaimValue]]) -> ClaimValue:
    """What most reports tell; of several, of words what most tell first, so that a town goes before
    its province, then what is told most often, then the lowest. None is not counted."""
    tellers: dict[ClaimValue, Counter[tuple[str, str | None]]] = {}
    first: dict[tuple[str, str | None], ClaimValue] = {}
    for claim, value in told:
        if value is not None:
            teller = (claim.source, claim.source_id)
            tellers.setdefault(value, Counter())[teller] += 1
            first.setdefault(teller, value)

    def rank(value: ClaimValue) -> tuple[int, int, int, tuple[bool, int | float, str]]:
        leads = list(first.values()).count(value) if isinstance(value, str) else 0
        return -len(tellers[value]), -leads, -tellers[value].total(), _rank(value)

    return min(tellers, key=rank, default=None)


def _majority(claims: tuple[Claim, ...]) -> ClaimValue:
    return _commonest((claim, claim.value) for claim in claims)


def _newest(claims: tuple[Claim, ...]) -> ClaimValue:
    valued = [c for c in claims if c.value is not None]
    days = [c.published for c in valued if c.published is not None]
    last = max(days, default=None)
    return _commonest((c, c.value) for c in valued if last is None or c.published == last)


def _conservative(claims: tuple[Claim, ...]) -> ClaimValue:
    ends = (claim.value if claim.low is None else claim.low for claim in claims)
    return min((end for end in ends if end is not None), key=_rank, default=None)


def _best_estimate(claims: tuple[Claim, ...]) -> ClaimValue:
    """Which report is the most reliable no program can tell: how many tell it stands for that."""
    return _commonest((c, c.low if c.value is None else c.value) for c in claims)


POLICIES: Mapping[str, ClaimPolicy] = {
    "lowest": _lowest,
    "highest": _highest,
    "majority": _majority,
    "newest": _newest,
    "acled": _conservative,
    "ucdp": _best_estimate,
}
