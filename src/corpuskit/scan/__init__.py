"""The shared lexical pass: blocks, sentences, lexicons, triggers and primitives."""

from corpuskit.scan.blocks import lines, paragraphs
from corpuskit.scan.datelines import Dateline, DatelineForm, dateline_at
from corpuskit.scan.fold import fold
from corpuskit.scan.illegible import Edit
from corpuskit.scan.lexicon import Entry, Lexicon
from corpuskit.scan.marks import Mark, MarkKind, marks_in
from corpuskit.scan.names import Name, names_in
from corpuskit.scan.numbers import NUMBER_WORDS, Number, NumberForm, number_value, numbers_in
from corpuskit.scan.reading import Legible, legible, legible_article
from corpuskit.scan.rules import Example, Rule
from corpuskit.scan.scan import FoldedText, Scan, Sentence, within
from corpuskit.scan.sentences import ABBREVIATIONS, sentence_spans
from corpuskit.scan.trie import trie_pattern
from corpuskit.scan.triggers import Hit, TriggerIndex
from corpuskit.scan.wrapped import Unwrapped, unwrapped

__all__ = [
    "ABBREVIATIONS",
    "NUMBER_WORDS",
    "Dateline",
    "DatelineForm",
    "Edit",
    "Entry",
    "Example",
    "FoldedText",
    "Hit",
    "Legible",
    "Lexicon",
    "Mark",
    "MarkKind",
    "Name",
    "Number",
    "NumberForm",
    "Rule",
    "Scan",
    "Sentence",
    "TriggerIndex",
    "Unwrapped",
    "dateline_at",
    "fold",
    "legible",
    "legible_article",
    "lines",
    "marks_in",
    "names_in",
    "number_value",
    "numbers_in",
    "paragraphs",
    "sentence_spans",
    "trie_pattern",
    "unwrapped",
    "within",
]
