"""Linking: one event told by many articles, with every claim kept."""

from corpuskit_events.linking.borrow import Borrowed, borrowed_dates
from corpuskit_events.linking.link import link_events
from corpuskit_events.linking.utterance import QuoteVariants, quote_variants

__all__ = ["Borrowed", "QuoteVariants", "borrowed_dates", "link_events", "quote_variants"]
