"""Profiles: what recurs is furniture, the same file each time, and a command that complains."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from corpuskit import ConfigurationError, Source
from corpuskit.cli import main
from corpuskit_boilerplate import Boilerplate, Profile, learn_profile
from corpuskit_boilerplate.site.learn import Learn

SLOGAN = "The Courier has told the islands what the mainland thinks since the first steamer came."
BODIES = [
    "The harbour council said that the new ferry would sail twice a day from next week.\n"
    "Nobody had been hurt when the old one ran aground in the fog, the council said.\n",
    "Engineers closed the only bridge over the river after finding cracks in two pillars.\n"
    "Drivers will have to take the long way round by the dam until it has been repaired.\n",
    "A storm took the roof off the school on the hill, but the children had gone home.\n"
    "The mayor said lessons would be held in the town hall until the roof was mended.\n",
]
PAGES = [f"Northport Courier\n{body}{SLOGAN}\nIssue {n}\n" for n, body in enumerate(BODIES, 1)]


def kept(raw: str, profile: Profile | str | None = None) -> str:
    (article,) = Boilerplate(profile=profile)(Source(raw=raw))
    return "\n".join(article.text(block.span) for block in article.body)


def test_lines_that_recur_are_learnt_figures_aside():
    profile = learn_profile(PAGES)
    assert profile.documents == 3
    assert set(profile.lines) == {"northport courier", SLOGAN.lower().rstrip("."), "issue 0"}


def test_a_profile_drops_what_no_other_evidence_could():
    assert SLOGAN in kept(PAGES[0])
    assert SLOGAN not in kept(PAGES[0], learn_profile(PAGES))
    assert BODIES[0].split("\n")[1] in kept(PAGES[0], learn_profile(PAGES))


def test_the_rule_says_so():
    (article,) = Boilerplate(profile=learn_profile(PAGES))(Source(raw=PAGES[0]))
    assert {piece.rule for piece in article.furniture} == {"boilerplate.profile"}


def test_the_order_of_pages_does_not_matter():
    assert learn_profile(PAGES).dumps() == learn_profile(reversed(PAGES)).dumps()


def test_pages_are_learnt_from_as_they_are_read():
    odd = [page.replace("port", "p\u00adort").replace(" ", "\u2009") for page in PAGES]
    assert learn_profile(odd) == learn_profile(PAGES)
    assert SLOGAN not in kept(PAGES[0], learn_profile(odd))


def test_one_page_shows_no_template():
    with pytest.raises(ConfigurationError, match="two pages"):
        learn_profile(PAGES[:1])


@pytest.mark.parametrize("share", [0, -1, 1.5])
def test_a_share_out_of_range(share: float):
    with pytest.raises(ConfigurationError, match="share"):
        learn_profile(PAGES, share=share)


def run(*argv: str) -> int:
    parser = argparse.ArgumentParser()
    command = Learn()
    command.configure(parser)
    return command(parser.parse_args(argv))


def test_the_command_writes_what_the_segmenter_reads(tmp_path: Path, capsys):
    for n, page in enumerate(PAGES):
        (tmp_path / f"{n}.txt").write_text(page, encoding="utf-8")
    out = tmp_path / "profile.json"
    assert run(str(tmp_path), "-o", str(out)) == 0
    assert "3 pages -> 3 lines" in capsys.readouterr().err
    assert SLOGAN not in kept(PAGES[0], str(out))
    assert run(str(tmp_path)) == 0
    assert capsys.readouterr().out == out.read_text(encoding="utf-8")


def test_the_command_names_a_file_that_it_could_not_read(tmp_path: Path, capsys):
    for n, page in enumerate(PAGES):
        (tmp_path / f"{n}.txt").write_text(page, encoding="utf-8")
    (tmp_path / "9.txt").write_bytes(b"\xff\xfe")
    assert run(str(tmp_path), "-o", str(tmp_path / "p.json")) == 1
    assert "9.txt" in capsys.readouterr().err


def test_too_few_pages_are_a_wrong_call(tmp_path: Path, capsys):
    (tmp_path / "0.txt").write_text(PAGES[0], encoding="utf-8")
    assert run(str(tmp_path)) == 2
    assert "two pages" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"schema": "corpuskit.profile/1"}'])
def test_no_profile(tmp_path: Path, content: str):
    path = tmp_path / "p.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"p\.json"):
        Boilerplate(profile=str(path))


def test_a_missing_profile_is_named(tmp_path: Path):
    with pytest.raises(ConfigurationError, match=r"none\.json"):
        Profile.load(tmp_path / "none.json")


def test_a_missing_profile_of_a_call_is_a_wrong_call(tmp_path: Path, capsys):
    page, profile = tmp_path / "page.txt", tmp_path / "none.json"
    page.write_text(PAGES[0], encoding="utf-8")
    assert main(["extract", str(page), "--profile", str(profile)]) == 2
    said = capsys.readouterr().err
    assert said == f"corpuskit extract: CK701 {profile}: no profile: No such file or directory\n"
