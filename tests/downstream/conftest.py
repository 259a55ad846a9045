"""A clean environment with wheels alone: the core, all first-party plugins, three outsiders'."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

ROOT = Path(__file__).parents[2]
collect_ignore = ["plugins"]  # they run in the clean environment
OUTSIDERS = ("daily-tolls", "iso-dates", "river-levels")
FIRST_PARTY = ("boilerplate", "casualties", "dates", "entities", "events", "quotes")


@attrs.frozen
class Clean:
    """An environment that knows nothing of the checkout.

    Attributes:
        folder: an empty folder to work in.
    """

    folder: Path
    bin: Path
    wheels: Path
    uv: str

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, in the empty folder."""
        program = self.bin / command[0]
        done = subprocess.run(
            [str(program), *command[1:]],
            cwd=self.folder,
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if check and done.returncode:
            pytest.fail(f"{' '.join(command)}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
        return done

    def install(self, *what: str) -> None:
        """Install from the wheels that were built, and from the package index."""
        done = _uv(self.uv, "pip", "install", *what, wheels=self.wheels, python=self.bin)
        if done.returncode:
            pytest.fail(done.stderr[-4000:])

    def uninstall(self, *what: str) -> None:
        """Take distributions away again."""
        _uv(self.uv, "pip", "uninstall", *what, python=self.bin)


def _environment() -> dict[str, str]:
    gone = ("PYTHONPATH", "VIRTUAL_ENV", "CORPUSKIT_PLUGINS", "PYTHONHOME")
    return {name: value for name, value in os.environ.items() if name not in gone}


def _uv(
    uv: str, *command: str, wheels: Path | None = None, python: Path | None = None
) -> subprocess.CompletedProcess[str]:
    more = ["--find-links", str(wheels)] if wheels else []
    more += ["--python", str(python / "python")] if python else []
    return subprocess.run(
        [uv, *command, *more], env=_environment(), capture_output=True, text=True, check=False
    )


@functools.cache
def _find_uv() -> str | None:
    beside = Path(sys.executable).parent / "uv"
    return str(beside) if beside.exists() else shutil.which("uv")


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """Built once for all tests of this folder."""
    uv = _find_uv()
    if uv is None:
        pytest.skip("uv is not installed: no clean environment can be made")
    base = tmp_path_factory.mktemp("downstream")
    wheels, bin_ = base / "wheels", base / "venv" / "bin"
    sources = [ROOT, *(ROOT / "plugins" / f"corpuskit-{name}" for name in FIRST_PARTY)]
    sources += [Path(__file__).parent / "plugins" / name for name in OUTSIDERS]
    for source in sources:
        done = _uv(uv, "build", "--quiet", "--wheel", "--out-dir", str(wheels), str(source))
        if done.returncode and _offline(done.stderr):
            pytest.skip("no package index can be reached: wheels need hatchling to be built")
        assert not done.returncode, done.stderr
    made = _uv(uv, "venv", "--quiet", "--python", sys.executable, str(base / "venv"))
    assert not made.returncode, made.stderr
    done = _uv(
        uv, "pip", "install", "corpuskit-core[testing]", *OUTSIDERS,
        *(f"corpuskit-{name}" for name in FIRST_PARTY), wheels=wheels, python=bin_,
    )  # fmt: skip
    if done.returncode and _offline(done.stderr):
        pytest.skip("no package index can be reached: pluggy, attrs and pytest are missing")
    assert not done.returncode, done.stderr
    folder = base / "work"
    folder.mkdir()
    return Clean(folder, bin_, wheels, uv)


def _offline(stderr: str) -> bool:
    signs = ("dns error", "Could not connect", "error sending request", "Network is unreachable")
    return any(sign in stderr for sign in signs)
