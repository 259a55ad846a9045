"""Planning and running: order, guards, failures as values, streams."""

from corpuskit.pipeline.api import extract, link, stories
from corpuskit.pipeline.pipeline import Pipeline
from corpuskit.pipeline.plain import PlainSegmenter
from corpuskit.pipeline.plan import Plan, SetAside, choose_one, make_plan

__all__ = [
    "Pipeline",
    "PlainSegmenter",
    "Plan",
    "SetAside",
    "choose_one",
    "extract",
    "link",
    "make_plan",
    "stories",
]
