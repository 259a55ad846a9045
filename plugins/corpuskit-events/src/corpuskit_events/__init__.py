"""corpuskit-events: events in an article, and one event or story over many articles."""

from corpuskit_events.extractor import Events
from corpuskit_events.linker import EventLinker
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
