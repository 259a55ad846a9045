"""corpuskit-arrow: texts in Arrow batches or Parquet files in, records as Arrow or Parquet out.

Importing this loads no pyarrow: registering a plugin must stay cheap. A name loads it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpuskit_arrow.batches import extract_batch, extract_batches
    from corpuskit_arrow.rows import batch_of, results_of
    from corpuskit_arrow.types import record_type

__all__ = ["batch_of", "extract_batch", "extract_batches", "record_type", "results_of"]

_OWNERS = {
    "batch_of": "rows",
    "extract_batch": "batches",
    "extract_batches": "batches",
    "record_type": "types",
    "results_of": "rows",
}


def __getattr__(name: str) -> Any:
    if name not in _OWNERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_OWNERS[name]}"), name)
