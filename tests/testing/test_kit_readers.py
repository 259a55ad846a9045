"""A reader of files that are no text brings samples, and the kit takes them."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from corpuskit import Reader, Source, SourceError
from corpuskit.testing import ReaderContract, case_for, verify


def packed(*texts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    return out.getvalue()


class Zips(Reader):
    name = "zips"
    suffixes = (".zip",)
    samples = {"two.zip": packed("Monday.", "The quay is shut."), "one.zip": packed("Snow.")}

    def __call__(self, path, *, published=None):
        try:
            archive = zipfile.ZipFile(path)
        except zipfile.BadZipFile as error:
            raise SourceError(f"no archive: {error}", file=path.as_posix()) from None
        with archive:
            for name in archive.namelist():
                yield Source.from_bytes(
                    archive.read(name), id=f"{path.as_posix()}/{name}", published=published
                )


class ForgetsTheDate(Zips):
    def __call__(self, path, *, published=None):
        yield from super().__call__(path)


class TestZips(ReaderContract):
    reader = Zips()


def test_what_only_text_has_does_not_apply():
    case = TestZips().case()
    checks = {check.name: check for check in TestZips.checks}
    for name in ("keeps_the_text", "linear_time"):
        with pytest.raises(Exception, match="not a plain text format|cannot be grown"):
            checks[name].run(case)


def test_its_samples_show_a_fault():
    class Faulty(ReaderContract):
        reader = ForgetsTheDate()

    with pytest.raises(AssertionError, match="the source has None"):
        Faulty().test_carries_the_date()


def test_one_sample_is_enough_for_a_reader_that_refuses_what_it_cannot_read():
    class One(ReaderContract):
        reader = Zips()
        files = {"one.zip": packed("Snow.")}

    (check,) = (check for check in One.checks if check.name == "same_in_any_order")
    check.run(One().case())


class Stumbles(Zips):
    def __call__(self, path, *, published=None):
        return {}["hail"]


def test_what_a_plugin_raises_is_told_with_its_place():
    (check,) = (check for check in TestZips.checks if check.name == "same_twice")
    (outcome,) = verify(case_for("readers", Stumbles()), [check])
    assert outcome.state == "failed"
    assert re.fullmatch(
        r"KeyError: 'hail' \(test_kit_readers\.py:\d+, in __call__\)", outcome.message
    )
