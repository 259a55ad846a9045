"""Columns: which column of a table of texts is which field of a source, whatever the table is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from corpuskit.model.errors import ConfigurationError, EmptySourceError, SourceError
from corpuskit.model.files import path_id
from corpuskit.model.source import Source

__all__ = ["Columns"]

SOME = 3
"""Of so many of the rows that cannot be read it is told what is wrong."""

MANY = 100
"""Of so many more it is told which they are."""


@attrs.frozen(kw_only=True)
class Columns:
    """The names of columns, or of keys; only `text` must be there, all others are left alone.

    What a data frame has for nothing (NaN, pandas' NaT and NA) is unknown, as None is.

    Attributes:
        text: the column of the text.
        id: what the row is called, a text or a number.
        published: day of publication: a date, a datetime, or a string in ISO 8601.
        captured: when the page was fetched: a datetime, or a string in ISO 8601.
        url: where the text is from.
        publisher: who published it.
        language: a BCP 47 tag.
        title: a headline that is set above the text, with an empty line between; offsets then
            count from its start. By default none, and offsets count in the column's own text.
    """

    text: str = "text"
    id: str = "id"
    published: str = "published"
    captured: str = "captured"
    url: str = "url"
    publisher: str = "publisher"
    language: str = "language"
    title: str = ""

    @classmethod
    def of(cls, said: str | Columns) -> Columns:
        """From "text=body,title=headline": the text is in `body`, the headline in `headline`.

        Raises:
            ConfigurationError: for a field that there is not; the message lists those there are.
        """
        if isinstance(said, Columns):
            return said
        pairs = [pair.strip().partition("=") for pair in said.split(",")]
        known = [field.name for field in attrs.fields(cls)]
        for field, _, column in pairs:
            if field not in known or not column:
                raise ConfigurationError(
                    f"{field!r} is none of a text's columns: FIELD=COLUMN,… with the fields "
                    f"{', '.join(known)}"
                )
        return cls(**{field: column for field, _, column in pairs})

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that are read."""
        return tuple(name for name in attrs.astuple(self) if name)

    @property
    def _asked_for(self) -> dict[str, str]:
        """The columns that somebody named, and the text's, each with its field."""
        return {
            getattr(self, field.name): field.name
            for field in attrs.fields(Columns)
            if field.name == "text" or getattr(self, field.name) != field.default
        }

    def check(self, there: Iterable[str]) -> None:
        """Whether a table has the column of the text, and every other that was named.

        Args:
            there: the names of the table's columns.

        Raises:
            ConfigurationError: for the first that it has not; the message lists those it has.
        """
        names = list(there)
        for column, field in self._asked_for.items():
            if column not in names:
                raise ConfigurationError(
                    f"no column {column!r} for {field}; there are: {', '.join(names) or 'none'}; "
                    f"--columns {field}=NAME names another"
                )

    def source(self, row: Mapping[str, Any], *, id: str) -> Source:
        """A row as a source.

        Args:
            id: what it is called if it has no id of its own.

        Raises:
            SourceError: naming the id, for a row without a text or with a value of another type.
        """
        own = _told(row, self.id)
        id = id if own is None else str(own)
        if self.text not in row:
            there = ", ".join(map(str, row)) or "none"
            raise SourceError(f"the text must stand in {self.text!r}; there are: {there}", file=id)
        text, title = _told(row, self.text), _told(row, self.title)
        if text is None or text == "":
            said = "there is no text" if text is None else "the text is empty"
            raise EmptySourceError(said, file=id)
        try:
            return Source(
                raw=_under(title, text),
                id=id,
                published=_day(_told(row, self.published)),
                captured=_instant(_told(row, self.captured)),
                url=_told(row, self.url),
                publisher=_told(row, self.publisher),
                language=_told(row, self.language),
            )
        except (TypeError, ValueError) as error:
            raise SourceError(str(error), file=id) from None

    def sources(
        self,
        rows: Iterable[tuple[int, Mapping[str, Any] | SourceError]],
        *,
        path: Path,
        kind: str = "row",
        published: dt.date | None = None,
    ) -> Iterator[Source]:
        """The rows of a file as sources, one at a time; those without an id are "path#number".

        Args:
            rows: each with its number; what could not be made a row says why.
            kind: what a row is called in messages.
            published: stands in where a row has none.

        Raises:
            SourceError: after all others, if some could not be sources: how many, which, and
                what is wrong with the first; or if a column was named and no row has it.
        """
        file, wrong, unseen = path_id(path), 0, dict(self._asked_for)
        told: list[str] = []
        more: list[str] = []
        number = 0
        for number, row in rows:
            try:
                if isinstance(row, SourceError):
                    raise row
                for column in [column for column in unseen if column in row]:
                    del unseen[column]
                source = self.source(row, id=f"{file}#{number}")
            except SourceError as error:
                wrong += 1
                if wrong <= SOME:
                    told.append(f"{kind} {number}: {error.message}")
                elif wrong <= SOME + MANY:
                    more.append(str(number))
            else:
                yield source if source.published else attrs.evolve(source, published=published)
        if wrong:
            if more:
                rest = ", …" if wrong > SOME + MANY else ""
                told.append(f"{kind}{'s' * (wrong > SOME + 1)} {', '.join(more)}{rest}")
            raise SourceError(f"{kind}s left out: {wrong} ({'; '.join(told)})", file=file)
        for column, field in unseen.items():
            if number and field != "text":
                raise SourceError(f"no {kind} has {column!r}, named for {field}", file=file)


def _told(row: Mapping[str, Any], column: str) -> Any:
    """What stands there, or None: NaN and NaT are not equal to themselves, and NA will not say."""
    value = row.get(column)
    if value is None or isinstance(value, str):
        return value
    try:
        return value if bool(value == value) else None
    except TypeError:
        return None
    except ValueError:  # an array, which `Source` refuses
        return value


def _under(title: Any, text: Any) -> str:
    """The text below its headline, unless it begins with it."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {text!r:.60}")
    if not title:
        return text
    if not isinstance(title, str):
        raise TypeError(f"title must be a str, not {title!r:.60}")
    first = text.lstrip().partition("\n")[0]
    return text if first.strip() == title.strip() else f"{title}\n\n{text}"


def _day(value: Any) -> dt.date | None:
    if isinstance(value, str):
        value = _instant(value)
    return value.date() if isinstance(value, dt.datetime) else value


def _instant(value: Any) -> dt.datetime | None:
    if not isinstance(value, str):
        return value  # type: ignore[no-any-return]  # `Source` checks it
    try:
        return dt.datetime.fromisoformat(value) if value else None
    except ValueError:
        raise ValueError(f"{value!r:.60} is no date or time of ISO 8601") from None
