"""Growth, by a clock of its own: what tells a plugin that is not linear from a busy machine."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpuskit.testing import NotApplicable, _child


class Clocked:
    """A case whose runs take what `cost` says of a text's size, and whether it was read before."""

    def __init__(self, cost: Callable[[int, bool], float]) -> None:
        self.now, self._cost = 0.0, cost
        self._read: set[int] = set()

    def grown(self) -> list[tuple[str, str]]:
        return [("brackets", "("), ("the unit '('", "(")]

    def sized(self, unit: str, size: int) -> int:
        return size * len(unit)

    def stack(self, pages: int, beside: int) -> int:
        raise NotApplicable("one text, no articles")

    def run(self, given: int) -> None:
        self.now += self._cost(given, given in self._read)
        self._read.add(given)


@pytest.fixture
def complaints(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[int, bool], float]], int]:
    monkeypatch.setattr(_child, "say", lambda data: None, raising=False)

    def of(cost: Callable[[int, bool], float]) -> int:
        case = Clocked(cost)
        monkeypatch.setattr(_child.time, "process_time", lambda: case.now)
        return len(_child._growth(case, 10))

    return of


Complaints = Callable[[Callable[[int, bool], float]], int]


def test_what_is_linear_passes(complaints: Complaints) -> None:
    assert complaints(lambda size, again: size * 1e-6) == 0


def test_what_is_quadratic_does_not(complaints: Complaints) -> None:
    assert complaints(lambda size, again: size**2 * 1e-11) == 2


def test_what_is_remembered_of_a_text_does_not_make_the_next_one_slow(
    complaints: Complaints,
) -> None:
    assert complaints(lambda size, again: 0 if again else size * 1e-6) == 0


def test_what_is_remembered_hides_nothing(complaints: Complaints) -> None:
    assert complaints(lambda size, again: 0 if again else size**2 * 1e-11) == 2


def test_what_takes_hardly_any_time_tells_nothing(complaints: Complaints) -> None:
    """A machine's own memory may take nine times as long for four times the text."""
    seen = iter([0.2])  # one pause, where the machine was busy

    def cost(size: int, again: bool) -> float:
        pause = next(seen, 0.0) if size > 500_000 else 0.0
        return 0.036 + pause if size > 500_000 else 0.004

    assert complaints(cost) == 0
