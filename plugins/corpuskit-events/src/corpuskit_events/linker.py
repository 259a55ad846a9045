"""Linker: which events of many articles are one, and which articles tell one story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from corpuskit import Event, EventCluster, Linker, Result

__all__ = ["EventLinker"]

Apart = Callable[[str, str], bool]


@attrs.frozen(kw_only=True, slots=False)
class EventLinker(Linker):
    """Groups events and articles; see `corpuskit.link` and `corpuskit.stories`."""

    name = "events"

    def link(self, results: Sequence[Result], *, strict: bool = False) -> Iterable[EventCluster]:
        """One cluster per event, single ones too; independent of the order of `results`."""
        from corpuskit_events.linking import link_events

        return link_events(results, strict=strict)

    def stories(
        self, results: Sequence[Result], *, strict: bool = False
    ) -> Iterable[tuple[str, ...]]:
        """Article ids grouped by their main event.

        Works on the texts alone; where results have events, those of two places or of two days in
        places not known to be one keep their articles apart.
        """
        from corpuskit_events.stories import STRICT, USUAL, group_stories

        return group_stories(results, STRICT if strict else USUAL, self._apart(results))

    def _apart(self, results: Sequence[Result]) -> Apart | None:
        if not any(Event in result for result in results):
            return None
        from corpuskit_events.linking.main_event import MainEvents

        return MainEvents(results).apart
