"""Checks that every kind of plugin object must pass: same again, alone, and fast enough."""

from __future__ import annotations

import copy
import functools
import gc
import pickle
import re
import sys
import threading
import time
from collections.abc import Callable, Sequence
from importlib import metadata
from typing import Any

import attrs

from corpuskit.testing._case import Case, Check, ContractViolation, NotApplicable
from corpuskit.testing._isolated import in_child
from corpuskit.testing._raised import raised

__all__ = ["COMMON_CHECKS", "LIGHT", "NAME", "fail", "fresh", "own_modules"]

NAME = re.compile(r"[a-z][a-z0-9_.-]*\Z")
LIGHT = frozenset(["corpuskit", "attr", "attrs", "pluggy"])
MANY = 60
"""Modules of the standard library that registering may load on top of corpuskit's own."""
THREAD_ROUNDS = 40
"""How often four threads are let loose, unless three seconds are over."""
SECONDS = 10.0
"""CPU time that one hostile text may take."""


def fail(message: str) -> None:
    """Say that the contract is broken."""
    raise ContractViolation(message)


def fresh(case: Case) -> Case:
    """The same case with a subject that has not been used yet (by pickling, or a deep copy)."""
    try:
        return attrs.evolve(case, subject=pickle.loads(pickle.dumps(case.subject)))
    except Exception:
        return attrs.evolve(case, subject=copy.deepcopy(case.subject))


def differ(what: str, first: str, second: str) -> None:
    """Raise if two texts differ, showing where."""
    if first != second:
        at = next(
            (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
            min(len(first), len(second)),
        )
        low = max(0, at - 40)
        fail(f"{what}: …{first[low : at + 40]}… became …{second[low : at + 40]}…")


def declared(case: Case) -> None:
    """Names and exemptions."""
    subject = case.subject
    name = getattr(subject, "name", None)
    if not isinstance(name, str) or not NAME.match(name):
        fail(f"name is {name!r}; give one of lower-case letters, digits and hyphens")
    replaces = getattr(subject, "replaces", ())
    if not isinstance(replaces, tuple) or not all(isinstance(r, str) for r in replaces):
        fail(f"replaces is {replaces!r}; give a tuple of names: ('dates',)")
    if name in replaces:
        fail("replaces itself: the one it stands in for has the same name; give it another")
    if isinstance(subject, type):
        fail(f"is the class {subject.__name__}; give an object: {subject.__name__}()")


def same_twice(case: Case) -> None:
    """The same object, the same input, again."""
    for label, given in case.inputs():
        differ(f"{label}: a second run differs", case.run(given), case.run(given))


def same_in_any_order(case: Case) -> None:
    """What came before must not show."""
    inputs = [(label, given) for label, given in case.inputs()]
    if len(inputs) < 2:
        inputs = inputs + [(label, given) for label, given in case.hostile()[:3]]
    alone = [fresh(case).run(given) for _, given in inputs]
    for order in (inputs, inputs[::-1]):
        used = fresh(case)
        for label, given in order:
            index = [name for name, _ in inputs].index(label)
            differ(f"{label}: differs after other inputs", alone[index], used.run(given))


def same_elsewhere(case: Case) -> None:
    """Other processes with other hash seeds, time zones, directories and languages."""
    here = [case.run(given) for _, given in case.inputs()]
    for environment in (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "HOME": "/nowhere", "USER": "nobody"},
    ):
        there = in_child("fingerprints", case, environment=environment)
        for (label, _), first, second in zip(case.inputs(), here, there, strict=True):
            differ(f"{label}: differs in another process ({environment})", first, second)


