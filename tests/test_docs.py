"""The pages: every python and console block runs, every shown output is what comes out.

- ```python blocks of one page share one namespace and run top to bottom; a ```text block right
  after one shows its standard output.
- ```console blocks hold commands behind `$ `, each with the output below it; a line `…` stands
  for any lines. A command must end with status 0; one that should not is written `$ … || true`.
- Each page runs in a folder of its own that holds `specimens/`, also as `seeds/specimens/`.
- Other fences (```sh, ```toml, …) are shown only. Relative links must lead somewhere.

    python tests/test_docs.py PAGE…      writes what comes out into the pages, where no `…` is shown
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
import types
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    {
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("plugins/*/README.md"),
    }
)
FENCE = re.compile(r"( *)(`{3,})([\w+-]*)[^`\n]*")
ANCHOR = re.compile(r"\]\((?!\w+:)([^)#\s]*)#([^)\s]+)\)")
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)(#[^)\s]*)?\)")


@attrs.frozen
class Block:
    """A fenced block.

    Attributes:
        line: of its first line of code, counted from 1.
        follows: True where nothing but blank lines stands between it and the block before.
    """

    language: str
    line: int
    code: str
    follows: bool


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    fence: re.Match[str] | None = None
    begin, code, follows = 0, [], False
    for number, line in enumerate(text.split("\n"), 1):
        match = FENCE.fullmatch(line)
        if fence is None and match:
            fence, begin, code = match, number + 1, []
        elif fence is None:
            follows = follows and not line.strip()
        elif line.strip() == fence.group(2):
            yield Block(fence.group(3), begin, "\n".join(code), follows)
            fence, follows = None, True
        else:
            code.append(line.removeprefix(fence.group(1)))
    assert fence is None, f"line {begin}: the block never ends"


def page_id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CORPUSKIT_PLUGINS", raising=False)
    return tmp_path


def furnish(folder: Path) -> None:
    """The specimens, as a checkout and as its folder `seeds` have them."""
    shutil.copytree(ROOT / "seeds" / "specimens", folder / "specimens")
    (folder / "seeds").symlink_to(folder)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_blocks_run(page, folder, monkeypatch):
    name = "page_" + re.sub(r"\W", "_", page_id(page))
    module = types.ModuleType(name)
    monkeypatch.setitem(sys.modules, name, module)  # type hints are looked up there
    printed: str | None = None
    for block in blocks(page.read_text(encoding="utf-8")):
        place = f"{page_id(page)}:{block.line}"
        if block.language == "python":
            printed = run_python(block, module, place)
        elif block.language == "text" and block.follows and printed is not None:
            difference = compare(block.code, printed)
            assert not difference, f"{place}: the page shows another output\n{difference}"
        elif block.language == "console":
            run_console(block, place)
        if block.language != "python":
            printed = None


def run_python(block: Block, module: types.ModuleType, place: str) -> str:
    """Run in the page's namespace; line numbers in a traceback are those of the page."""
    printed = io.StringIO()
    code = "\n" * (block.line - 1) + block.code
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(code, place.rpartition(":")[0], "exec"), vars(module))
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[1:]
        line = next((f.lineno for f in reversed(last) if f.filename in place), block.line)
        where = f"{place.rpartition(':')[0]}:{line}"
        pytest.fail(f"{where}: {type(error).__name__}: {error}\n\n{traceback.format_exc()}")
    return printed.getvalue()


def run_console(block: Block, place: str) -> None:
    """Run each command and compare what it prints with what the page shows."""
    page, _, first = place.rpartition(":")
    for offset, command, shown in commands(block.code):
        where = f"{page}:{int(first) + offset}"
        done = subprocess.run(
            command,
            shell=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            env=environment(),
            timeout=120,
        )
        output = done.stdout.decode()
        assert done.returncode == 0, f"{where}: status {done.returncode}: {command}\n{output}"
        difference = compare(shown, output) if shown.strip() else ""
        assert not difference, f"{where}: `{command}` prints something else\n{difference}"


def commands(code: str) -> Iterator[tuple[int, str, str]]:
    """(line offset, command, output shown) of a console block."""
    rows = code.split("\n")
    starts = [index for index, row in enumerate(rows) if row.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        command, output = rows[start][2:], rows[start + 1 : end]
        while command.endswith("\\") and output:
            command = command[:-1] + output.pop(0)
        yield start, command, "\n".join(output)


def environment() -> dict[str, str]:
    scripts = Path(sys.executable).parent
    path = f"{scripts}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "COLUMNS": "100", "PYTHONUTF8": "1"}


def compare(shown: str, found: str) -> str:
    """What differs, or "". A shown line `…` stands for any lines."""
    wanted = [row.rstrip() for row in shown.strip("\n").split("\n")]
    got = [row.rstrip() for row in found.strip("\n").split("\n")]
    parts = [[]]
    for row in wanted:
        if row.strip() == "…":
            parts.append([])
        else:
            parts[-1].append(row)
    at = 0
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        starts = [0] if index == 0 else range(at, len(got) + 1)
        if last:
            starts = [s for s in starts if s + len(part) == len(got)] if part else [len(got)]
        begin = next((s for s in starts if got[s : s + len(part)] == part), None)
        if begin is None:
            return "shown:\n  " + "\n  ".join(wanted) + "\nfound:\n  " + "\n  ".join(got)
        at = begin + len(part)
    return ""


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page):
    lost = []
    for number, line in enumerate(page.read_text(encoding="utf-8").split("\n"), 1):
        for match in LINK.finditer(line):
            if not (page.parent / match.group(1)).exists():
                lost.append(f"{page_id(page)}:{number}: {match.group(1)}")
    assert not lost, "\n".join(lost)


