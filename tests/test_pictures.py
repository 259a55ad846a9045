"""Pictures in the docs are what their programs make now."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"


@pytest.mark.parametrize("program", sorted(PICTURES.glob("make_*.py")), ids=lambda p: p.stem)
def test_picture_is_fresh(program: Path) -> None:
    picture = program.with_name(program.stem.removeprefix("make_") + ".svg")
    made = subprocess.run([sys.executable, program], check=True, capture_output=True).stdout
    assert made == picture.read_bytes(), f"stale: python {program.name} > {picture.name}"
    ElementTree.fromstring(made)
