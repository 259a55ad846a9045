"""Planning and running: order, guards, failures as values, streams."""

from corpuskit.pipeline.api import extract, link, stories
from corpuskit.pipeline.aside import KEYED_KINDS, SetAside, choose_by_key, choose_one
from corpuskit.pipeline.pipeline import AHEAD, Pipeline
from corpuskit.pipeline.plain import PlainSegmenter
from corpuskit.pipeline.plan import Plan, make_plan
from corpuskit.pipeline.records import read_jsonl

__all__ = [
    "AHEAD",
    "KEYED_KINDS",
    "Pipeline",
    "PlainSegmenter",
    "Plan",
    "SetAside",
    "choose_by_key",
    "choose_one",
    "extract",
    "link",
    "make_plan",
    "read_jsonl",
    "stories",
]
