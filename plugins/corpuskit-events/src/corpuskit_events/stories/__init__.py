"""Stories: articles grouped by their main event, from rare shared words, names and numbers."""

from corpuskit_events.stories.group import STRICT, USUAL, StorySettings, group_stories

__all__ = ["STRICT", "USUAL", "StorySettings", "group_stories"]