def test_every_page_is_reached_from_the_readme():
    reached, todo = set(), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page not in reached:
            reached.add(page)
            links = LINK.finditer(page.read_text(encoding="utf-8"))
            found = ((page.parent / match.group(1)).resolve() for match in links)
            todo += [target for target in found if target.suffix == ".md"]
    lost = {page_id(page) for page in PAGES} - {page_id(page) for page in reached}
    assert not lost, f"no link leads to {', '.join(sorted(lost))}"


def test_the_readme_shows_rows_of_the_whole_table():
    whole, few = (
        [row for row in page.read_text(encoding="utf-8").split("\n") if row.endswith(" |")]
        for page in (ROOT / "docs" / "explanation" / "figures.md", ROOT / "README.md")
    )
    assert len(few) == 6
    assert set(few) < set(whole)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_anchors_are_headings(page):
    lost = []
    for match in ANCHOR.finditer(page.read_text(encoding="utf-8")):
        target = (page.parent / match.group(1)).resolve() if match.group(1) else page
        if target.suffix == ".md" and match.group(2) not in anchors(target):
            lost.append(match.group())
    assert not lost, f"{page_id(page)}: no such heading: {', '.join(lost)}"


def anchors(page: Path) -> set[str]:
    """What a link can point at: headings as GitHub and MkDocs write them."""
    lines = page.read_text(encoding="utf-8").split("\n")
    headings = (line.lstrip("#").strip().lower() for line in lines if line.startswith("#"))
    return {re.sub(r"[^\w -]", "", heading).replace(" ", "-") for heading in headings}


# --- writing outputs into pages ---------------------------------------------------------------


def refresh(page: Path) -> None:
    """Put what comes out into the page's outputs; run in a folder that holds `specimens/`."""
    text = page.read_text(encoding="utf-8")
    rows = text.split("\n")
    module = types.ModuleType("page_refreshed")
    sys.modules[module.__name__] = module
    printed, changes = None, []
    for block in blocks(text):
        if block.language == "python":
            printed = run_python(block, module, f"{page_id(page)}:{block.line}")
            continue
        lines = block.code.split("\n")
        if block.language == "text" and block.follows and printed is not None and "…" not in lines:
            changes.append((block, printed.rstrip("\n")))
        elif block.language == "console" and "…" not in lines:
            changes.append((block, "\n".join(replayed(block))))
        printed = None
    for block, code in reversed(changes):
        length = len(block.code.split("\n")) if block.code or rows[block.line - 1] == "" else 0
        rows[block.line - 1 : block.line - 1 + length] = code.split("\n")
    page.write_text("\n".join(rows), encoding="utf-8", newline="\n")


def replayed(block: Block) -> Iterator[str]:
    """The commands of a console block with what they print, where output is shown at all."""
    code = block.code.split("\n")
    for offset, command, shown in commands(block.code):
        yield code[offset]
        if shown.strip():
            done = subprocess.run(
                command,
                shell=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=True,
                env=environment(),
            )
            yield done.stdout.decode().rstrip("\n")
        else:
            subprocess.run(command, shell=True, capture_output=True, check=True, env=environment())


def main(arguments: list[str]) -> int:
    """Refresh the pages named."""
    pages = [Path(argument).resolve() for argument in arguments]
    for page in pages:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            furnish(Path(folder))
            refresh(page)
    return 0


# --- the checker itself --------------------------------------------------------------------

COMPARED = [
    ("a\nb", "a\nb\n", True),
    ("a\nb", "a\nc\n", False),
    ("a", "a\nb", False),
    ("a\n…", "a\nb\nc", True),
    ("…\nc", "a\nb\nc", True),
    ("a\n…\nc", "a\nb\nc", True),
    ("a\n…\nd", "a\nb\nc", False),
    ("b\n…", "a\nb", False),
]


@pytest.mark.parametrize(("shown", "found", "same"), COMPARED)
def test_compare(shown, found, same):
    assert (compare(shown, found) == "") is same


def test_blocks_of_a_page():
    page = "x\n```python\na\n```\n\n```text\nb\n```\nwords\n```text\nc\n```\n"
    assert list(blocks(page)) == [
        Block("python", 3, "a", False),
        Block("text", 7, "b", True),
        Block("text", 11, "c", False),
    ]


def test_a_failing_block_names_file_and_line():
    block = Block("python", 5, "x = 1\nraise ValueError('no')", False)
    with pytest.raises(pytest.fail.Exception, match=r"^docs/page\.md:6: ValueError: no"):
        run_python(block, types.ModuleType("page"), "docs/page.md:5")


def test_a_failing_command_names_file_and_line(folder):
    with pytest.raises(AssertionError, match=r"docs/page\.md:9: status 3"):
        run_console(Block("console", 8, "$ true\n$ exit 3", False), "docs/page.md:8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
