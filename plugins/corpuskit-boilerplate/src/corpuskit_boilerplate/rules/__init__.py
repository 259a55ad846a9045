"""Rules: furniture told by its shape, one table for each kind of shape, tried in this order."""

from __future__ import annotations

from corpuskit_boilerplate.rules.shapes import SHAPES, Shape, shape_family

__all__ = ["SHAPES", "Shape", "shape_family"]
