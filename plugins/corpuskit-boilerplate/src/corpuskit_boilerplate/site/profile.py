"""Profile: which lines a site prints on every page, learnt from many pages of it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import attrs

from corpuskit import ConfigurationError
from corpuskit.scan import fold, legible, lines
from corpuskit_boilerplate.lexicon import stripped

__all__ = ["SCHEMA", "Profile", "learn_profile", "shape"]

SCHEMA = "corpuskit.profile/1"
_FIGURES = re.compile(r"\d+")


def shape(key: str) -> str:
    """What of a line recurs: its stripped, folded text with every figure as 0."""
    return _FIGURES.sub("0", key)


@attrs.frozen
class Profile:
    """A site's template.

    Attributes:
        documents: how many pages it was learnt from.
        lines: shape of a line to the number of pages that have it.
    """

    documents: int
    lines: dict[str, int] = attrs.field(factory=dict, hash=False)

    def __contains__(self, found: object) -> bool:
        return found in self.lines

    def dumps(self) -> str:
        """As JSON, the same bytes for the same pages: by count, then by text."""
        rows = sorted(self.lines.items(), key=lambda row: (-row[1], row[0]))
        data = {"schema": SCHEMA, "documents": self.documents, "lines": dict(rows)}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def load(cls, path: str | Path) -> Profile:
        """Read what `corpuskit learn` wrote.

        Raises:
            ConfigurationError: naming the file, if it cannot be read or is no profile.
        """
        try:
            data = json.loads(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", None) or error
            raise ConfigurationError(f"no profile: {said}", file=str(path)) from error
        if not isinstance(data, dict) or data.get("schema") != SCHEMA:
            raise ConfigurationError(f"no {SCHEMA}; corpuskit learn writes one", file=str(path))
        found, count = data.get("lines"), data.get("documents")
        if not isinstance(count, int) or not isinstance(found, dict):
            raise ConfigurationError("lacks documents or lines", file=str(path))
        return cls(count, {str(line): int(times) for line, times in found.items()})


def learn_profile(texts: Iterable[str], *, share: float = 0.3) -> Profile:
    """The lines that stand on at least `share` of `texts`, and on two of them.

    Args:
        texts: pages of one site, each once; their order does not matter.
        share: of the pages, more than 0 and at most 1.

    Raises:
        ConfigurationError: for a share out of range or fewer than two texts.
    """
    if not 0 < share <= 1:
        raise ConfigurationError(f"share must be more than 0 and at most 1, not {share}")
    pages: Counter[str] = Counter()
    count = 0
    for raw in texts:
        count += 1
        plain = legible(raw)
        raw = raw if plain is None else plain.text
        folded = fold(raw)
        pages.update({shape(stripped(folded[start:end])) for start, end in lines(raw)})
    if count < 2:
        raise ConfigurationError(f"a template shows on two pages or more, not on {count}")
    least = max(2, share * count)
    return Profile(count, {line: pages[line] for line in sorted(pages) if pages[line] >= least})
