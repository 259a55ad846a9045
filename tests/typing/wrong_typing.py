"""What a type checker must refuse; each line that ends in `# refused` is one."""

from __future__ import annotations

from collections.abc import Iterator

import corpuskit
from corpuskit import Annotation, Article, DateMention, Layers, Span

result = corpuskit.extract("text")[0]
best: str = result.casualties[0].best  # refused
words: tuple[str, ...] = result[DateMention]  # refused
result[str]  # refused
result.article.headline.start  # refused
corpuskit.extract(b"text")  # refused
Span(1, 2).start = 3  # refused


class Odd(corpuskit.Extractor):
    name = "odd"
    provides = (str,)  # refused

    def __call__(self, article: Article, layers: Layers) -> Iterator[Annotation]:
        yield from ()
