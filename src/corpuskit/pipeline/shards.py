"""Shards: one output file for each input file, in several processes, resumable."""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import parent_process
from pathlib import Path
from typing import IO

import attrs

from corpuskit.model import ConfigurationError

__all__ = [
    "Shard",
    "ShardReport",
    "errors_beside",
    "pending",
    "run_shards",
    "shards_for",
    "whole_file",
]


@attrs.frozen
class Shard:
    """One input file and where its records go."""

    source: Path
    target: Path


@attrs.frozen
class ShardReport:
    """What came of one shard.

    Attributes:
        articles: how many records were written.
        errors: one line for each thing that failed; empty if nothing did.
    """

    shard: Shard
    articles: int = 0
    errors: tuple[str, ...] = ()


Work = Callable[[Shard], ShardReport]


def shards_for(files: Iterable[Path], folder: Path) -> tuple[Shard, ...]:
    """One shard a file. Targets keep the file's path; ".." in it is written "_up".

    Raises:
        ConfigurationError: if two files would be written to one place, as `a.txt` and `/a.txt`.
    """
    taken: dict[Path, Path] = {}
    for file in files:
        parts = ["_up" if part == ".." else part for part in file.parts if part != file.anchor]
        target = folder / Path(*parts).with_name(f"{file.name}.jsonl")
        if taken.setdefault(target, file) != file:
            raise ConfigurationError(
                f"{taken[target]} and {file} would both be written to {target}; "
                "give each a folder of its own"
            )
    return tuple(Shard(file, target) for target, file in taken.items())


def pending(shards: Iterable[Shard]) -> tuple[Shard, ...]:
    """Those that are not done yet: a run that was stopped goes on where it was.

    A file that could be read only in part has its errors beside its records: it is not done.
    """
    return tuple(s for s in shards if not s.target.exists() or errors_beside(s.target).exists())


def errors_beside(target: Path) -> Path:
    """Where it is said why a shard's records are not all there."""
    return target.with_name(f"{target.name}.errors")


def run_shards(shards: Sequence[Shard], work: Work, *, jobs: int) -> Iterator[ShardReport]:
    """Reports as shards are finished, in no particular order.

    Args:
        work: a picklable function; it writes the shard's target under a temporary name first
            (`whole_file`).
        jobs: how many processes.

    A worker that is killed (by the system, for want of memory) takes its pool with it. The
    shards that were lost are tried once more, each in a process of its own, and those that kill
    that one too are reported; all others are finished. Interrupted, the shards in hand are
    finished, and no others begun.
    """
    lost: list[Shard] = []
    pool = ProcessPoolExecutor(max_workers=jobs, initializer=_as_worker)
    try:
        futures = {pool.submit(work, shard): shard for shard in shards}
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                lost.append(futures[future])
    finally:  # as a context manager it would finish all that wait
        pool.shutdown(cancel_futures=True)
    for shard in sorted(lost, key=lambda shard: shard.source):
        yield _alone(shard, work)


def _alone(shard: Shard, work: Work) -> ShardReport:
    with ProcessPoolExecutor(max_workers=1, initializer=_as_worker) as pool:
        try:
            return pool.submit(work, shard).result()
        except BrokenProcessPool:
            return ShardReport(shard, errors=(f"{shard.source}: its worker process was killed",))


def _as_worker() -> None:
    """Whoever interrupts the run interrupts its parent; a worker whose parent is killed ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def whole_file(target: Path) -> Iterator[IO[bytes]]:
    """A file that appears whole or not at all: written beside its place, then renamed.

    A link stays one: its file is written. What is there already and is no file, as `/dev/stdout`
    or a named pipe, is written to as it is.

    Raises:
        IsADirectoryError: for a folder.
        OSError: where no space is left, naming the file.
    """
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
        else:
            with _renamed_at_last(target.resolve() if target.is_symlink() else target) as stream:
                yield stream
    except OSError as error:
        if error.errno == errno.ENOSPC and error.filename is None:
            error.filename = str(target)
        raise


@contextmanager
def _renamed_at_last(target: Path) -> Iterator[IO[bytes]]:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with partial.open("wb") as stream:
            yield stream
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
