"""Failure: what went wrong in one plugin on one article, as a value beside the results."""

from __future__ import annotations

import attrs

__all__ = ["Failure"]


@attrs.frozen(kw_only=True)
class Failure:
    """One plugin did not deliver.

    Attributes:
        plugin: the distribution that failed.
        version: its version.
        article: the article's id, or the source's id where there is no article yet; "" for a
            plugin that could not be loaded.
        error: type and message in one line.
        layers: names of the layers that are absent because of it.
    """

    plugin: str
    version: str
    article: str
    error: str
    layers: tuple[str, ...] = ()
