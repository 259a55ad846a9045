"""A liveblog's entries are text, each below its time; comments and teasers with times are not."""

from __future__ import annotations

import pytest

from corpuskit import Source
from corpuskit_boilerplate import Boilerplate

BLOG = """Menu
News
LIVE
Dam live: Thousands leave the Orrin valley as water rises
{0}
Second dam overflows
Water runs over the dam at Kelm, the valley's authority says.
Share
{1}
Two men missing
Two men who went back for their cattle are missing, police say.
Share
{2}
The railway has stopped its trains. Buses run as far as Tull.
Share
{3}
What we know so far
About 3,000 people have left.
No deaths have been confirmed.
Share
Most viewed
Storm takes the roof off a school
Privacy policy
"""
TEXT = ("Second dam", "Water runs", "Two men", "The railway", "What we know", "No deaths")


def body(raw: str) -> str:
    (article,) = Boilerplate()(Source(raw=raw))
    return "\n".join(article.text(block.span) for block in article.body)


@pytest.mark.parametrize(
    "times",
    [
        ("17.52 GMT", "17.10 GMT", "16.31 GMT", "15.45 GMT"),
        ("2h ago", "3h ago", "3h ago", "5h ago"),
        ("3 May 2031 14:20", "3 May 2031 13:01", "3 May 2031 12:40", "3 May 2031 09:15"),
        ("14:05 Uhr", "13:00 Uhr", "12:30 Uhr", "09:10 Uhr"),
    ],
)
def test_every_entry_is_text(times: tuple[str, ...]):
    text = body(BLOG.format(*times))
    assert [start for start in TEXT if start not in text] == []
    assert "Share" not in text
    assert "Storm takes" not in text


PAGE = """Council votes to close the swimming pool
By Ada Quill
3 May 2031
{lead}
A new pool by the harbour would cost eleven million and could not be built before 2036, he said.
Swimmers stood outside of the town hall with towels and did not go home until the vote was over.
"""
LEAD = (
    "The council of Northport voted on Monday by nine to six to close the swimming pool in the old "
    "town, which costs the town forty thousand a month, as its treasurer Tom Reed told the meeting."
)
REMARKS = "".join(
    f"Harry\n{hours} hours ago\nMy children learnt to swim there {hours} summers ago.\n"
    for hours in range(2, 6)
)


@pytest.mark.parametrize(
    "raw",
    [
        PAGE.format(lead="\n".join([LEAD] * 4)) + "4 comments\n" + REMARKS,
        "Menu\nLatest\n" + REMARKS + PAGE.format(lead=LEAD),
    ],
    ids=["comments", "teasers"],
)
def test_other_lines_with_times_are_not(raw: str):
    text = body(raw)
    assert "The council" in text
    assert "My children" not in text
