"""corpuskit-events: events in an article, and one event or story over many articles."""

from typing import TYPE_CHECKING, Any

from corpuskit_events.extractor import Events
from corpuskit_events.linker import EventLinker

if TYPE_CHECKING:
    from corpuskit_events.linking import Borrowed, QuoteVariants, borrowed_dates, quote_variants
    from corpuskit_events.mentions import Mention, mention_chains

__all__ = [
    "Borrowed",
    "EventLinker",
    "Events",
    "Mention",
    "QuoteVariants",
    "borrowed_dates",
    "mention_chains",
    "quote_variants",
]


def __getattr__(name: str) -> Any:
    """The rest is imported when it is first asked for, so that registering stays light."""
    if name in ("Mention", "mention_chains"):
        from corpuskit_events import mentions

        return getattr(mentions, name)
    if name in __all__:
        from corpuskit_events import linking

        return getattr(linking, name)
    raise AttributeError(f"module 'corpuskit_events' has no attribute {name!r}")
