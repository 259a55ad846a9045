"""Arrays: numpy, which comes with the extra `fit` and is only needed to fit weights."""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["Array", "np"]

Array = Any
"""A numpy array; its types are not at hand everywhere."""

try:
    np: Any = importlib.import_module("numpy")
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        "fitting weights needs numpy: pip install 'corpuskit-boilerplate[fit]'", name="numpy"
    ) from error
