"""Arrow: the reader and the exporter keep the contract."""

from __future__ import annotations

import pytest

from corpuskit.testing import ExporterContract, ReaderContract

pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pytest.importorskip("corpuskit_arrow", reason="corpuskit-arrow is not installed")

from corpuskit_arrow.parquet import ParquetRecords, ParquetTexts


class TestParquetTexts(ReaderContract):
    reader = ParquetTexts()
    broken = {"broken.parquet": b"PAR1 and no more"}


class TestParquetRecords(ExporterContract):
    exporter = ParquetRecords()
