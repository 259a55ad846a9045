"""main: which command was asked for."""

from __future__ import annotations


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    raise SystemExit("no command yet")
