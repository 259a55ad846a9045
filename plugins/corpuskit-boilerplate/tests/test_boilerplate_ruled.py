"""Reports with the same drawn line between any two are articles; sections of one text are not."""

from __future__ import annotations

import pytest

from corpuskit import Article, Source
from corpuskit_boilerplate import Boilerplate

REPORTS = [
    ("Fire in the Arkesh pit", "Wire / 14 May 2031", "Smoke filled the pit on Sunday, they said."),
    ("Teachers come home to Dulm", "By Ada Quill", "Nine teachers came home to Dulm this week."),
    ("Rain cuts the Vennik road", "16 May 2031", "Heavy rain washed away a bridge near Vennik."),
    ("Builders jailed in Sarn", "Wire, 17 May 2031", "A court in Sarn jailed two builders for it."),
]


def read(raw: str) -> list[Article]:
    return list(Boilerplate()(Source(raw=raw)))


def stack(rule: str, reports: list[tuple[str, str, str]] = REPORTS) -> str:
    return f"\n\n{rule}\n\n".join("\n".join([*report[:2], "", report[2]]) for report in reports)


@pytest.mark.parametrize(
    "rule", ["-" * 80, "-----", "=====", "***", "____", "###", "~~~~", "* * *"]
)
def test_reports_between_rules_are_articles(rule: str):
    found = read(stack(rule))
    assert [one.headline and one.text(one.headline) for one in found] == [
        title for title, _, _ in REPORTS
    ]
    days = [one.published and one.published.date.day for one in found]
    assert days == [14, None, 16, 17]


def test_a_head_and_a_foot_of_the_file_are_of_the_reports_beside_them():
    found = read(f"Wire digest\n\n=====\n\n{stack('=====')}\n\n=====\n\nEnd of digest\n")
    assert len(found) == len(REPORTS)


@pytest.mark.parametrize(
    "second",
    [
        (
            "Rain again",
            "Heavy rain is usual there.",
            "Boats carry bread to the town from the coast.",
        ),
        ("The rain goes on there", "10:45 am", "Boats carry bread to the town from the coast."),
        ("Ada Quill", "15 May 2031", "I think that the bridge was never safe for anyone."),
        ("It rained for nine days.", "15 May 2031", "Boats carry bread to the town from there."),
        ("The rain goes on there", "15 May 2031", "More soon"),
    ],
)
def test_one_block_that_is_no_report_leaves_all_to_other_evidence(second: tuple[str, str, str]):
    assert len(read(stack("***", [REPORTS[0], second, REPORTS[2]]))) == 1


def test_one_rule_alone_is_not_enough():
    assert len(read(stack("***", REPORTS[:2]))) == 1
