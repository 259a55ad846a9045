"""Context: which trigger words tell of no event of their type by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import attrs

from corpuskit.scan import Example, Rule

__all__ = ["CONTEXT_RULES", "ContextRule", "turned_down"]

REACH = 60  # characters beside the trigger that are looked at


@attrs.frozen(kw_only=True)
class ContextRule(Rule):
    """Turns a trigger down; the examples mark what is turned down, their value is the rule's.

    Attributes:
        words: classes of the triggers that it looks at.
        terms: the same by their text, folded; () for all of `words`.
        before, after: patterns over folded text that end or begin at the trigger.
        unless: whether the trigger stands only where one of the patterns matches.
    """

    words: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    unless: bool = False


_HELD = (
    r"(?:prison|jail|custody|captiv|detain|detention|hostage|inmate|bail\b|bond\b|parole|kidnap"
    r"|abduct|arrest|convict|suspect)"
)
_PERSON = (
    r"(?:m[ae]n|wom[ae]n|people|sailors?|crew|soldiers?|activists?|journalists?|students?|workers?"
    r"|leaders?|h[ei]m?|she|they|them|who)"
)
_NATURE = (
    r"(?:(?:earth)?quakes?|storms?|tsunamis?|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|tremors?|floods?"
    r"|disasters?|tragedy|temblor|lightning|virus|epidemic)"
)
_FORCES = (
    r"(?:to|will|would|can|could|may|might|must|not|n't|they|we|who|troops|forces|police|soldiers"
    r"|protesters|demonstrators|rebels|militants|gunmen|fighters|crowds?|mobs?|jets|planes"
    r"|warplanes|artillery)"
)
_LINK = (
    r"(?:in|on|against|at|by|to|of|that|which|and|or|from|for|near|into|inside|around|after"
    r"|before|since|as|was|were|is|has|had|have|will|would|began|launched)\b"
)

CONTEXT_RULES: tuple[ContextRule, ...] = (
    ContextRule(
        id="events.context.release",
        about="Releasing is freeing only where somebody who is held is told of.",
        words=("release",),
        before=rf"{_HELD}|\b{_PERSON}\s(?:was|were|is|are|(?:will|to)\sbe|ha[ds]\sbeen|have\sbeen)\s"
        r"(?:\w+\s)?$",
        after=rf"{_HELD}|^\s(?:[\w-]+\s){{0,4}}{_PERSON}\b",
        unless=True,
        yes=(Example("The ministry [[released]] a report on Karn."),),
        no=("The rebels released six hostages.", "He was released without charge."),
    ),
    ContextRule(
        id="events.context.need_met",
        about="Needs, terms and goals are met without a meeting.",
        words=("meet",),
        after=r"^\s(?:(?!(?:with|to|on|for|about|over|in|and)\b)[\w'-]+\s){0,5}(?:release\sdate|"
        r"conditions?|needs?|demands?|deadlines?|targets?|goals?|"
        r"standards?|requirements?|criteria|benchmarks?|expectations?|challenges?|obligations?|"
        r"thresholds?|costs?|quotas?|ends?|approval|resistance)\b",
        yes=(Example("The union [[met]] the conditions of the loan."),),
        no=("The union met the mayor of Karn.",),
    ),
    ContextRule(
        id="events.context.plea_in_court",
        about="A plea in court asks nobody for anything.",
        words=("plead",),
        before=r"\bguilty\s$",
        after=r"^\s(?:(?:not\s)?guilty|no\scontest|innocent|deal|bargain|agreement)\b",
        yes=(Example("The guard will [[plead]] guilty."),),
        no=("The guard pleaded for help.",),
    ),
    ContextRule(
        id="events.context.game_won",
        about="Who beats a rival at the polls or in a match hurts nobody.",
        words=("beat",),
        terms=("beat", "beats", "beaten", "beating"),
        before=r"\b(?:badly|severely|savagely|brutally|repeatedly|the|a|fatal|brutal)\s$",
        after=r"^\s(?:up|unconscious|with)\b|^\s(?:him|her|them)\b(?!\s(?:\d|in\s|by\s|to\s|for\s))",
        unless=True,
        yes=(Example("Marn [[beat]] Dahl by six points."),),
        no=("Guards beat up the driver.", "The driver was badly beaten."),
    ),
    ContextRule(
        id="events.context.rallying_support",
        about="Rallying somebody, or to a win, is no rally.",
        words=("rally",),
        terms=("rallied", "rallying"),
        after=r"^\s(?:in|at|outside|against|for|on|near|across|over|through|peacefully)\b",
        unless=True,
        yes=(Example("The mayor [[rallied]] her party."),),
        no=("Workers rallied outside the mine.",),
    ),
    ContextRule(
        id="events.context.no_gunshot",
        about="Films are shot, and speakers shoot back.",
        words=("shoot",),
        before=r"\b(?:long|screen|head|mug|slap|photo|cheap|parting|jump|bank|turnaround|penalty|"
        r"three-point|winning)\s$",
        after=r"^\sback\b(?!\sat)|^\s(?:(?:a|the|his|her|their)\s)?(?:\w+\s)?(?:films?|movies?|"
        r"videos?|scenes?|photos?|baskets?|percent|per\scent|goals?|hoops)\b|^\s\d",
        yes=(Example("The mayor [[shot]] back in a letter."),),
        no=("The guard shot back at the rebels.", "The guard shot two men."),
    ),
    ContextRule(
        id="events.context.offensive_as_adjective",
        about="Offensive before a noun is an adjective.",
        words=("offensive",),
        terms=("offensive",),
        after=rf"^\s(?!{_LINK})[a-z]",
        yes=(Example("The coach praised the [[offensive]] line."),),
        no=("The army launched an offensive in Orlo.",),
    ),
    ContextRule(
        id="events.context.attack_of_illness_or_words",
        about="Attacks of illness and of words are no assaults.",
        words=("attack",),
        before=r"\b(?:tweet|ad|speech|statement|debate|interview|editorial|candidate)s?\b|"
        r"\b(?:heart|panic|anxiety|asthma|personal|verbal|political|negative|lines?\sof|"
        r"on\sthe)\s$",
        after=r"^\s(?:ads?|lines?)\b",
        yes=(Example("The driver had a heart [[attack]]."),),
        no=("An attack on the mine failed.",),
    ),
    ContextRule(
        id="events.context.struck_by_nature",
        about="What nature or chance strikes, and a bargain struck, were no strikes.",
        words=("strike",),
        before=rf"\b(?:was|were|been|being)\s$|\b{_NATURE}\s(?:that\s|which\s|has\s|had\s)?$|\b(?:on|rail|bus|labou?r)\s$",
        after=rf"^\s(?:action|ballot|zone|breakers?|me|us|you|out\b|an?\s(?:deal|balance|chord|tone|pose|"
        rf"bargain|agreement)|by\s(?:an?\s)?(?:\w+\s)?(?:car|truck|vehicle|train|bus|{_NATURE}))\b",
        yes=(Example("The storm [[struck]] Karn."), Example("Orland and Merra [[struck]] a deal.")),
        no=("Warplanes struck a depot in Karn.",),
    ),
    ContextRule(
        id="events.context.charged",
        about="Charging is accusing where somebody is charged with or over something.",
        words=("charge",),
        terms=("charge", "charges", "charged", "charging"),
        before=r"\b(?:was|were|been|being|is|are|be)\s(?:\w+ly\s)?$",
        after=r"^\s(?:(?:him|her|them)\swith|over|in\s(?:the|connection)|under|after)\b",
        unless=True,
        yes=(Example("The bank [[charged]] a fee."),),
        no=("Two guards were charged over the fire.",),
    ),
    ContextRule(
        id="events.context.falling",
        about="What declines without declining something falls.",
        words=("refuse",),
        terms=("decline", "declines", "declined", "declining"),
        after=r"^\s(?:to|an?|the|his|her|its|their|comment|all|any|interviews?|invitations?)\b",
        unless=True,
        yes=(Example("Sales [[declined]] in Karn."),),
        no=("The council declined to meet the union.",),
    ),
    ContextRule(
        id="events.context.danger",
        about="A danger is no threat that somebody makes.",
        words=("threaten",),
        terms=("threat", "threats", "threatened"),
        before=r"\bendangered\s(?:or|and)\s$|\b(?:lack|kind|sort)\sof\s$|\b(?:no|any|the)\s$",
        after=r"^\s(?:posed|level|assessment|species|plants?|animals?|to\s(?:our|its|national|global|"
        r"public|human|peace|democracy|the\s(?:world|country|nation|region|state|mine|public|people|"
        r"environment|economy|security|future|peace))\b)",
        yes=(Example("The flood is a [[threat]] to the mine."),),
        no=("The rebels made a threat to the mayor.",),
    ),
    ContextRule(
        id="events.context.noun_in_disguise",
        about="Storms, shells, pounds, torches and rams are things unless somebody does it.",
        words=("storm", "shell", "arson", "ram", "rob"),
        terms=tuple(
            "storm storms shell shells pound pounds torch torches ram rams mug mugs".split()
        ),
        before=rf"\b{_FORCES}\s$",
        unless=True,
        yes=(Example("A [[storm]] of letters met the mayor."),),
        no=("Rebels tried to storm the mine.",),
    ),
    ContextRule(
        id="events.context.dealing",
        about="To deal with something, or a great deal of it, is no agreement.",
        words=("agree",),
        terms=("deal", "deals"),
        before=r"\b(?:great|good|big|no\sbig|to|them|us|him|her|must|can|could|will|would|help)\s$",
        yes=(Example("The mayor has to [[deal]] with the flood."),),
        no=("The mayor signed a deal with the union.",),
    ),
    ContextRule(
        id="events.context.signs_of",
        about="Signs of something are no signing.",
        words=("sign",),
        terms=("sign", "signs"),
        after=r"^\s(?:of|that|are|were|is|was|in|up|off)\b",
        yes=(Example("There are [[signs]] of a thaw in Karn."),),
        no=("Orland will sign the pact.",),
    ),
    ContextRule(
        id="events.context.plan_executed",
        about="Plans, warrants and orders are executed without a death.",
        words=("execute",),
        after=r"^\s(?:of\s)?(?:an?|the|its|their|his|her|this|that)?\s?(?:[a-z]+\s)?(?:plans?|"
        r"warrants?|strategy|orders?|will|policy|contracts?|plays?|projects?|reforms?|duties)\b",
        yes=(Example("The guards [[executed]] a search warrant."),),
        no=("The rebels executed two guards.",),
    ),
    ContextRule(
        id="events.context.figure_of_speech",
        about="Attention is captured, chances are seized and bills are killed in words alone.",
        words=("capture", "seize", "kill"),
        before=r"\bvideo\s$",
        after=r"^\s(?:the\s)?(?:attention|imagination|hearts?|moment|images?|video|"
        r"footage|votes?|essence|opportunity|initiative|chance|bill|deal|proposal|plan|time|"
        r"project|amendment|legislation|measure)\b",
        yes=(Example("The council [[killed]] the proposal."),),
        no=("The rebels killed two guards.", "Two guards were killed on Monday."),
    ),
    ContextRule(
        id="events.context.seizing_on",
        about="Who seizes on something takes it up.",
        words=("seize",),
        after=r"^\s(?:on|upon)\s(?!\d|\w+\s\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
        yes=(Example("Critics [[seized]] on the error."),),
        no=("The boat was seized on Monday.",),
    ),
    ContextRule(
        id="events.context.as_opposed_to",
        about="As opposed to something means instead of it.",
        words=("oppose",),
        terms=("opposed",),
        before=r"\bas\s$",
        yes=(Example("She spoke of jobs as [[opposed]] to taxes."),),
        no=("The council opposed the tax.",),
    ),
    ContextRule(
        id="events.context.appeal_of_taste",
        about="Courts of appeal, and what has appeal, ask for nothing.",
        words=("appeal",),
        terms=("appeal", "appeals"),
        before=r"\b(?:urgent|filed|an|to|will|public)\s$",
        after=r"^\s(?:for|to|against|from)\b",
        unless=True,
        yes=(Example("The [[appeals]] court sat in Karn."), Example("Its [[appeal]] is broad.")),
        no=("The mayor made an appeal for calm.",),
    ),
    ContextRule(
        id="events.context.hacking_machines",
        about="Who hacks a machine cuts nobody.",
        words=("stab",),
        terms=("hack", "hacks", "hacked", "hacking"),
        after=r"^\s(?:[a-z]+\s){0,3}to\sdeath\b|\b(?:machetes?|axes?|kni(?:fe|ves)|swords?)\b",
        unless=True,
        yes=(Example("Somebody [[hacked]] the mayor's mail."),),
        no=("Rebels hacked two guards to death.",),
    ),
)


@cache
def _compiled() -> tuple[tuple[ContextRule, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    return tuple(
        (
            rule,
            re.compile(rule.before) if rule.before else None,
            re.compile(rule.after) if rule.after else None,
        )
        for rule in CONTEXT_RULES
    )


@cache
def _words() -> frozenset[str]:
    """Classes that some rule looks at."""
    return frozenset(word for rule in CONTEXT_RULES for word in rule.words)


@lru_cache(maxsize=4096)
def _fitting(
    word: str, term: str
) -> Sequence[tuple[ContextRule, re.Pattern[str] | None, re.Pattern[str] | None]]:
    """The rules for a trigger by its class and its text."""
    return tuple(
        row
        for row in _compiled()
        if word in row[0].words and (not row[0].terms or term in row[0].terms)
    )


def turned_down(folded: str, sentence: tuple[int, int], hit: tuple[int, int], word: str) -> str:
    """Id of the rule that turns the trigger at `hit` down, or ""."""
    if word not in _words():
        return ""
    start, end = hit
    fitting = _fitting(word, folded[start:end])
    if not fitting:
        return ""
    left = folded[max(sentence[0], start - REACH) : start]
    right = folded[end : min(sentence[1], end + REACH)]
    for rule, before, after in fitting:
        found = (before is not None and before.search(left) is not None) or (
            after is not None and after.search(right) is not None
        )
        if found is not rule.unless:
            return rule.id
    return ""
