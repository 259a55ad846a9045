"""Registration: what corpuskit-boilerplate brings through the door."""

from __future__ import annotations

import corpuskit


@corpuskit.hookimpl
def corpuskit_segmenters() -> list[corpuskit.Segmenter]:
    """The line labelling segmenter."""
    from corpuskit_boilerplate.segmenter import Boilerplate

    return [Boilerplate()]


@corpuskit.hookimpl
def corpuskit_commands() -> list[corpuskit.Command]:
    """`corpuskit learn`."""
    from corpuskit_boilerplate.site.learn import Learn

    return [Learn()]
