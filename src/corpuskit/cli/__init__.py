"""The command line: one thin module a command."""

from corpuskit.cli.main import main

__all__ = ["main"]
