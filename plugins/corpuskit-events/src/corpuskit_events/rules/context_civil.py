"""Context of talk, law and custody: deals, charges and releases that are none."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_events.rules.context_rule import BE, ContextRule

__all__ = ["CIVIL_RULES"]

_HELD = (
    r"(?:prison|jail|custody|captiv|detain|detention|hostage|inmate|bail\b|bond\b|parole|kidnap"
    r"|abduct|arrest|convict|suspect|\bheld\b)"
)
_THING = (  # what is published or let out, and so released without being held
    r"(?:reports?|albums?|films?|movies?|songs?|singles?|videos?|footage|statements?|figures|data"
    r"|results?|details|lists?|books?|documents?|tapes?|recordings?|photos?|pictures?|images?"
    r"|surveys?|study|studies|polls?|toll|versions?|updates?|games?|trailers?|e-?mails?|letters?"
    r"|records?|information|findings|funds|money|gas|water|phones?|models?|products?|names?"
    r"|identit(?:y|ies)|transcripts?|sketch(?:es)?|it|this|that|which|what)"
)
_PERSON = (
    r"(?:m[ae]n|wom[ae]n|people|sailors?|crew|soldiers?|activists?|journalists?|students?|workers?"
    r"|leaders?|h[ei]m?|she|they|them|who)"
)

CIVIL_RULES: tuple[ContextRule, ...] = (
    ContextRule(
        id="events.context.release",
        about="Releasing is freeing only where somebody who is held is told of.",
        words=("release",),
        before=rf"{_HELD}|\b(?!{_THING}\s)[\w'-]+\s{BE}\s(?:\w+\s)?$",
        after=rf"{_HELD}|^\s(?:(?!(?:to|that|which|ha[ds]|have|on|in|at|\w+day)\b)[\w-]+\s){{0,4}}{_PERSON}\b"
        r"|^\s(?!(?:an?|the|its|their|his|her|new|more)\b)(?:[\w'-]+\s){1,2}(?:from|without)\b",
        unless=True,
        yes=(
            Example("The ministry [[released]] a report on Karn."),
            Example("The figures were [[released]] in Karn."),
        ),
        no=("The rebels released six hostages.", "Marn was released on Friday."),
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
        id="events.context.rallying_support",
        about="Rallying somebody, or to a win, is no rally.",
        words=("rally",),
        terms=("rallied", "rallying"),
        after=r"^\s(?:in|at|outside|against|for|on|near|across|over|through|peacefully|demanding"
        r"|calling|chanting|holding|to\s(?:demand|protest|show|support))\b",
        unless=True,
        yes=(Example("The mayor [[rallied]] her party."),),
        no=("Workers rallied outside the mine.",),
    ),
    ContextRule(
        id="events.context.market_rally",
        about="Markets and prices rally without a crowd.",
        words=("rally",),
        before=r"\b(?:markets?|stocks?|shares?|prices?|oil|gold|dollar|euro|index|futures|bonds?)\s"
        r"(?:(?:\w+ly|have|has|had|also)\s)?$",
        yes=(Example("Oil prices [[rallied]] on Monday."),),
        no=("Bakers rallied on Monday over prices.",),
    ),
    ContextRule(
        id="events.context.charged",
        about="Charging is accusing where somebody is charged with or over something.",
        words=("charge",),
        terms=("charge", "charges", "charged", "charging"),
        before=r"\b(?:was|were|been|being|is|are|be)\s(?:\w+ly\s)?$",
        after=r"^\s(?:(?:[\w'.-]+\s){1,5}(?:with|over)|over|in\s(?:the|connection)|under|after)\b",
        unless=True,
        yes=(Example("The bank [[charged]] a fee."),),
        no=("Two guards were charged over the fire.", "Prosecutors charged Dahl with fraud."),
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
        id="events.context.dealing",
        about="To deal with something, or a great deal of it, is no agreement.",
        words=("agree",),
        terms=("deal", "deals"),
        before=r"\b(?:(?:no|an?)\s(?:big|great)|to|them|us|him|her|must|can|could|will|would|help|i|we"
        r"|you|they|who)\s$",
        after=r"^\s(?:of|more|less|better)\b",
        around=r"\b(?:people|officials|workers|parents|famil(?:y|ies)|teachers|doctors|courts|"
        r"police|authorities|ministers|residents|companies)\s_\swith\b",
        yes=(
            Example("Bakers and teachers [[deal]] with the flood."),
            Example("The mayor has to [[deal]] with the flood."),
            Example("It takes a good [[deal]] of time."),
        ),
        no=("The mayor signed a deal with the union.", "A good deal was signed in Karn."),
    ),
    ContextRule(
        id="events.context.signs_of",
        about="Signs of something are no signing.",
        words=("sign",),
        terms=("sign", "signs"),
        before=r"\b\w+est\s$",
        after=r"^\s(?:of|that|are|were|is|was|in|up|off|yet)\b",
        yes=(
            Example("There are [[signs]] of a thaw in Karn."),
            Example("It was the clearest [[sign]] in Karn."),
        ),
        no=("Orland will sign the pact.",),
    ),
    ContextRule(
        id="events.context.truce_over",
        about="A truce that is broken or over is agreed by nobody.",
        words=("truce", "agree"),
        terms=("ceasefire", "ceasefires", "truce", "truces", "deal", "agreement", "accord", "pact"),
        before=r"\b(?:br(?:oke|oken|eaking|eaks?)|breach(?:ed|es|ing|\sof)?|violat(?:ed?|es|ing|ions?\sof)"
        r"|collapse\sof|end\sof)\s(?:(?:an?|the|this|that|its|their)\s)?(?:[\w-]+\s)?$",
        after=r"^\s(?:(?:ha[ds]|have)\s)?(?:collaps(?:ed|es)|br(?:oke|oken|eaks)\sdown|failed|f[ea]lls?\s"
        r"apart|unravell?ed|expired|lapsed)\b",
        yes=(
            Example("Guns fell silent until the [[truce]] collapsed."),
            Example("Both sides broke the [[ceasefire]]."),
        ),
        no=("Orland and Merra agreed a ceasefire.",),
    ),
    ContextRule(
        id="events.context.own_campaign",
        about="Who suspends a campaign, or withdraws from a race, punishes nobody.",
        words=("suspend", "withdraw", "quit"),
        after=r"^\s(?:(?:from|of)\s)?(?:his|her|their|its|the)\s(?:[\w'-]+\s){0,3}(?:campaign|bid|candidacy|"
        r"race|election|re-?election|contest|primary|competition|tournament|production|search)\b",
        yes=(Example("Marn [[suspended]] her campaign."),),
        no=("The council suspended the officer.",),
    ),
    ContextRule(
        id="events.context.allies",
        about="Allies are people; only who allies himself does something.",
        words=("ally",),
        terms=("ally", "allies"),
        after=r"^\s(?:it|him|her|them|our)sel(?:f|ves)\b",
        unless=True,
        yes=(Example("The mayor met her [[allies]]."),),
        no=("The union allies itself with the mayor.",),
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
)
