"""EventCluster: one event as many articles tell it, every claim kept, every conflict named."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import attrs

from corpuskit.model.span import Span

__all__ = ["Claim", "ClaimPolicy", "Claims", "EventCluster", "Member"]

ClaimValue = str | int | dt.date | None


@attrs.frozen
class Member:
    """One event of one article."""

    article_id: str
    event_id: str


@attrs.frozen
class Claim:
    """One value that one article states for one field (followthemoney's Statement).

    Attributes:
        value: the value; None where the article leaves it open.
        source: the article's id.
        span: where it says so, in that article's source.
        published: the article's publication date, or None; what "newest" goes by.
    """

    value: ClaimValue
    source: str
    span: Span | None = None
    published: dt.date | None = None


class Claims(Mapping[str, tuple[Claim, ...]]):
    """Claims by field, immutable; iterates over field names in alphabetical order."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, tuple[Claim, ...]]) -> None:
        self._fields: dict[str, tuple[Claim, ...]] = {
            name: tuple(fields[name]) for name in sorted(fields)
        }

    def __getitem__(self, field: str) -> tuple[Claim, ...]:
        return self._fields[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __hash__(self) -> int:
        return hash(tuple(self._fields.items()))

    def __repr__(self) -> str:
        return f"Claims({self._fields!r})"


ClaimPolicy = Callable[[tuple[Claim, ...]], ClaimValue]
"""Chooses one value among claims, in the order of the cluster's members."""


@attrs.frozen(kw_only=True)
class EventCluster:
    """One event over many articles: a ledger.

    Attributes:
        id: content hash of the members.
        members: (article_id, event_id), sorted.
        claims: `claims["killed"]` is a tuple of `Claim`.
        conflicts: the fields whose claims cannot all be true, sorted. A level of place
            (a town and its district) is no conflict; another day is.
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
            policy: "lowest", "highest", "majority", "newest", "acled" (the lowest of conflicting
                reports, ACLED's codebook), "ucdp" (best estimate: the newest, UCDP GED's), or a
                function of your own.

        Raises:
            KeyError: for a policy that does not exist; the message lists those that do.
        """
        claims = tuple(c for c in self.claims.get(field, ()) if c.value is not None)
        if not claims:
            return None
        if callable(policy):
            return policy(claims)
        try:
            choose = _POLICIES[policy]
        except KeyError:
            raise KeyError(f"no policy {policy!r}; there are: {', '.join(_POLICIES)}") from None
        return choose(claims)


def _rank(claim: Claim) -> tuple[bool, int | float, str]:
    value = claim.value
    if isinstance(value, int):
        return (False, value, "")
    if isinstance(value, dt.date):
        return (False, value.toordinal(), "")
    return (True, 0, str(value))


def _lowest(claims: tuple[Claim, ...]) -> ClaimValue:
    return min(claims, key=_rank).value


def _highest(claims: tuple[Claim, ...]) -> ClaimValue:
    return max(claims, key=_rank).value


def _majority(claims: tuple[Claim, ...]) -> ClaimValue:
    counts = Counter(claim.value for claim in claims)
    return min(claims, key=lambda claim: (-counts[claim.value], _rank(claim))).value


def _newest(claims: tuple[Claim, ...]) -> ClaimValue:
    dated = [c for c in claims if c.published is not None]
    if not dated:
        return _majority(claims)
    day = max(c.published for c in dated if c.published is not None)
    return _majority(tuple(c for c in dated if c.published == day))


_POLICIES: Mapping[str, ClaimPolicy] = {
    "lowest": _lowest,
    "highest": _highest,
    "majority": _majority,
    "newest": _newest,
    "acled": _lowest,
    "ucdp": _newest,
}
