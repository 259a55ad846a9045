"""corpuskit-boilerplate: where an article begins and ends on a flattened page, and what is furniture."""

from __future__ import annotations

from corpuskit_boilerplate.segmenter import Boilerplate

__all__ = ["Boilerplate"]
