"""Child: the other interpreter's side of `_isolated`; reads one task, writes one reply."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import itertools
import json
import os
import pickle
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from corpuskit.testing._limits import TooSlow, limited
from corpuskit.testing._raised import raised

__all__: list[str] = []


def main() -> None:
    """Run one task; whatever the plugin prints goes to stderr."""
    reply = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    message = pickle.loads(sys.stdin.buffer.read())
    sys.path[:] = message["path"]
    global say
    say = lambda data: print(json.dumps(data), file=reply, flush=True)  # noqa: E731
    task = TASKS[message["task"]]
    if message["task"] == "register":
        say({"result": task(*message["args"])})
        return
    for name, file in message["modules"].items():
        _load(name, file)
    from corpuskit.testing._case import ContractViolation

    try:
        say({"result": task(pickle.loads(message["case"]), *message["args"])})
    except (Exception, SystemExit) as error:
        if isinstance(error, ContractViolation):
            say({"violation": str(error)})
        else:
            say({"violation": raised(error)})


say: Callable[[Any], None] = print


def _load(name: str, file: str) -> None:
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)


def _fingerprints(case: Any) -> list[str]:
    return [case.run(given) for _, given in case.inputs()]


def _hostile(case: Any, seconds: float) -> list[str]:
    """Complaints: what was raised, or took too long."""
    complaints = []
    for name, given in case.hostile():
        say({"at": name})
        try:
            with limited(seconds):
                case.run(given)
        except TooSlow:
            complaints.append(f"{name}: not done after {seconds:.0f} s of CPU time")
        except BaseException as error:
            complaints.append(f"{name}: {raised(error)}")
    return complaints


def _growth(case: Any, seconds: float) -> list[str]:
    """Complaints: units of which four times as many took eight times as long, or more."""
    complaints = []
    for name, unit in case.grown():
        say({"at": name})
        try:
            complaint = _grown(case, unit, seconds)
        except Exception as error:
            complaint = raised(error)
        if complaint:
            complaints.append(f"{name}: {complaint}")
        if len(complaints) == ENOUGH:
            return complaints
    return [*complaints, *_reaching(case, seconds)]


def _reaching(case: Any, seconds: float) -> list[str]:
    """A complaint, if articles take longer where their source holds much that is in none."""
    from corpuskit.testing._case import NotApplicable

    say({"at": "many articles of one source"})
    turns = itertools.count()

    def cost(beside: int) -> float:
        """Of all pages but one: without what is done once for a source."""
        first = _taken(case, case.stack(1, beside + next(turns)))
        return _taken(case, case.stack(PAGES, beside + next(turns))) - first

    try:
        with limited(8 * seconds):
            case.run(case.stack(1, 0))  # what it reads once is read now
            alone, beside = cost(0), cost(FAR)
            if beside > 1.5 * alone + TELLING:
                alone, beside = (min(cost(size) for _ in range(3)) for size in (0, FAR))
    except NotApplicable:
        return []
    except TooSlow:
        return [f"{PAGES} articles beside {FAR:,} characters took over {8 * seconds:.0f} s"]
    except Exception as error:
        return [f"many articles of one source: {raised(error)}"]
    if beside <= 1.5 * alone + TELLING:
        return []
    return [
        f"{PAGES} articles took {alone:.3f} s, and {beside:.3f} s where their source has {FAR:,} "
        "characters more: it reads more than the article that it is given"
    ]


def _grown(case: Any, unit: str, seconds: float) -> str:
    size, small, turns = 2_000, None, itertools.count()
    while size <= 600_000:
        try:
            with limited(seconds):
                large = _cost(case, unit, size, turns)
        except TooSlow:
            return f"size {size:,} took over {seconds:.0f} s"
        if small is not None and large > TELLING:
            if large > 8 * small and _confirmed(case, unit, size, turns, seconds):
                return (
                    f"size {size // 4:,} took {small:.3f} s, {size:,} took {large:.3f} s: "
                    f"{large / small:.1f} times the time for four times the size"
                )
            return ""
        small, size = large, size * 4
    return ""


def _confirmed(case: Any, unit: str, size: int, turns: Iterator[int], seconds: float) -> bool:
    """Measured again, with the best of several runs: a busy machine is no fault of the plugin."""
    try:
        with limited(8 * seconds):
            small = min(_cost(case, unit, size // 4, turns) for _ in range(4))
            large = min(_cost(case, unit, size, turns) for _ in range(3))
    except TooSlow:
        return True
    return large > max(8 * small, TELLING)


def _cost(case: Any, unit: str, size: int, turns: Iterator[int]) -> float:
    """Each turn takes a text of its own: what a plugin remembers of another tells nothing."""
    return _taken(case, case.sized(unit, size + next(turns) * len(unit)))


def _taken(case: Any, given: Any) -> float:
    """Seconds without the garbage collector, which walks over all that a long text makes again."""
    gc.disable()
    try:
        start = time.process_time()
        case.run(given)
        return time.process_time() - start
    finally:
        gc.enable()


def _watched(case: Any) -> list[str]:
    from corpuskit.testing._watch import Watch

    watch = Watch()
    case.prepare()
    if case.kind == "reader":  # only the call itself: the kit writes the files
        case = attrs.evolve(case, around=watch)
        for _, given in case.inputs():
            watch.files = str(tempfile.gettempdir())
            case.run(given)
        return watch.complaints
    for _, given in case.inputs():
        with watch:
            case.run(given)
    return watch.complaints


def _traces(case: Any) -> list[str]:
    from corpuskit.testing._watch import traces

    return traces(lambda: [case.run(given) for _, given in case.inputs()])


def _register(modules: list[str], declared: list[str]) -> dict[str, list[str]]:
    """Modules and files that registering takes, beyond corpuskit's own and the declared ones'."""
    import corpuskit  # noqa: F401
    from corpuskit.contract import HOOKS
    from corpuskit.testing._watch import FileWatch

    for name in declared:  # with all that it takes in turn
        importlib.import_module(name)
    before = set(sys.modules)
    with FileWatch() as files:
        for name in modules:
            module = importlib.import_module(name)
            for hook in HOOKS:
                if hasattr(module, hook):
                    list(getattr(module, hook)())
    return {"modules": sorted(set(sys.modules) - before), "files": files.opened}


TELLING = 0.1
"""Seconds; of less the clock and the machine's own memory have too great a part."""

PAGES, FAR = 200, 2_000_000
"""Articles of one source, and characters of it that are in none of them."""

ENOUGH = 3
"""Complaints of one kind; more would only cost time."""

TASKS: dict[str, Callable[..., Any]] = {
    "fingerprints": _fingerprints,
    "growth": _growth,
    "hostile": _hostile,
    "register": _register,
    "traces": _traces,
    "watched": _watched,
}

if __name__ == "__main__":
    main()
