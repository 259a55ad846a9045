"""Which runs stand within marks: every style, what is no mark, and what was left open."""

from __future__ import annotations

import pytest

from corpuskit_quotes.sentence.stretches import stretches_in

TABLE = [
    # text, the stretches, and where it is not plain the reason
    ("He said “yes” and “no”.", ["yes", "no"]),
    ('He said "yes" and "no".', ["yes", "no"]),
    ("He said ‘yes’ and left.", ["yes"]),
    ("He said 'yes' and left.", ["yes"]),
    ("Il a dit « oui » et puis « non ».", ["oui", "non"]),
    ("He said ``yes'' and left.", ["yes"]),
    ("He said ''yes'' and left.", ["yes"]),
    ("Er sagte „ja“ und ging.", ["ja"]),
    ('He wrote “yes" in haste.', ["yes"]),  # opened curly, closed straight
    ("“A ‘good’ day,” he said.", ["A ‘good’ day,"]),  # the outermost only
    ("‘We’ve seen it,’ he said.", ["We’ve seen it,"]),  # an apostrophe inside
    ("‘The boys’ game is over,’ he said.", ["The boys’ game is over,"]),  # a plural's apostrophe
    ("The '90s and rock 'n' roll.", []),  # elisions
    ("It's the boys' game, isn't it?", []),  # apostrophes alone
    ('A man of 6\'2" wore a 10" pin.', []),  # feet and inches
    ('“He wore a 10" pin,” she said.', ['He wore a 10" pin,']),
    ("“[They] are … here (now),” he said.", ["[They] are … here (now),"]),
    ("“We are leaving,“ he said.", ["We are leaving,"]),  # typed the wrong way round
    ("He said “we are leaving.", ["we are leaving."]),  # left open
    ("“We go. “They stay,” he said. “All.”", ["We go.", "They stay,", "All."]),  # lines joined
    ("“She called it “a day” and left,” he said.", ["She called it “a day” and left,"]),
    ("“A “day” of it, he said.", ["A “day” of it, he said."]),
    ('"We leave, "the envoy said. "Now. "', ["We leave,", "Now."]),  # spaces on the wrong side
    ('We left in haste, "Sol told us.', ["We left in haste,"]),  # opened in a paragraph before
    ('He said, "we are leaving, "and left.', ['we are leaving, "and left.']),
    ("“He said: ‘I heard “no” twice,’” she said.", ["He said: ‘I heard “no” twice,’"]),
    ("“ ”", []),
    ("“”", []),
]


@pytest.mark.parametrize(("text", "wanted"), TABLE)
def test_stretches(text: str, wanted: list[str]) -> None:
    found = stretches_in(text, 0, len(text))
    assert [text[s.inner_start : s.inner_end] for s in found] == wanted


def test_a_mark_left_open_is_said_to_be() -> None:
    text = "He said “we are leaving."
    assert [s.closed for s in stretches_in(text, 0, len(text))] == [False]


def test_one_left_open_takes_in_no_sentence_that_is_quoted_behind_it() -> None:
    text = "“We go. " + "The day was dry. " * 40 + "“They stay,” he said."
    first, second = stretches_in(text, 0, len(text))
    assert (first.closed, second.closed) == (False, True)
    assert text[second.inner_start : second.inner_end] == "They stay,"


def test_marks_do_not_pair_over_paragraphs() -> None:
    text = "One “two.\nThree” four."
    end = text.index("\n")
    assert [s.closed for s in stretches_in(text, 0, end)] == [False]
    assert stretches_in(text, end + 1, len(text)) == ()
