"""corpuskit-boilerplate: where an article begins and ends on a flat page, and what is furniture."""

from __future__ import annotations

from corpuskit_boilerplate.profile import Profile, learn_profile
from corpuskit_boilerplate.segmenter import Boilerplate

__all__ = ["Boilerplate", "Profile", "learn_profile"]
