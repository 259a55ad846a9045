"""check: the conformance kit from the command line, as a table that a person understands."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from corpuskit.cli.wording import many
from corpuskit.contract import PROJECT, Part, Plugin, Selection, discover
from corpuskit.model import ConfigurationError, PlanError, Source

NAME = "check"
HELP = "run the conformance kit on a plugin and say what it does wrong"

MARKS = {"passed": "ok", "failed": "FAILED", "exempt": "exempt", "not applicable": "-"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Which plugin, on which texts."""
    parser.add_argument(
        "plugin",
        metavar="MODULE_OR_DISTRIBUTION",
        help="an installed distribution or entry point, a plugin module, or module:object",
    )
    parser.add_argument(
        "--sample",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a text in which it finds something, beside the kit's own; may be repeated",
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="CHECK", help="just this check"
    )
    parser.add_argument("--json", action="store_true", help="as JSON lines")


def run(args: argparse.Namespace) -> int:
    """0 if all checks pass, 1 if one fails or the plugin cannot be loaded, 2 if there is none."""
    from corpuskit.testing import case_for, checks_for, verify

    failed = tried = 0
    for part in parts_of(args.plugin):
        checks = [c for c in checks_for(part.kind) if not args.only or c.name in args.only]
        if not checks:
            continue
        if not args.json:
            print(f"{part.kind.removesuffix('s')} {_name(part)} of {part.plugin} {part.version}")
        case = case_for(part.kind, part.object, **_samples(part, args.sample))
        for outcome in verify(case, checks):
            tried += 1
            failed += outcome.state == "failed"
            if args.json:
                row = {"part": _name(part), "check": outcome.check.name, "state": outcome.state}
                print(json.dumps({**row, "message": outcome.message}, ensure_ascii=False))
            else:
                print(*_lines(outcome), sep="\n", flush=True)
    if not tried:
        raise ConfigurationError(
            f"{args.plugin} has nothing that the kit knows a check for"
            + (f" named {', '.join(args.only)}" if args.only else "")
        )
    if not args.json:
        print("all is well" if not failed else f"{many(failed, 'check')} failed")
    return int(failed > 0)


def _lines(outcome: Any) -> Iterator[str]:
    check = outcome.check
    yield f"  {MARKS[outcome.state]:<7} {check.name:<25} {check.about}"
    if outcome.message:
        yield f"          {outcome.message}"


def _name(part: Part) -> str:
    return str(getattr(part.object, "name", type(part.object).__name__))


def _samples(part: Part, files: list[Path]) -> dict[str, Any]:
    if part.kind not in ("extractors", "segmenters"):
        return {}
    return {"samples": [Source.from_path(file).raw for file in files]}


def parts_of(name: str) -> list[Part]:
    """What a distribution, entry point, module or `module:object` brings.

    Raises:
        ConfigurationError: if there is none of that name.
        PlanError: if it cannot be loaded, or brings nothing.
    """
    plugins = discover(Selection.of([name])).plugins
    mine = [plugin for plugin in plugins if plugin.state != "disabled"]
    if mine:
        return _loaded(mine)
    module, _, attribute = name.partition(":")
    with _here():
        if not _exists(module):
            known = ", ".join(sorted(plugin.distribution for plugin in plugins)) or "none"
            raise ConfigurationError(f"no plugin or module {module!r}; installed are: {known}")
        if attribute:
            return [_single(module, attribute)]
        entry = metadata.EntryPoint(module, module, PROJECT)
        return _loaded(discover(Selection(), entry_points=lambda: [entry]).plugins)


def _loaded(plugins: Any) -> list[Part]:
    found: list[Plugin] = list(plugins)
    for plugin in found:
        if plugin.state == "failed":
            raise PlanError(
                f"{plugin.distribution} {plugin.version} cannot be loaded: {plugin.reason}"
            )
    parts = [part for plugin in found for part in plugin.parts]
    if not parts:
        raise PlanError("; ".join(f"{p.module} {p.reason}{_elsewhere(p.module)}" for p in found))
    return parts


def _elsewhere(module: str) -> str:
    """Where a package keeps its registration, as `corpuskit new` and the first-party ones do."""
    return f"; try {module}.plugin" if _exists(f"{module}.plugin") else ""


def _exists(module: str) -> bool:
    try:
        names = module.split(".")
        return all(map(str.isidentifier, names)) and importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _single(module: str, attribute: str) -> Part:
    kinds = (("provides", "extractors"), ("link", "linkers"), ("suffixes", "readers"))
    try:
        subject = getattr(importlib.import_module(module), attribute)
        subject = subject() if isinstance(subject, type) else subject
    except Exception as error:
        raise PlanError(
            f"{module}:{attribute} cannot be loaded: {type(error).__name__}: {error}"
        ) from error
    more = (*kinds, ("suffix", "exporters"))
    kind = next((kind for name, kind in more if hasattr(subject, name)), "segmenters")
    return Part(kind, subject, module.partition(".")[0], str(getattr(subject, "version", "0")))


@contextlib.contextmanager
def _here() -> Iterator[None]:
    """Modules of the current folder can be named, as with `python -m`."""
    folder = os.getcwd()  # noqa: PTH109
    sys.path.insert(0, folder)
    yield
