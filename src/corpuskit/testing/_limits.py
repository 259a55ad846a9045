"""Limits: how much CPU time one call of a plugin may take before it is called off."""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["TooSlow", "limited"]


AGAIN = 0.05
"""Seconds of CPU after which a limit that could not be raised is raised again."""


class TooSlow(BaseException):
    """The limit was reached. No Exception: a plugin that catches those must not swallow it."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises TooSlow inside after so much CPU time of the process (patterns at work included).

    Without the timer (Windows) or off the main thread there is no limit.
    """

    def stop(_: int, frame: FrameType | None) -> None:
        if _collecting(frame):
            signal.setitimer(signal.ITIMER_PROF, AGAIN)
            return
        raise TooSlow

    main = threading.current_thread() is threading.main_thread()
    if not hasattr(signal, "ITIMER_PROF") or not main:
        yield
        return
    before = signal.signal(signal.SIGPROF, stop)
    outer, _ = signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        signal.setitimer(signal.ITIMER_PROF, outer)  # the limit around this one goes on


def _collecting(frame: FrameType | None) -> bool:
    """Whether a callback of the garbage collector runs: what is raised there is swallowed."""
    codes = {getattr(callback, "__code__", None) for callback in gc.callbacks}
    while frame is not None:
        if frame.f_code in codes:
            return True
        frame = frame.f_back
    return False
