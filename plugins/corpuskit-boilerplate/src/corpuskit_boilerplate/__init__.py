"""corpuskit-boilerplate: where an article begins and ends on a flat page, and what is furniture."""

from __future__ import annotations

from corpuskit_boilerplate.segmenter import Boilerplate
from corpuskit_boilerplate.site.profile import Profile, learn_profile

__all__ = ["Boilerplate", "Profile", "learn_profile"]
