"""main: which command was asked for; the command's module is imported only then."""

from __future__ import annotations

import argparse
import importlib
import io
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from corpuskit.pipeline import SetAside

__all__ = ["COMMANDS", "main"]

COMMANDS = (
    "extract",
    "demo",
    "view",
    "link",
    "export",
    "explain",
    "plugins",
    "check",
    "new",
)
"""The core's commands, in the order of `--help`; each is a module of that name in this package."""

USAGE_ERROR = 2
INTERRUPTED = 130


class CommandModule(Protocol):
    """What a module of this package has."""

    NAME: str
    HELP: str

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Run; returns the exit status."""


class _Command(NamedTuple):
    name: str
    help: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(argv: list[str] | None = None) -> int:
    """Run a command.

    Returns the exit status: 0 all is well, 1 something failed and is named on standard error,
    2 the call itself, or a configuration, was wrong, 130 somebody interrupted it.
    """
    argv = sys.argv[1:] if argv is None else argv
    if isinstance(sys.stdout, io.TextIOWrapper):  # what is for people to read ends no run
        sys.stdout.reconfigure(errors="replace")
    name = argv[0] if argv else ""
    if name in ("--version", "-V"):
        from importlib import metadata

        print(f"corpuskit {metadata.version('corpuskit-core')}")
        return 0
    from corpuskit.cli.wording import error_in_words
    from corpuskit.model import ConfigurationError, CorpuskitError

    try:
        return _called(name, argv[1:])
    except BrokenPipeError:  # somebody closed the pipe, as `| head` does
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print(f"corpuskit {name}: interrupted", file=sys.stderr)
        return INTERRUPTED
    except (CorpuskitError, OSError) as error:
        print(f"corpuskit {name}: {error_in_words(error)}", file=sys.stderr)
        return USAGE_ERROR if isinstance(error, ConfigurationError) else 1


def _called(name: str, argv: list[str]) -> int:
    if name in ("", "-h", "--help", "help"):
        print(_help())
        return 0 if name else USAGE_ERROR
    command = _command(name)
    if command is None:
        print(f"corpuskit: no command {name!r}; try corpuskit --help", file=sys.stderr)
        return USAGE_ERROR
    parser = argparse.ArgumentParser(prog=f"corpuskit {name}", description=command.help)
    command.configure(parser)
    return command.run(parser.parse_args(_with_denials(argv)))


def _with_denials(argv: list[str]) -> list[str]:
    """`--plugins -quotes` as `--plugins=-quotes`: argparse takes a leading minus for an option."""
    given: list[str] = []
    for word in argv:
        if given and given[-1] == "--plugins" and word.startswith("-"):
            given[-1] = f"--plugins={word}"
        else:
            given.append(word)
    return given


def _command(name: str) -> _Command | None:
    if name in COMMANDS:
        return _built_in(name)
    found, disputed = _from_plugins()
    if name in disputed:
        print(f"corpuskit: {disputed[name].reason}", file=sys.stderr)
    return found.get(name)


def _built_in(name: str) -> _Command:
    module = cast(CommandModule, importlib.import_module(f"corpuskit.cli.{name}"))
    return _Command(module.NAME, module.HELP, module.configure, module.run)


def _from_plugins() -> tuple[dict[str, _Command], dict[str, SetAside]]:
    from corpuskit.contract import discover
    from corpuskit.pipeline import choose_by_key

    chosen, disputed, _ = choose_by_key("commands", discover().parts("commands"))
    parts = {name: part.object for name, part in chosen.items() if name not in COMMANDS}
    return {name: _Command(name, p.help, p.configure, p) for name, p in parts.items()}, disputed


def _help() -> str:
    commands = [_built_in(name) for name in COMMANDS]
    commands += _from_plugins()[0].values()
    width = max(len(command.name) for command in commands)
    rows = "\n".join(f"  {c.name:<{width}}  {c.help}" for c in commands)
    return (
        "usage: corpuskit COMMAND …\n\n"
        "News text, as it is really found, into structured records that can be checked.\n\n"
        f"{rows}\n\ncorpuskit COMMAND --help tells more; corpuskit --version the version."
    )