def same_in_threads(case: Case) -> None:
    """One object, many threads, which are made to take turns within each other's calls."""
    inputs = case.inputs()[:4]
    expected = [case.run(given) for _, given in inputs]
    wrong: list[str] = []

    def work(order: Sequence[int], turns: int) -> None:
        sys.setprofile(_Turns(turns))  # a profile is one thread's own
        try:
            for index in order:
                if not wrong and case.run(inputs[index][1]) != expected[index]:
                    wrong.append(f"{inputs[index][0]} differs")
        except Exception as error:
            wrong.append(raised(error))
        finally:
            sys.setprofile(None)

    start = time.monotonic()
    for round_ in range(THREAD_ROUNDS):
        orders = [list(range(len(inputs))), list(range(len(inputs)))[::-1]] * 2
        threads = [
            threading.Thread(target=work, args=(order, 3 + n + round_))
            for n, order in enumerate(orders)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if wrong or time.monotonic() - start > 3:
            break
    if wrong:
        fail(f"with four threads at once: {wrong[0]}; keep nothing on the object while it runs")


class _Turns:
    """Lets another thread run at every so many calls and returns."""

    def __init__(self, every: int) -> None:
        self.every, self.count = every, 0

    def __call__(self, *_: object) -> None:
        self.count += 1
        if self.count % self.every == 0:
            time.sleep(0)


def nothing_mutated(case: Case) -> None:
    """What is handed in comes back as it was."""
    for label, given in case.inputs():
        before = case.seen(given)
        case.run(given)
        differ(f"{label}: the input was changed", before, case.seen(given))


def nothing_kept(case: Case) -> None:
    """A second round over other inputs leaves the object and its modules as large as the first."""
    used = fresh(case)
    for _ in range(2):
        for _, given in used.inputs():
            used.run(given)
    before = _weights(used.subject)
    for _, given in (*used.hostile()[:12], *used.inputs()):
        try:
            used.run(given)
        except Exception:
            continue
    middle = _weights(used.subject)
    for round_ in (1, 2):
        for unit in ("Two people were killed in Mirsk. ", "On Monday nobody spoke of it. "):
            try:
                used.run(used.sized(unit, 400 * round_))
            except (Exception, NotApplicable):
                continue
    gc.collect()
    after = _weights(used.subject)
    grown = sorted(k for k, v in after.items() if v > middle.get(k, v) and v > before.get(k, v))
    if grown:
        fail(f"keeps something between calls: {', '.join(grown)} grew with the number of texts")


def pickles(case: Case) -> None:
    """It goes to other processes."""
    try:
        there = pickle.loads(pickle.dumps(case.subject))
    except Exception as error:
        fail(
            f"does not pickle ({type(error).__name__}: {error}); hold no lambda, lock or open file"
        )
    for label, given in case.inputs()[:2]:
        moved = attrs.evolve(case, subject=there).run(given)
        differ(f"{label}: differs after pickling", case.run(given), moved)


def hostile_inputs(case: Case) -> None:
    """It bears what the kit has."""
    complaints = in_child("hostile", case, SECONDS)
    if complaints:
        fail("; ".join(complaints[:4]))


def linear_time(case: Case) -> None:
    """Four times the text in less than eight times the time."""
    case.grown()  # not applicable where nothing can be grown
    complaints = in_child("growth", case, SECONDS)
    if complaints:
        fail("; ".join(complaints[:4]))


def no_outside_world(case: Case) -> None:
    """A result depends on the text alone."""
    complaints = in_child("watched", case)
    if complaints:
        fail("; ".join(complaints[:4]))


def leaves_no_trace(case: Case) -> None:
    """The process is not the plugin's."""
    changed = in_child("traces", case)
    if changed:
        fail(f"changes {', '.join(changed)} of the process")


def light_registration(case: Case) -> None:
    """Registering imports the plugin's own package and what it declares."""
    modules = own_modules(case.subject)
    if not modules:
        raise NotApplicable("no installed distribution registers this object")
    heavy = list(getattr(case.subject, "registration_imports", ()))
    found = in_child("register", None, modules, heavy)
    own = {name.partition(".")[0] for name in modules}
    allowed = LIGHT | own | set(heavy)
    tops = {name.partition(".")[0] for name in found["modules"]}
    foreign = sorted(t for t in tops - allowed - sys.stdlib_module_names if not t.startswith("_"))
    if foreign:
        fail(
            f"registering imports {', '.join(foreign)}; import it inside the method that needs it, "
            "or name it in `registration_imports`"
        )
    library = [m for m in found["modules"] if m.partition(".")[0] in sys.stdlib_module_names]
    if len(library) > MANY:
        fail(f"registering imports {len(library)} modules of the standard library: {library[:8]}…")
    if found["files"]:
        fail(f"registering opens {found['files'][:3]}; load data on first use")


def own_modules(subject: object) -> list[str]:
    """Entry point modules of the distribution that an object belongs to."""
    top = type(subject).__module__.partition(".")[0]
    return sorted(
        {
            entry.module
            for entry in metadata.entry_points(group="corpuskit")
            if entry.module.partition(".")[0] == top
        }
    )


def _weights(subject: object) -> dict[str, int]:
    """How much the object's attributes, its package's globals and its caches hold."""
    weights: dict[str, int] = {}
    for name, value in _attributes(subject):
        weights[f"self.{name}"] = _deep_size(value)
    top = type(subject).__module__.partition(".")[0]
    for module_name, module in sorted(sys.modules.items()):
        if module_name == type(subject).__module__ or module_name.partition(".")[0] == top:
            for name, value in list(getattr(module, "__dict__", {}).items()):
                if isinstance(value, list | dict | set) and not name.startswith("__"):
                    weights[f"{module_name}.{name}"] = len(value)
                elif isinstance(value, functools._lru_cache_wrapper):
                    info = value.cache_info()
                    if info.maxsize is None:
                        weights[f"the unbounded cache of {module_name}.{name}"] = info.currsize
    for cls in type(subject).__mro__:
        for name, value in vars(cls).items():
            if isinstance(value, list | dict | set) and not name.startswith("__"):
                weights[f"{cls.__name__}.{name}"] = len(value)
    return weights


def _attributes(subject: object) -> list[tuple[str, Any]]:
    names = list(getattr(subject, "__dict__", {}))
    for cls in type(subject).__mro__:
        slots = vars(cls).get("__slots__", ())
        names += [slots] if isinstance(slots, str) else list(slots)
    found = []
    for name in names:
        if name not in ("__dict__", "__weakref__") and hasattr(subject, name):
            found.append((name, getattr(subject, name)))
    return found


def _deep_size(value: Any) -> int:
    """How many objects hang on a value, not counting code and classes."""
    seen: set[int] = set()
    queue, count = [value], 0
    while queue and count < 200_000:
        item = queue.pop()
        if id(item) in seen or isinstance(item, type | Callable | type(sys)):
            continue
        seen.add(id(item))
        count += 1 + (len(item) // 64 if isinstance(item, str | bytes) else 0)
        queue += gc.get_referents(item)
    return count


COMMON_CHECKS: tuple[Check, ...] = (
    Check("same_twice", "the same result twice", same_twice),
    Check("same_in_any_order", "the same result after any other input", same_in_any_order),
    Check("same_elsewhere", "the same in another process, hash seed, time zone", same_elsewhere),
    Check("same_in_threads", "the same in several threads at once", same_in_threads),
    Check("nothing_mutated", "nothing that it is handed is changed", nothing_mutated),
    Check("nothing_kept", "nothing is kept between inputs", nothing_kept),
    Check("pickles", "it pickles and works the same after it", pickles),
    Check("no_outside_world", "no clock, chance, network, file, environment", no_outside_world),
    Check("leaves_no_trace", "the process is left as it was, nothing printed", leaves_no_trace),
    Check("light_registration", "registering imports no more than declared", light_registration),
    Check("hostile_inputs", "hostile inputs raise nothing and end soon", hostile_inputs),
    Check("linear_time", "four times the input in under eight times the time", linear_time),
)
