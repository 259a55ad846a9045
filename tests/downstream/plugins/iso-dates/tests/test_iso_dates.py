from iso_dates import IsoDates

import corpuskit
from corpuskit.testing import ExtractorContract

TEXT = "The bridge closed on 2024-03-16, and not on 2024-02-31 or 17 March 2024."


class TestContract(ExtractorContract):
    extractor = IsoDates()
    samples = (TEXT,)


def test_stands_in_for_the_first_party_dates() -> None:
    (result,) = corpuskit.extract(TEXT, segment=False)
    assert [date.value for date in result.dates] == ["2024-03-16"]
    assert result.dates[0].provenance.plugin == "iso-dates"
    assert not [f for f in result.failures if "dates" in f.plugin]


def test_says_what_it_turned_down() -> None:
    rejections: list[object] = []
    list(corpuskit.Pipeline([IsoDates()]).run([TEXT], segment=False, rejections=rejections))
    assert len(rejections) == 1
