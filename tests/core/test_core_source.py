"""Sources: bytes become characters in one place, strictly."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpuskit
from corpuskit import (
    DecodingError,
    EmptySourceError,
    Source,
    SourceError,
    Span,
    SpanError,
    SurrogateError,
)


def test_bad_utf8_names_file_and_byte_offset(tmp_path):
    path = tmp_path / "bad.txt"
    path.write_bytes("Né".encode() + b"\xff tail")
    with pytest.raises(DecodingError, match="byte offset 3") as caught:
        Source.from_path(path)
    assert caught.value.offset == 3
    assert caught.value.file == path.as_posix()
    assert caught.value.code in str(caught.value)


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"%PDF-1.4\n%\xe2", "begins as a PDF does"),
        (b"PK\x03\x04\x14\xa4", "begins as a .docx, .xlsx or .zip file does"),
        (b"\xff\xfeS\x00", "begins as UTF-16 does"),
        (b"caf\xe9", "name the right encoding"),
    ],
)
def test_bytes_that_are_no_utf8_are_told_what_they_look_like(data, advice):
    with pytest.raises(DecodingError, match=advice):
        Source.from_bytes(data)


def test_declared_encoding_is_used():
    assert Source.from_bytes(b"caf\xe9", encoding="latin-1").raw == "café"


def test_empty_file_is_said_to_be_empty(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    with pytest.raises(EmptySourceError, match="empty"):
        Source.from_path(path)


def test_byte_order_mark_and_nul_stay():
    source = Source.from_bytes(b"\xef\xbb\xbfA\x00B")
    assert source.raw == "\ufeffA\x00B"


def test_lone_surrogate_is_refused_with_its_offset():
    with pytest.raises(SurrogateError) as caught:
        Source(raw="ab\ud800c")
    assert caught.value.offset == 2


def test_ids_depend_on_the_text_alone():
    assert Source(raw="one").id == Source(raw="one").id != Source(raw="two").id


@pytest.mark.parametrize("wrong", [dt.datetime(2024, 3, 17, 1), "2024-03-17"])
def test_published_must_be_a_plain_date(wrong):
    with pytest.raises(TypeError, match="published"):
        Source(raw="x", published=wrong)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("id", 5),
        ("id", None),
        ("captured", "2021-01-01T10:00"),
        ("captured", dt.date(2021, 1, 1)),
        ("url", 5),
        ("publisher", b"x"),
        ("language", 1),
    ],
)
def test_what_the_caller_says_has_its_type(field, wrong):
    with pytest.raises(TypeError, match=f"{field} must be a"):
        Source(raw="x", **{field: wrong})


def test_raw_must_be_str(tmp_path):
    with pytest.raises(TypeError, match="raw must be str, not bytes; Source.from_bytes reads it"):
        Source(raw=b"bytes")
    with pytest.raises(TypeError, match="Source.from_path reads it"):
        Source(raw=tmp_path / "x.txt")


def test_what_is_no_bytes_and_no_encoding_is_said():
    with pytest.raises(TypeError, match="data must be bytes, not str"):
        Source.from_bytes("abc")
    with pytest.raises(SourceError, match="there is no encoding 'utf-99'"):
        Source.from_bytes(b"x", encoding="utf-99")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_impossible_spans_are_refused(start, end):
    with pytest.raises(SpanError):
        Span(start, end)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_goes_through_bytes_unchanged(text):
    if text:
        assert Source.from_bytes(text.encode()).raw == text


def test_errors_survive_pickling():
    error = DecodingError("no", file="a.txt", offset=7)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.file, again.offset) == (str(error), "a.txt", 7)


def test_a_large_file_does_not_break(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as out:
        for _ in range(200):
            out.write(b"One plain line of text that says nothing.\n" * 25_000)
    source = Source.from_path(path)
    (result,) = corpuskit.Pipeline().run([Source(raw=source.raw[:50_000])])
    assert len(source.raw) == 200 * 25_000 * 42
    assert result.article.span.end == 50_000


@pytest.mark.parametrize("field", ["id", "url", "publisher", "language"])
def test_a_field_that_no_record_could_hold_is_refused_and_named(field):
    with pytest.raises(SurrogateError, match=f"{field} 'a.udce9' holds a lone surrogate"):
        Source(raw="Text.", **{field: "a\udce9"})
