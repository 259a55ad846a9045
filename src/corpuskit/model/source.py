"""Source: one text as it was found; the only place where bytes become characters."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from corpuskit.model.errors import DecodingError, EmptySourceError, SourceError, SurrogateError
from corpuskit.model.files import opened, path_id

__all__ = ["Source", "decoded"]


def _of(kind: type, said: str) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """A field holds one kind (a datetime is no plain date), or None where that is its default."""

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        fits = isinstance(value, kind) and not (kind is dt.date and isinstance(value, dt.datetime))
        if not fits and not (value is None and attribute.default is None):
            raise TypeError(f"{attribute.name} must be {said}, not {value!r:.60}")

    return check


_STR = _of(str, "a str")


def _text(source: object, attribute: attrs.Attribute[Any], value: str | None) -> None:
    """A field holds text that a record can be written with, or None where that is its default."""
    _STR(source, attribute, value)
    try:
        (value or "").encode("utf-8")
    except UnicodeEncodeError:
        raise SurrogateError(f"{attribute.name} {value!r} holds a lone surrogate") from None


@attrs.frozen(kw_only=True)
class Source:
    """One input text and what the caller knows about it.

    Attributes:
        raw: the text, unchanged. Every offset in the library counts its code points.
        id: a name for it; the path for files, else the first 16 digits of `sha256`.
        published: the publication date, if the caller knows it. Never guessed.
        captured: when the page was fetched, if the caller knows it; what "8 sec ago" needs.
        url: where the text is from, as the caller gives it.
        publisher: who published it, as the caller gives it.
        language: a BCP 47 tag, as the caller gives it.
        sha256: of the text in UTF-8; derived.

    Two sources are equal if these agree (`raw` through its digest).

    Raises:
        SurrogateError: if `raw` holds a lone surrogate, `offset` says where; or another field.
        TypeError: if `raw` is not a str, or another field is not what its type says.
    """

    raw: str = attrs.field(repr=False, eq=False)
    id: str = attrs.field(default="", validator=_text)
    published: dt.date | None = attrs.field(
        default=None, validator=_of(dt.date, "a datetime.date or None")
    )
    captured: dt.datetime | None = attrs.field(
        default=None, validator=_of(dt.datetime, "a datetime.datetime or None")
    )
    url: str | None = attrs.field(default=None, validator=_text)
    publisher: str | None = attrs.field(default=None, validator=_text)
    language: str | None = attrs.field(default=None, validator=_text)
    sha256: str = ""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.raw, str):
            way = "from_path" if isinstance(self.raw, os.PathLike) else "from_bytes"
            hint = f"; Source.{way} reads it" if isinstance(self.raw, bytes | os.PathLike) else ""
            raise TypeError(f"raw must be str, not {type(self.raw).__name__}{hint}")
        if not self.sha256:
            try:
                data = self.raw.encode("utf-8")
            except UnicodeEncodeError as error:
                raise SurrogateError(
                    f"lone surrogate U+{ord(self.raw[error.start]):04X}; decode the bytes again, "
                    "strictly",
                    file=self.id or None,
                    offset=error.start,
                ) from None
            object.__setattr__(self, "sha256", hashlib.sha256(data).hexdigest())
        if not self.id:
            object.__setattr__(self, "id", self.sha256[:16])

    @classmethod
    def from_bytes(
        cls,
        data: bytes,
        *,
        id: str = "",
        encoding: str = "utf-8",
        published: dt.date | None = None,
        captured: dt.datetime | None = None,
        url: str | None = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> Source:
        """Decode `data` strictly; nothing is replaced, a byte order mark stays as U+FEFF.

        Raises:
            DecodingError: naming the byte offset and the byte.
            EmptySourceError: if there are no bytes.
            SourceError: if there is no such encoding.
        """
        if not isinstance(data, bytes | bytearray | memoryview):
            raise TypeError(f"data must be bytes, not {type(data).__name__}")
        if not data:
            raise EmptySourceError("the input is empty: 0 bytes", file=id or None)
        return cls(
            raw=decoded(data, encoding, file=id or None),
            id=id,
            published=published,
            captured=captured,
            url=url,
            publisher=publisher,
            language=language,
        )

    @classmethod
    def from_path(
        cls,
        path: str | os.PathLike[str],
        *,
        encoding: str = "utf-8",
        published: dt.date | None = None,
        captured: dt.datetime | None = None,
        url: str | None = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> Source:
        """Read a file, unpacked if it ends in .gz, .bz2 or .xz.

        Its id is the path as given, with forward slashes. A byte of the path that is no UTF-8 is
        written as "\\xe9" there.

        Raises:
            DecodingError, EmptySourceError: as `from_bytes`, naming the file.
            SourceError: for bytes that cannot be unpacked.
            OSError: if the file cannot be read.
        """
        path = Path(path)
        with opened(path) as file:
            data = file.read()
        return cls.from_bytes(
            data,
            id=path_id(path),
            encoding=encoding,
            published=published,
            captured=captured,
            url=url,
            publisher=publisher,
            language=language,
        )


def decoded(data: bytes | bytearray | memoryview, encoding: str, *, file: str | None) -> str:
    """The one place where bytes become characters: strictly, or `from_bytes`'s errors."""
    try:
        return str(data, encoding)
    except LookupError:
        raise SourceError(f"there is no encoding {encoding!r}", file=file) from None
    except UnicodeDecodeError as error:
        raise DecodingError(
            f"byte 0x{data[error.start]:02X} at byte offset {error.start} is not {encoding} "
            f"({error.reason}); {_advice(bytes(data[:8]))}",
            file=file,
            offset=error.start,
        ) from None


def _advice(begin: bytes) -> str:
    """What to do about bytes that could not be decoded, by how they begin."""
    for mark, form in _FORMS.items():
        if begin.startswith(mark):
            return f"it begins as {form} does: make plain text of it first"
    if begin.startswith(_UTF_16):
        return "it begins as UTF-16 does: name that encoding"
    return "name the right encoding, with encoding= or --encoding"


_FORMS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a .docx, .xlsx or .zip file",
    b"\xd0\xcf\x11\xe0": "an old .doc or .xls file",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
