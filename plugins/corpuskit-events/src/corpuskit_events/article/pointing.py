"""Pointing: what tells no more of an utterance: a headline, and a noun that points back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpuskit import Argument
from corpuskit_events.sentence.frame import Frame, who_is

__all__ = ["headed_deeds", "told_of", "under_headlines"]


def under_headlines(said: Sequence[list[Frame]]) -> list[list[Frame]]:
    """Occasions, those of a headline alone with the first below that does the same by saying so:
    "Orland turns down offer", "Orland's government rejected an offer on Friday"."""
    titles = [o for o in said if o[0].type != "STATEMENT" and _is_title(o)]
    if not titles:
        return list(said)
    left = [occasion for occasion in said if occasion not in titles]
    for title in titles:
        first = next((o for o in left if _does(o, title[0])), None)
        if first is not None and _of_one(title[0], first[0]):
            first += title
        else:
            left.append(title)
    return left


def headed_deeds(said: Sequence[list[Frame]], deeds: Sequence[list[Frame]]) -> list[list[Frame]]:
    """Occasions, without the headlines of which the first deed below of their type tells what was
    done: "Rebels agree to truce", "The army and the rebels signed a truce".

    Args:
        deeds: by event; those with a headline are given its mentions.
    """
    left = []
    for occasion in said:
        acts = occasion[0].type != "STATEMENT"
        home = _deed_below(deeds, occasion[0]) if acts and _is_title(occasion) else None
        if home is None:
            left.append(occasion)
        else:
            home += occasion
    return left


def _deed_below(deeds: Sequence[list[Frame]], title: Frame) -> list[Frame] | None:
    """The first deed of a headline's type below it, if one of its parties takes part."""
    first = next((frames for frames in deeds if frames[0].type == title.type), None)
    if first is None or first[0].modality != title.modality:
        return None
    parties = {who_is(party) for frame in first for party in _parties(frame)}
    return None if parties.isdisjoint(map(who_is, _parties(title))) else first


def _parties(frame: Frame) -> Iterator[Argument]:
    return (party for party in (frame.actor, frame.recipient) if party is not None)


def _is_title(occasion: Sequence[Frame]) -> bool:
    """Whether headlines alone tell it; the caller knows that it is no mere saying."""
    return all(frame.sentence.zone == "headline" for frame in occasion)


def _does(occasion: Sequence[Frame], title: Frame) -> bool:
    return any(frame.type == title.type for frame in occasion)


def _of_one(title: Frame, frame: Frame) -> bool:
    """Whether who speaks in a headline can be who speaks below it: the state and its government; or
    its minister, who accuses the same party."""
    if title.actor is None or frame.actor is None:
        return False
    if title.recipient is not None and frame.recipient is not None:
        return who_is(title.recipient) == who_is(frame.recipient)
    one, other = (a.name.replace("'s", "").replace("’s", "") for a in (title.actor, frame.actor))
    return title.actor.entity_id is None or not set(one.split()).isdisjoint(other.split())


def told_of(said: Sequence[list[Frame]], deeds: Iterable[list[Frame]]) -> list[list[Frame]]:
    """The deeds that are left when "the accusation" has joined the utterance that made it.

    Args:
        said: utterances by occasion; those of which a deed tells no more are given its mentions.
    """
    left = []
    for frames in deeds:
        points = frames[0].definite and all(map(_only_points, frames))
        home = _home(said, frames) if points else None
        if home is None:
            left.append(frames)
        else:
            home += frames
    return left


def _only_points(frame: Frame) -> bool:
    """Whether it is a noun that tells nothing new: no day, no place and nobody."""
    if not frame.definite or frame.modality != "asserted":
        return False
    return not (frame.dated or frame.places or frame.actor or frame.recipient)


def _home(said: Sequence[list[Frame]], frames: Sequence[Frame]) -> list[Frame] | None:
    """The only occasion before it on which that was done."""
    first = frames[0]
    fitting = [
        occasion
        for occasion in said
        if occasion[0].trigger.start < first.trigger.start and _does(occasion, first)
    ]
    return fitting[0] if len(fitting) == 1 else None
