"""Planning and running: order, guards, failures as values, streams."""

from corpuskit.pipeline.api import extract, link, stories
from corpuskit.pipeline.pipeline import AHEAD, Pipeline
from corpuskit.pipeline.plain import PlainSegmenter
from corpuskit.pipeline.plan import Plan, SetAside, choose_one, make_plan
from corpuskit.pipeline.records import read_jsonl

__all__ = [
    "AHEAD",
    "Pipeline",
    "PlainSegmenter",
    "Plan",
    "SetAside",
    "choose_one",
    "extract",
    "link",
    "make_plan",
    "read_jsonl",
    "stories",
]
