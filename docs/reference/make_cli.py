"""Make: the page `cli.md` from the commands' own options.

python docs/reference/make_cli.py            writes the page
python docs/reference/make_cli.py --check    says whether it is stale
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterator

from pages import run

from corpuskit.cli.main import COMMANDS

HEAD = """\
# The command line

<!-- Made by make_cli.py from the commands' options; edit those instead. -->

`corpuskit COMMAND …`. Exit status: 0 all is well, 1 something failed and is named on standard
error, 2 the call itself was wrong (an option, a plugin, a format, an offset that there is not) or a
configuration, 130 somebody interrupted it. Plugins can add commands of their own;
`corpuskit --help` lists them all, and these come with the core:
"""

TAIL = """\
## What a run looks like

```console
$ corpuskit extract specimens/minister-brief.txt --published 2019-05-12 -o brief.jsonl
2019-05-12 (caller)  (no headline)  specimens/minister-brief.txt[0:1861]
…
1 file -> 1 article
written to brief.jsonl
```

Text goes in by files, folders (walked in name order, hidden files left out) or standard input, and
records come out as JSON lines; see [the record](record.md). A `.jsonl` or `.ndjson` file holds
[a text a line](../how-to/stream.md#json-lines-in-json-lines-out), a `.csv` or `.tsv` file
[a text a row](../how-to/stream.md#csv-and-parquet-in); every other one that no plugin reads, and
standard input, is one plain text, unless `--reader` says what it is. Files may be packed (`.gz`,
`.bz2`, `.xz`). `export`, `link` and `view` read records from standard input, too:

```console
$ cat specimens/market-wire.txt | corpuskit extract - -q -o - \
| corpuskit export - --as csv | head -1
source,article,published,layer,start,end,text,zone,plugin,version,rule,fields
$ echo '{"text": "Two guards were killed near Velm on Monday."}' \
| corpuskit extract - --reader jsonl -q -o - | wc -l
1
```

A file that cannot be read does not stop the others. It is named, and the status says so:

```console
$ printf 'caf\\351' > latin.txt
$ corpuskit extract latin.txt specimens/market-wire.txt -q || echo status $?
corpuskit extract: CK101 latin.txt[3]: byte 0xE9 at byte offset 3 is not utf-8 (unexpected end of \
data); name the right encoding, with encoding= or --encoding
status 1
$ corpuskit extract latin.txt -q --encoding latin-1
```

On a terminal a progress bar (of the extra `progress`) shows how far it is, and of a single file how
many articles have come out of it; in a pipe there is none.

## Which plugins run

`--plugins dates,quotes` allows just these, `--plugins=-quotes` denies one. How a variable or a
file says the same for every call, and sets options: [choose plugins](../how-to/configure.md).

```console
$ corpuskit extract specimens/miral-bay.txt --plugins=-quotes | grep -c 'no quote layer'
1
```
"""


def page() -> str:
    """The whole page."""
    modules = [importlib.import_module(f"corpuskit.cli.{name}") for name in COMMANDS]
    rows = ["| command | what it does |", "|---|---|"]
    rows += [f"| [`{m.NAME}`](#{m.NAME}) | {m.HELP} |" for m in modules]
    parts = [HEAD, "\n".join(rows) + "\n"]
    shown: dict[tuple[str, ...], str] = {}
    for module in modules:
        parser = argparse.ArgumentParser(prog=f"corpuskit {module.NAME}", add_help=False)
        module.configure(parser)
        arguments = tuple(_arguments(parser))
        parts.append(_section(module.NAME, module.HELP, arguments, shown.get(arguments)))
        shown.setdefault(arguments, module.NAME)
    return "\n".join([*parts, TAIL])


def _section(name: str, about: str, arguments: tuple[str, ...], same: str | None) -> str:
    sentence = f"{about[:1].upper()}{about[1:]}."
    if same and arguments:
        return f"## {name}\n\n{sentence} Takes what [{same}](#{same}) takes.\n"
    rows = [f"## {name}", "", sentence]
    if arguments:
        rows += ["", "| argument | meaning |", "|---|---|", *arguments]
    return "\n".join(rows) + "\n"


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        shown = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
        names = [f"`{option}`" for option in action.option_strings]
        if not names:
            label = f"`{shown}`"
        elif action.nargs == 0:
            label = ", ".join(names)
        else:
            label = f"{', '.join(names)} `{shown}`"
        meaning = (action.help or "").replace("|", "\\|").replace("%%", "%")
        if action.choices is not None:
            meaning = f"{meaning} ({', '.join(map(str, action.choices))})".strip()
        yield f"| {label} | {meaning} |"


if __name__ == "__main__":
    run(__file__, {"cli.md": page})
