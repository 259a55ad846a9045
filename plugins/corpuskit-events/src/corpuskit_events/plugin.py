"""Registration: what corpuskit-events brings through the door."""

from __future__ import annotations

import corpuskit


@corpuskit.hookimpl
def corpuskit_extractors() -> list[corpuskit.Extractor]:
    """Events in one article."""
    from corpuskit_events.extractor import Events

    return [Events()]


@corpuskit.hookimpl
def corpuskit_linkers() -> list[corpuskit.Linker]:
    """One event told by many, and articles by their main event."""
    from corpuskit_events.linker import EventLinker

    return [EventLinker()]
