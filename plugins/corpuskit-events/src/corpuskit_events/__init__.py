"""corpuskit-events: events in an article, and one event or story over many articles."""

from corpuskit_events.extractor import Events
from corpuskit_events.linker import EventLinker

__all__ = ["EventLinker", "Events"]
