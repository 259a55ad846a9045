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
        r"standards?|tests?|specifications?|requirements?|criteria|benchmarks?|expectations?|challenges?|obligations?|"
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
        after=r"^\s(?:(?:[\w'.-]+\s){1,5}(?:with|over)|over|in\s(?:the|an?|connection)|under|after)\b",
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
        before=r"\b(?:\w+est|positive|good|bad|sure|clear|early|strong|encouraging|hopeful|ominous)\s$",
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
        terms=("ally", "allies", "allied"),
        after=r"^\s(?:(?:it|him|her|them|our)sel(?:f|ves)|with)\b",
        unless=True,
        yes=(
            Example("The mayor met her [[allies]]."),
            Example("The [[allied]] groups met in Karn."),
        ),
        no=("The union allies itself with the mayor.",),
    ),
    ContextRule(
        id="events.context.alliance",
        about="An alliance that nobody forms or joins is a body.",
        words=("ally", "alliance", "cooperate"),
        terms=("alliance", "alliances"),
        before=r"\b(?:form|forg|seal|join|enter|build|creat|cement|agree|sign|announc|str(?:uc|i)k)(?:s|e|es|ed|"
        r"ing)?\s(?:on\s|into\s)?(?:[\w-]+\s){0,2}$",
        after=r"^\s(?:with|between)\b",
        unless=True,
        yes=(Example("The [[alliance]] won a seat in Karn."),),
        no=("The union formed an alliance with the council.",),
    ),
    ContextRule(
        id="events.context.working_together",
        about="Cooperation is an event only between parties or in a matter.",
        words=("cooperate",),
        terms=("cooperation", "collaboration", "collaborations"),
        after=r"^\s(?:with|between|among|on|in|agreements?|deals?|pacts?)\b",
        unless=True,
        yes=(Example("The race was won by [[cooperation]]."),),
        no=("Orland began cooperation with Merra.",),
    ),
    ContextRule(
        id="events.context.everybody_invited",
        about="An invitation to everybody, or to weeds and thieves, is none.",
        words=("invite",),
        before=r"\b(?:(?:customers|guests|visitors|readers|residents|everyone|everybody|anyone|all|public"
        r"|volunteers|families|fans|members)\s(?:is|are)|open|standing)\s$",
        yes=(
            Example("Readers are [[invited]] to write."),
            Example("The gate is an open [[invitation]] to thieves."),
        ),
        no=("The mayor was invited to Karn.", "Marn accepted an invitation to Karn."),
    ),
    ContextRule(
        id="events.context.harvest",
        about="What fields and bonds yield concedes nothing.",
        words=("concede",),
        terms=("yield", "yields", "yielded", "yielding"),
        before=r"\b(?:not|never|refus\w+\sto|will|would)\s$",
        after=r"^\s(?:to\b|(?:the\s)?(?:power|ground|control|floor)\b)",
        unless=True,
        yes=(Example("The field gave a good [[yield]]."),),
        no=("The mayor yielded to the union.",),
    ),
    ContextRule(
        id="events.context.given_words",
        about="A concession in words before a noun of speaking is a speech.",
        words=("concede",),
        terms=("concession", "concessions"),
        after=r"^\s(?:speech|address|remarks|call|stands?|stalls?)\b",
        yes=(Example("Her [[concession]] speech moved Karn."),),
        no=("The union won a concession from the mine.",),
    ),
    ContextRule(
        id="events.context.market_demand",
        about="Buyers' demand for goods asks nobody for anything.",
        words=("demand",),
        terms=("demand", "demands"),
        before=r"\b(?:meet|met|meeting|market|consumer|customer|growing|strong|weak|high|low|rising|falling|forecasting"
        r"|supply\sand|global|domestic|pent-up|more|less|much)\s$",
        after=r"^\s(?:growth|curve)\b|^\sfor\s(?:[\w-]+\s){0,2}(?:products?|goods|oil|gas|steel|food|energy|electricity|homes|"
        r"housing|cars|loans|credit|services|labou?r|workers|tickets|shares|bonds|computers?|chips|exports)\b",
        yes=(Example("The mine cannot meet [[demand]] in Karn."),),
        no=("Rebels made a demand for talks.",),
    ),
    ContextRule(
        id="events.context.adjective_of_trade",
        about="Consulting firms and restricted shares are kinds of firm and share.",
        words=("discuss", "restrict"),
        terms=("consulting", "restricted"),
        after=r"^\s(?:with|about|over|by|the|his|her|their|its|access|travel|movement|to|in|from|him|them)\b",
        unless=True,
        yes=(Example("The [[consulting]] firm left Karn."),),
        no=("Marn spent a day consulting with the union.",),
    ),
    ContextRule(
        id="events.context.paper_calls",
        about="Recipes, plans and laws call for something without asking anybody.",
        words=("urge",),
        terms=("call for", "calls for", "called for", "calling for"),
        before=r"\b(?:recipe|plan|bill|law|budget|contract|strategy|proposal|job|situation|moment|forecast"
        r"|design|script)s?\s(?:also\s)?$",
        yes=(Example("The plan [[calls for]] a new bridge in Karn."),),
        no=("The union called for a vote.",),
    ),
    ContextRule(
        id="events.context.signed_up",
        about="Who signs up, or signs books, agrees with nobody.",
        words=("sign",),
        terms=("signed", "signing"),
        after=r"^\s(?:up\b(?!\sto\s(?:an?|the)\b)|off\b|autographs?|copies|books|in\sto)",
        yes=(Example("Marn [[signed]] up as a guide."),),
        no=("Marn signed up to the pact.",),
    ),
    ContextRule(
        id="events.context.given_by_body",
        about="Organs, eggs and blood are donated without aid to anybody in need.",
        words=("donate",),
        before=r"\b(?:egg|organ|blood|kidney|sperm|liver|tissue|plasma|body)\s$",
        after=r"^\s(?:(?:his|her|their|an?)\s)?(?:eggs?|organs?|blood|kidneys?|sperm|livers?|tissue|plasma)\b",
        yes=(Example("She spoke of organ [[donation]]."),),
        no=("Orland made a donation to Karn.",),
    ),
    ContextRule(
        id="events.context.dividends",
        about="Payments and trade are suspended without punishing anybody.",
        words=("suspend",),
        after=r"^\s(?:of\s)?(?:(?:its|their|the|all|an?)\s)?(?:[\w-]+\s){0,1}(?:dividends?|payments?|trad(?:e|ing)|"
        r"operations|production|services?|flights|sales|play|judgment|disbelief)\b",
        yes=(Example("The bank [[suspended]] dividend payments."),),
        no=("The bank suspended two clerks.",),
    ),
    ContextRule(
        id="events.context.law_back",
        about="A law or a tax that is brought back yields nothing to anybody.",
        words=("restore",),
        terms=("reinstate", "reinstates", "reinstated", "reinstating", "reinstatement"),
        after=r"^\s(?:of\s)?(?:(?:the|an?|this|that|its|their)\s)?(?:[\w-]+\s){0,2}(?:laws?|rules?|bans?|tax(?:es)?|"
        r"acts?|orders?|polic(?:y|ies)|measures?|draft|mandates?|restrictions|penalty)\b",
        yes=(Example("The council [[reinstated]] the tax."),),
        no=("The council reinstated the officer.",),
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
