"""Rules: furniture told by its shape, one table for each kind of shape, tried in this order."""

from __future__ import annotations

from corpuskit_boilerplate.rules.match import marks_of, shape_family
from corpuskit_boilerplate.rules.shape import Shape
from corpuskit_boilerplate.rules.shapes import SHAPES

__all__ = ["SHAPES", "Shape", "marks_of", "shape_family"]
