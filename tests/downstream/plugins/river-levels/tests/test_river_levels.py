import importlib.util
import subprocess
import sys

import pytest
from river_levels import RiverLevel, RiverLevels, mean

import corpuskit
from corpuskit.testing import ExtractorContract, run

TEXT = "The river rose to 4.5 metres at Mirsk. At noon the gauge in Varda showed 3.5 m."


class TestContract(ExtractorContract):
    extractor = RiverLevels()
    samples = (TEXT,)


def test_levels() -> None:
    assert [level.metres for level in run(RiverLevels(), TEXT)[RiverLevel]] == [4.5, 3.5]


def test_record() -> None:
    record = run(RiverLevels(), TEXT).to_dict()
    assert [row["text"] for row in record["annotations"]["river_levels.RiverLevel"]] == [
        "4.5 metres",
        "3.5 m",
    ]


def test_registering_does_not_load_numpy() -> None:
    code = "import corpuskit, sys; corpuskit.Pipeline.installed(); print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert done.stdout.strip() == b"False"


def test_works_without_numpy() -> None:
    levels = run(RiverLevels(), TEXT)[RiverLevel]
    if importlib.util.find_spec("numpy") is None:
        with pytest.raises(ImportError):
            mean(levels)
    else:
        assert mean(levels) == 4.0


def test_option() -> None:
    pipeline = corpuskit.Pipeline([RiverLevels(highest=4.0)])
    (result,) = pipeline.run([TEXT], segment=False)
    assert [level.metres for level in result[RiverLevel]] == [3.5]
