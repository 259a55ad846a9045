"""plugins: what is installed, what it brings, in which order it runs, and why one does not."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpuskit.cli.options import registry_of
from corpuskit.contract import Part, Plugin
from corpuskit.pipeline import KEYED_KINDS, Pipeline, SetAside, choose_by_key, choose_one

NAME = "plugins"
HELP = "list installed plugins, what they bring, and why one does not run"

LAYER_KINDS = ("provides", "requires", "uses")

OPEN_KINDS = ("extractors", "segmenters", "linkers", "readers", "exporters")
"""Kinds whose options are shown: the fields of a policy are its codebook."""


def configure(parser: argparse.ArgumentParser) -> None:
    """How to list, and by which configuration."""
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--tree", action="store_true", help="which extractor requires which")
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="in place of the nearest corpuskit.toml"
    )


def run(args: argparse.Namespace) -> int:
    """0, or 1 if a plugin could not be loaded or was set aside for a fault."""
    rows = list(listing(args.config))
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif args.tree:
        print(*_tree(rows), sep="\n")
    else:
        print(*_table(rows), sep="\n")
    return int(any(row["state"] == "failed" for row in rows))


def listing(config: Path | None = None) -> Iterator[dict[str, Any]]:
    """One row a plugin, as plain data."""
    _, registry = registry_of(None, config)
    pipeline = Pipeline.installed(registry=registry)
    order = {id(step.object): n for n, step in enumerate(pipeline.plan.steps, 1)}
    gone = [*pipeline.aside, *choose_one(registry.parts("linkers"), lenient=True)[1]]
    for kind in KEYED_KINDS:
        gone += choose_by_key(kind, registry.parts(kind))[2]
    aside = {id(one.part.object): one for one in gone}
    for plugin in registry.plugins:
        yield _row(plugin, order, aside)


def _row(plugin: Plugin, order: dict[int, int], aside: dict[int, SetAside]) -> dict[str, Any]:
    parts = [_part(part, order, aside.get(id(part.object))) for part in plugin.parts]
    faults = [p["reason"] for p in parts if p["state"] == "set aside" and not p["replaced"]]
    return {
        "distribution": plugin.distribution,
        "version": plugin.version,
        "entry_point": plugin.entry_point,
        "module": plugin.module,
        "state": "failed" if faults else plugin.state,
        "reason": plugin.reason or "; ".join(dict.fromkeys(faults)),
        "parts": parts,
    }


def _part(part: Part, order: dict[int, int], aside: SetAside | None) -> dict[str, Any]:
    subject = part.object
    row: dict[str, Any] = {"kind": part.kind.removesuffix("s"), "name": _name(part)}
    if part.kind == "policies":
        row["kind"] = "policy"
    if part.kind == "extractors":
        for kind in LAYER_KINDS:
            row[kind] = [layer.__name__ for layer in getattr(subject, kind, ())]
        row["order"] = order.get(id(subject))
    if part.kind == "readers":
        row["suffixes"] = list(subject.suffixes)
    if part.kind in OPEN_KINDS:
        options = {key: repr(getattr(subject, f.name)) for key, f in part.options.items()}
        row["options"] = dict(sorted(options.items()))
    row["replaces"] = list(getattr(subject, "replaces", ()))
    row["state"] = "set aside" if aside else "active"
    row["replaced"] = aside is not None and not aside.fault
    row["reason"] = aside.reason if aside else ""
    row["exempt"] = dict(getattr(subject, "exempt", {}))
    return row


def _name(part: Part) -> str:
    return str(getattr(part.object, "name", type(part.object).__name__))


def _table(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield f"{row['distribution']} {row['version']}  {row['state']}{_because(row['reason'])}"
        for part in row["parts"]:
            yield "    " + _line(part)
            for check, reason in part["exempt"].items():
                yield f"        exempt from {check}: {reason}"
    if not rows:
        yield "no plugins are installed; corpuskit-news brings the first-party ones"


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""


def _line(part: dict[str, Any]) -> str:
    pieces = [f"{part['kind']} {part['name']}"]
    if part.get("order"):
        pieces.append(f"runs as number {part['order']}")
    for kind in LAYER_KINDS:
        if part.get(kind):
            pieces.append(f"{kind} {', '.join(part[kind])}")
    if part.get("suffixes"):
        pieces.append(f"reads {', '.join(part['suffixes'])}")
    if part.get("options"):
        pieces.append(f"options {', '.join(part['options'])}")
    if part["replaces"]:
        pieces.append(f"replaces {', '.join(part['replaces'])}")
    if part["reason"]:
        pieces.append(f"not run: {part['reason']}")
    return "; ".join(pieces)


def _tree(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Each extractor in the order of the plan, with what it waits for below it."""
    parts = [p for row in rows for p in row["parts"] if p.get("order")]
    parts.sort(key=lambda part: int(part["order"]))
    provider = {layer: part["name"] for part in parts for layer in part["provides"]}
    for part in parts:
        yield f"{part['order']}. {part['name']} -> {', '.join(part['provides'])}"
        waits = [(layer, "requires") for layer in part["requires"]]
        waits += [(layer, "uses") for layer in part["uses"]]
        for layer, how in waits:
            yield f"      {how} {layer}, from {provider.get(layer, 'nobody')}"
