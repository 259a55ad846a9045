import datetime as dt

from daily_tolls import DailyToll, DailyTolls

import corpuskit
from corpuskit.testing import ExtractorContract

TEXT = "Seven soldiers were killed in Mirsk on 2024-03-16. Two miners were killed in Varda."


class TestContract(ExtractorContract):
    extractor = DailyTolls()
    samples = (TEXT,)


def test_day_of_the_sentence() -> None:
    (result,) = corpuskit.extract(TEXT, segment=False, layers=[DailyToll])
    tolls = result[DailyToll]
    assert [(toll.killed, toll.day) for toll in tolls] == [(7, dt.date(2024, 3, 16)), (2, None)]
    assert tolls[0].provenance.plugin == "daily-tolls"
