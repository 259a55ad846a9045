"""Watch: notices clock, chance, environment, files, network and processes in a plugin's call."""

from __future__ import annotations

import _random
import datetime as dt
import locale
import os
import random
import signal
import site
import sys
import threading
import time
import warnings
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

__all__ = ["FileWatch", "Watch", "traces"]

_CLOCKS = frozenset(
    "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns localtime gmtime ctime "
    "process_time thread_time clock_gettime mktime sleep".split()
)
_SYSTEM = frozenset("getcwd getpid uname getlogin urandom cpu_count getrandom".split())
_TODAY = frozenset(["now", "today", "utcnow"])
_BETWEEN = ("corpuskit.testing", "pathlib", "os", "random", "uuid")
_MODULES = (".py", ".pyc", ".so", ".pyd", ".pth", ".zip")
_EVENTS = {
    "socket": "the network",
    "urllib": "the network",
    "http": "the network",
    "ftplib": "the network",
    "smtplib": "the network",
    "subprocess": "another process",
    "os": "the operating system",
    "shutil": "files",
    "tempfile": "files",
    "glob": "files",
    "pathlib": "files",
    "sqlite3": "a database",
}
_QUIET = ("importlib", "logging", "warnings", "linecache")


class Watch:
    """Active while entered; complaints gather, each once.

    A plugin may read files of installed packages (its lexicons) and import modules; whatever an
    import does is the import's.
    """

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.files: str | None = None  # a folder whose files may be read: what a reader is given
        self._on = False
        self._roots = [*site.getsitepackages(), site.getusersitepackages(), *_stdlib()]
        sys.addaudithook(self._audit)

    def __enter__(self) -> Watch:
        self._roots += _package_folders()
        self._on = True
        threading.setprofile(self._profile)
        sys.setprofile(self._profile)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)
        threading.setprofile(None)
        self._on = False

    def _say(self, text: str, frame: FrameType | None) -> None:
        where = _blame(frame)
        if where is not None and f"{text}{where}" not in self.complaints:
            self.complaints.append(f"{text}{where}")

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if not self._on:
            return
        if event == "open":
            self._opened(*args[:3])
            return
        family = event.partition(".")[0]
        if family not in _EVENTS:
            return
        if event in ("os.listdir", "os.scandir") and self._allowed(str(args[0])):
            return
        self._say(f"uses {_EVENTS[family]} ({event})", sys._getframe(1))

    def _opened(self, path: Any, mode: Any, flags: Any) -> None:
        if not isinstance(path, str | bytes):
            return
        path = os.fsdecode(path)
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
        if not writes and self._allowed(path):
            return
        self._say(f"{'writes' if writes else 'opens'} a file ({os.path.basename(path)})", _caller())  # noqa: PTH119

    def _allowed(self, path: str) -> bool:
        full = os.path.realpath(path)
        self._roots += [folder for folder in _package_folders() if folder not in self._roots]
        roots = [*self._roots, self.files] if self.files else self._roots
        return any(full.startswith(os.path.realpath(root) + os.sep) for root in roots)

    def _profile(self, frame: FrameType, event: str, arg: Any) -> None:
        if event == "call":
            name = _ENVIRONMENT.get(frame.f_code)
            if name:
                self._say("reads the environment (os.environ)", frame.f_back)
        elif event == "c_call":
            what = _meaning(arg)
            if what:
                self._say(what, frame)


_ENVIRONMENT: dict[CodeType, str] = {
    getattr(type(os.environ), name).__code__: name for name in ("__getitem__", "__iter__")
}


def _meaning(function: Any) -> str:
    """What calling a built-in function means, "" if it is harmless."""
    name, owner = getattr(function, "__name__", ""), getattr(function, "__self__", None)
    if owner is time and name in _CLOCKS:
        return f"reads the clock (time.{name})"
    if isinstance(owner, type) and issubclass(owner, dt.date) and name in _TODAY:
        return f"reads the clock ({owner.__name__}.{name})"
    if getattr(owner, "__name__", "") in ("posix", "nt") and name in _SYSTEM:
        return f"asks the system (os.{name})"
    if isinstance(owner, _random.Random) and owner is random.__dict__.get("_inst"):
        return f"takes random numbers (random.{name})"
    if owner is not None and getattr(owner, "__name__", "") == "_locale" and name == "setlocale":
        return "asks for the locale"
    return ""


def _caller() -> FrameType | None:
    return sys._getframe(3)


def _blame(frame: FrameType | None) -> str | None:
    """The place to name in a complaint; None if an import, logging or a warning did it."""
    place = ""
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith(_QUIET) and "metadata" not in name and "resources" not in name:
            return None
        if not place and not name.startswith(_BETWEEN):
            place = f", in {name} line {frame.f_lineno}"
        frame = frame.f_back
    return place


def _stdlib() -> list[str]:
    return [os.path.dirname(os.__file__)]  # noqa: PTH120


def _package_folders() -> list[str]:
    """Folders of packages that are loaded: a plugin's own data lies there."""
    folders = []
    for name, module in list(sys.modules.items()):
        if "." not in name:
            folders += [str(folder) for folder in getattr(module, "__path__", ())]
    return folders


class FileWatch:
    """Files other than modules that are opened while entered."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self._on = False
        sys.addaudithook(self._audit)

    def __enter__(self) -> FileWatch:
        self._on = True
        return self

    def __exit__(self, *_: object) -> None:
        self._on = False

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if not self._on or event != "open" or not isinstance(args[0], str):
            return
        name = os.path.basename(args[0])  # noqa: PTH119
        if ".pyc." in name:
            return  # Python keeps a module that it has compiled, under a name for the time being
        if not name.endswith(_MODULES) and not name.startswith(("METADATA", "entry_points")):
            self.opened.append(args[0])


def traces(action: Callable[[], object]) -> list[str]:
    """What of the process is different after `action` than before."""
    action()  # first use may load modules and lexicons
    before = _state()
    out, err = sys.stdout, sys.stderr
    counters = (_Counter(), _Counter())
    sys.stdout, sys.stderr = counters
    try:
        action()
    finally:
        sys.stdout, sys.stderr = out, err
    after = _state()
    found = [name for name, value in before.items() if after[name] != value]
    names = ("standard output", "standard error")
    return found + [name for name, c in zip(names, counters, strict=True) if c.written]


class _Counter:
    """A stream that only counts."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.written = 0

    def write(self, text: str) -> int:
        self.written += len(text)
        return len(text)

    def flush(self) -> None:
        """Nothing to flush."""


def _state() -> dict[str, Any]:
    import decimal
    import logging

    return {
        "the locale": locale.setlocale(locale.LC_ALL),
        "the recursion limit": sys.getrecursionlimit(),
        "the warning filters": list(warnings.filters),
        "the environment": dict(os.environ),
        "the working directory": os.getcwd(),  # noqa: PTH109
        "the random numbers": random.getstate(),
        "sys.path": list(sys.path),
        "the decimal context": str(decimal.getcontext()),
        "the log's handlers": list(logging.getLogger().handlers),
        "the threads": threading.active_count(),
        "the switch interval": sys.getswitchinterval(),
        "the signal handlers": [str(signal.getsignal(n)) for n in (signal.SIGINT, signal.SIGTERM)],
    }
