"""The kit on itself: each check catches its planted fault, and good plugins pass all of them."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import blind_faults
import planted_faults
import planted_faults_of_others
import pytest

from corpuskit.testing import ContractViolation, case_for, checks_for, verify

KINDS = ("extractors", "segmenters", "linkers", "readers", "exporters")
SHARED = frozenset(check.name for check in checks_for("linkers")) & frozenset(
    check.name for check in checks_for("readers")
)


def options(kind: str, module: ModuleType, cls: type) -> dict[str, Any]:
    if kind != "extractors":
        return {}
    beside = (planted_faults.Dates(),) if module is planted_faults else ()
    return {"samples": (module.SAMPLE,), "beside": beside}


def planted() -> Iterator[Any]:
    for kind in KINDS:
        for check, faults in getattr(planted_faults, kind.upper()).items():
            for fault in faults:
                yield pytest.param(kind, check, fault, id=f"{kind}-{check}-{fault.__name__}")


def one(kind: str, name: str) -> Any:
    return next(check for check in checks_for(kind) if check.name == name)


@pytest.mark.parametrize(("kind", "check", "fault"), list(planted()))
def test_each_check_catches_its_fault(
    kind: str, check: str, fault: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpuskit.testing._checks_common.SECONDS", 2.0)
    case = case_for(kind, fault(), **options(kind, planted_faults, fault))
    outcome = next(iter(verify(case, [one(kind, check)])))
    assert outcome.state == "failed", outcome


@pytest.mark.parametrize("kind", KINDS)
def test_each_check_has_a_fault(kind: str) -> None:
    names = {check.name for check in checks_for(kind)}
    own = set(getattr(planted_faults, kind.upper()))
    assert own <= names
    # what all share is planted among the extractors; registering in test_kit_registration.py
    assert names - own <= set(planted_faults.EXTRACTORS) | {"light_registration"}


@pytest.mark.parametrize(
    ("kind", "good", "module"),
    [
        ("extractors", planted_faults.Good, planted_faults),
        ("segmenters", planted_faults_of_others.GoodSegmenter, planted_faults),
        ("linkers", planted_faults_of_others.GoodLinker, planted_faults),
        ("readers", planted_faults_of_others.GoodReader, planted_faults),
        ("exporters", planted_faults_of_others.GoodExporter, planted_faults),
        ("extractors", blind_faults.Good, blind_faults),
    ],
)
def test_good_plugins_pass(kind: str, good: type, module: ModuleType) -> None:
    case = case_for(kind, good(), **options(kind, module, good))
    failed = [o for o in verify(case, checks_for(kind)) if o.state == "failed"]
    assert not failed


BLIND = [
    pytest.param(kind, fault, id=fault.__name__)
    for kind in KINDS
    for fault in getattr(blind_faults, kind.upper())
]


@pytest.mark.parametrize(("kind", "fault"), BLIND)
def test_faults_written_blind_are_caught(
    kind: str, fault: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpuskit.testing._case.TOO_LONG", 3)
    monkeypatch.setattr("corpuskit.testing._checks_common.SECONDS", 3.0)
    case = case_for(kind, fault(), **options(kind, blind_faults, fault))
    # the first failure is enough: the slow ones would be tried to the end
    assert any(outcome.state == "failed" for outcome in verify(case, checks_for(kind)))


def test_an_exempt_check_is_not_run_and_says_why() -> None:
    class Excused(planted_faults.Nameless):
        exempt = {"names_its_rule": "it has only one"}

    case = case_for("extractors", Excused(), samples=(planted_faults.SAMPLE,))
    outcome = next(iter(verify(case, [one("extractors", "names_its_rule")])))
    assert (outcome.state, outcome.message) == ("exempt", "it has only one")


def test_what_only_its_author_knows_to_be_hard_is_a_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpuskit.testing._checks_common.SECONDS", 2.0)
    linear, slow = one("extractors", "linear_time"), planted_faults.SlowOnTowns()
    given = options("extractors", planted_faults, planted_faults.SlowOnTowns)
    linear.run(case_for("extractors", slow, **given))
    with pytest.raises(ContractViolation, match="the unit 'in the town of '"):
        linear.run(case_for("extractors", slow, units=("in the town of ",), **given))


def test_violations_name_what_to_do() -> None:
    case = case_for("extractors", planted_faults.Nameless(), samples=(planted_faults.SAMPLE,))
    with pytest.raises(ContractViolation, match="Provenance"):
        one("extractors", "names_its_rule").run(case)
