"""Context of force: attacks, strikes and shots that hurt nobody."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_events.rules.context_rule import BE, ContextRule

__all__ = ["FORCE_RULES"]

_OFFICERS = (
    r"(?:police|polic(?:em[ae]n|ewom[ae]n)|officers?|guards?|soldiers?|troops|rebels?|militants?"
    r"|gunm[ae]n|fighters?|thugs?|mobs?|gangs?|attackers?|captors?|jailers?|husband|father|m[ae]n)"
)
_VICTIMS = (
    r"(?:prisoners?|protesters?|demonstrators?|detainees?|inmates?|m[ae]n|wom[ae]n|boys?|girls?"
    r"|child(?:ren)?|students?|journalists?|reporters?|wife|victims?|drivers?|teachers?|villagers?)"
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
_DEPLOYED = (
    r"(?:troops?|forces?|soldiers?|police|officers?|army|armies|navy|marines?|naval|military|guards?|guardsmen"
    r"|peacekeepers?|units?|battalions?|brigades?|divisions?|tanks?|weapons?|missiles?|rockets?|artillery|air"
    r"|(?:war)?(?:ships?|planes?)|jets?|fighters?|helicopters?|drones?|vessels?|personnel|teams?|rescuers?"
    r"|firefighters?|crews?|agents?|nato|u\.?n\.?|batter(?:y|ies)|systems?|gas|men|women|border)"
)
_LINK = (
    r"(?:in|on|against|at|by|to|of|that|which|and|or|from|for|near|into|inside|around|after"
    r"|before|since|as|was|were|is|has|had|have|will|would|began|launched)\b"
)

FORCE_RULES: tuple[ContextRule, ...] = (
    ContextRule(
        id="events.context.game_won",
        about="Who beats a rival at the polls or in a match hurts nobody.",
        words=("beat",),
        terms=("beat", "beats", "beaten", "beating"),
        before=r"\b(?:badly|severely|savagely|brutally|repeatedly|the|a|fatal|brutal)\s$"
        rf"|\b{_OFFICERS}\s(?:(?:was|were|had|have|has)\s)?$",
        after=r"^\s(?:up|unconscious|with)\b|^\s(?:him|her|them)\b(?!\s(?:\d|in\s|by\s|to\s|for\s))"
        rf"|^\s(?:(?:an?|the|his|her|their)\s)?(?:[\w-]+\s){{0,2}}{_VICTIMS}\b(?!\s\d)"
        r"|^\s(?:[\w'-]+\s){0,3}to\sdeath\b",
        unless=True,
        yes=(Example("Marn [[beat]] Dahl by six points."),),
        no=("Guards beat up the driver.", "Police beat protesters.", "Men were beating a boy."),
    ),
    ContextRule(
        id="events.context.no_gunshot",
        about="Films are shot, and speakers shoot back.",
        words=("shoot",),
        before=r"\b(?:long|screen|head|mug|slap|photo|cheap|parting|jump|bank|turnaround|penalty|"
        r"single|fatal|deadly|warning|final|"
        r"(?:three|\d)-point|winning)\s$",
        after=r"^\sback\b(?!\sat)|^\s(?:(?:a|the|his|her|their)\s)?(?:\w+\s)?(?:films?|movies?|"
        r"videos?|scenes?|photos?|baskets?|percent|per\scent|goals?|hoops)\b(?!\s\w+er\b)"
        r"|^\s\d[\d.]*(?:-|\s?%|\s(?:percent|per\scent|for|of|from)\b)",
        yes=(
            Example("The mayor [[shot]] back in a letter."),
            Example("The centre [[shot]] 42 percent."),
            Example("Marn died of a single [[shot]]."),
        ),
        no=("The guard shot back at the rebels.", "The guard shot 12 people."),
    ),
    ContextRule(
        id="events.context.sprouts",
        about="Shoots of plants hurt nobody, and who shoots himself in the foot errs.",
        words=("shoot",),
        terms=("shoots",),
        before=r"\b(?:all|any|some|new|green|young|tender|bamboo|side|pea|root|tips?)\s(?:\w+\s)?$",
        after=r"^\s(?:that|which|are|were|have|of|from|grow|appear|emerge|hoops|(?:it|them|him|her)sel(?:f|ves))\b",
        yes=(Example("Cut all [[shoots]] in March."),),
        no=("A guard shoots a driver in Karn.",),
    ),
    ContextRule(
        id="events.context.offensive_as_adjective",
        about="Offensive before a noun is an adjective.",
        words=("offensive",),
        terms=("offensive",),
        after=rf"^\s(?!{_LINK}|\w+ed\b|left\b)[a-z]|^\s(?:and|or)\s(?:\w+(?:ist|ful|ing|ive)|rude|crude|vulgar)\b",
        yes=(Example("The coach praised the [[offensive]] line."),),
        no=("The army launched an offensive in Orlo.", "The offensive failed."),
    ),
    ContextRule(
        id="events.context.own_attacks",
        about="The attacks of one person are words.",
        words=("attack",),
        terms=("attacks",),
        before=r"\b(?:his|her|my|your)\s$",
        yes=(Example("The mayor did not answer his [[attacks]]."),),
        no=("Rebels halted their attacks on Karn.",),
    ),
    ContextRule(
        id="events.context.attack_of_illness_or_words",
        about="Attacks of illness and of words are no assaults.",
        words=("attack",),
        before=r"\b(?:in|via)\s(?:an?|the|his|her|their|its)\s(?:[\w-]+\s){0,2}(?:tweet|ad|speech|"
        r"debate|editorial|column|op-ed)s?,?\s(?:(?!sa(?:id|ys)\b|that\b)[\w'-]+\s){1,4}$|"
        r"\bcandidates?\s$|\b(?:heart|panic|anxiety|asthma|personal|verbal|political|negative|harsh|scathing|"
        r"blistering|withering|stinging|vitriolic|partisan|"
        r"lines?\sof|(?:w[ae]s|were|is|are|be|been|went|go|goes|going|still)\son\sthe)\s$",
        after=r"^\s(?:ads?|lines?)\b|^(?:\s[\w'-]+){1,3}\s(?:as\s(?:an?|being|too|weak|soft)|for\s(?:being"
        r"|having|his|her|its|their|\w{3,}ing))\b",
        yes=(
            Example("The driver had a heart [[attack]]."),
            Example("In a speech, the mayor [[attacked]] the council."),
            Example("The union [[attacked]] the mayor as a liar."),
        ),
        no=("An attack on the mine failed.", "A speech on the attack moved Karn."),
    ),
    ContextRule(
        id="events.context.struck_by_nature",
        about="What nature or chance strikes, and a bargain struck, were no strikes.",
        words=("strike",),
        before=rf"\b{_NATURE}\s(?:(?!(?:who|and|as|when|after|by)\b)[\w.'-]+\s){{0,6}}$|\b(?:on|rail|bus|labou?r"
        r"|hunger|general|wildcat|walkout|(?:miner|worker|teacher|nurse|doctor|driver|pilot|writer|actor|employee|"
        r"docker|student|player|union)s?'?|strike\sand)\s$"
        rf"|\b(?:deal|bargain|balance|agreement|accord|compromise)s?\s{BE}\s$",
        around=r"\b(?:was|were|been|being)\s_\s(?!by\b|with\b|in\sthe\b)"
        r"|\b(?:deal|bargain|agreement|accord|compromise)\s(?:[\w.'-]+\s){1,4}_\swith\b",
        after=rf"^\s(?:action|ballot|zone|breakers?|me|us|you|out|off|down|an?\s(?:deal|balance|chord|tone"
        rf"|pose|bargain|agreement)|by\s(?:how|what|(?:an?\s|the\s)?(?:[\w-]+\s){{0,2}}(?:cars?|"
        rf"trucks?|vehicles?|trains?|bus|taxi|van|suv|drivers?|motorists?|way|fact|beauty|kindness|contrast|idea|{_NATURE})))\b",
        yes=(
            Example("The storm [[struck]] Karn."),
            Example("A girl was [[struck]] by a car."),
            Example("Coal ran short in a miners' [[strike]]."),
            Example("Orland and Merra [[struck]] a deal."),
        ),
        no=("Warplanes struck a depot in Karn.", "The mine was struck by a missile."),
    ),
    ContextRule(
        id="events.context.blasted_in_words",
        about="Who blasts somebody finds fault; bombs blast walls.",
        words=("explode",),
        terms=("blasted", "blasting"),
        before=r"\b(?:bombs?|explosions?|shells?|rockets?|missiles?|was|were|been|being)\s(?:\w+\s)?$",
        after=r"^\s(?:through|an?\shole|open|apart|off|into|out|away|(?:the|an?|its|their)\s(?:[\w-]+\s)?"
        r"(?:building|wall|door|gate|house|car|bus|market|roof|hotel|mosque|church|town|city|base))\b",
        unless=True,
        yes=(Example("The mayor [[blasted]] the council."),),
        no=("Rebels blasted the gate.", "A bomb blasted the hall."),
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
        id="events.context.exiles",
        about="Exiles are people unless somebody exiles them.",
        words=("exile",),
        terms=("exiles",),
        after=r"^\s(?:him|her|them|(?:the|his|its|two|three)\s)",
        unless=True,
        yes=(Example("[[Exiles]] met in Karn."),),
        no=("The junta exiles the mayor.",),
    ),
    ContextRule(
        id="events.context.reinforced_ideas",
        about="Troops and posts are reinforced; ideas and walls are strengthened.",
        words=("reinforce",),
        before=r"\b(?:send|sent|sending|deploy\w*|call\w*\sfor|request\w*|military|troop|police|army|for|more)\s$",
        after=r"^(?:\s[\w'-]+){0,3}\s(?:troops|forces|soldiers|positions?|border|police|garrisons?|army|units?|posts?|"
        r"front|lines?|checkpoints?|base|navy|fleet|town|city)\b",
        unless=True,
        yes=(Example("The vote [[reinforced]] the view in Karn."),),
        no=("Orland reinforced its troops in Karn.",),
    ),
    ContextRule(
        id="events.context.pulling_things",
        about="Who pulls out a thing retreats from nowhere.",
        words=("withdraw",),
        terms=("pull out", "pulls out", "pulled out", "pulling out"),
        after=r"^\s(?:an?|any|some|his|her|my|your|their|the)\s(?!(?:[\w-]+\s){0,2}(?:troops|forces|soldiers|"
        r"staff|army|workers|team|personnel|diplomats|units?|contingent)\b)",
        yes=(Example("The guard [[pulled out]] a knife."),),
        no=("Orland pulled out its troops.", "Orland pulled out of Karn."),
    ),
    ContextRule(
        id="events.context.sweeping_past",
        about="Who sweeps or punches through, past or to something hurts nobody.",
        words=("raid", "beat"),
        terms=("sweep", "sweeps", "punch", "punches", "punched"),
        after=r"^\s(?:around|through|past|across|away|aside|up|to(?!\sthe\s(?:head|face|body|"
        r"chest|stomach|ribs)\b)|into|out|above)\b",
        yes=(Example("Marn [[punched]] through the crowd."),),
        no=("A guard punched the driver.",),
    ),
    ContextRule(
        id="events.context.nobody_surrounded",
        about="Doubts, friends and fortunes surround and are amassed or deployed without troops.",
        words=("surround", "mobilize"),
        terms=("surrounding", "amass", "amassed", "amassing", "amasses"),
        before=r"\b(?:police|troops|soldiers|forces|officers|army|tanks|rebels|crowds?|were|was|are|is)\s$",
        after=r"^(?:\s[\w'-]+){0,3}\s(?:house|home|building|city|town|village|compound|base|troops|forces|soldiers|tanks"
        r"|weapons|artillery|army)\b",
        unless=True,
        yes=(Example("Doubts [[surrounding]] the vote grew in Karn."),),
        no=("Troops amassed tanks near Karn.",),
    ),
    ContextRule(
        id="events.context.weeds_suppressed",
        about="Weeds, costs and coughs are suppressed without force on people.",
        words=("crack down",),
        after=r"^\s(?:the\s|an?\s|his\s|her\s)?(?:[\w-]+\s)?(?:weeds?|inflation|appetites?|prices|wages|costs|growth|demand|"
        r"coughs?|symptoms?|immunity|smiles?|laugh(?:ter)?|memories|emotions?|tears|fires?|evidence)\b",
        yes=(Example("Straw [[suppresses]] weeds in Karn."),),
        no=("The junta suppressed a revolt.",),
    ),
    ContextRule(
        id="events.context.deployed_code",
        about="Troops, police and their arms are deployed; programs and money are put to use.",
        words=("deploy",),
        before=rf"\b{_DEPLOYED}\b",
        after=rf"\b{_DEPLOYED}\b",
        unless=True,
        yes=(Example("The bank [[deployed]] new programs in Karn."),),
        no=("Orland deployed troops in Karn.", "Police were deployed in Karn."),
    ),
    ContextRule(
        id="events.context.plan_executed",
        about="Plans, warrants and orders are executed without a death.",
        words=("execute",),
        before=rf"\b(?:plans?|warrants?|orders?|strategy|contracts?|plays?|projects?|reforms?)\s{BE}\s$",
        after=r"^\s(?:of\s)?(?:an?|the|its|their|his|her|this|that)?\s?(?:[a-z]+\s)?(?:plans?|"
        r"warrants?|strategy|orders?|will|policy|contracts?|plays?|projects?|reforms?|duties)\b",
        yes=(Example("The guards [[executed]] a search warrant."),),
        no=("The rebels executed two guards.",),
    ),
    ContextRule(
        id="events.context.figure_of_speech",
        about="Attention is captured, chances are seized and bills are killed in words alone.",
        words=("capture", "seize"),
        before=r"\bvideo\s$",
        after=r"^\s(?:the\s)?(?:attention|imagination|hearts?|moment|images?|video|footage|votes?|"
        r"essence|opportunity|initiative|chance|senate|nomination|majority|presidency|titles?|crown|gold|"
        r"medals?|seats?|trophy|championship|market|spirit|mood)\b",
        yes=(Example("The film [[captured]] the moment."),),
        no=("The rebels captured two guards.", "The rebels seized the bill collector."),
    ),
    ContextRule(
        id="events.context.killed_on_paper",
        about="Bills and plans are killed in words alone.",
        words=("kill",),
        after=r"^\s(?:(?:the|an?|this|that)\s)?(?:bill|deal|proposal|plan|project|amendment|legislation|"
        r"measure)s?\b(?!\s\w+(?:er|or|ief|ist)s?\b)|^\stime\b",
        yes=(Example("The council [[killed]] the proposal."),),
        no=("The bomb killed the project manager.", "He was killed the moment he woke."),
    ),
    ContextRule(
        id="events.context.seizing_on",
        about="Who seizes on something takes it up.",
        words=("seize",),
        after=r"^\s(?:on|upon)\s(?!\d|\w+\s\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|board\b"
        r"|(?:an?|the|their|its)\s(?:[\w-]+\s)?(?:border|road|street|highway|coast|outskirts|island|"
        r"train|bus|ship|boat|plane|beach|river|seas?|way|night|morning|eve|same)\b)",
        yes=(Example("Critics [[seized]] on the error."),),
        no=("The boat was seized on Monday.", "Two men were seized on the border."),
    ),
    ContextRule(
        id="events.context.how_many",
        about="How often something happens is a figure and no event.",
        words=(
            "attack",
            "kill",
            "murder",
            "kidnap",
            "shoot",
            "bomb",
            "rape",
            "rob",
            "steal",
            "arrest",
        ),
        terms=tuple(
            "attacks assaults murders killings kidnappings abductions shootings bombings rapes "
            "robberies arrests".split()
        ),
        before=r"\b(?:rise|increase|surge|spike|uptick|upsurge|jump|drop|decline|fall|number|rate)s?\s"
        r"(?:in|of)\s(?:[\w-]+\s){0,2}$",
        after=r"^(?:\s[\w'-]+){0,5},?\s(?:compared|versus|up\sfrom|down\sfrom)\b",
        yes=(
            Example("The mayor spoke of a surge in [[attacks]]."),
            Example("Karn saw 52 [[murders]] in a year, up from 30."),
        ),
        no=("A series of attacks shook Karn.",),
    ),
    ContextRule(
        id="events.context.dismissed",
        about="Whose firing it was lost a job.",
        words=("shoot",),
        terms=("firing",),
        before=r"\b(?:his|her|my|your)\s$",
        after=r"^\sof\s(?!(?:an?|the|\d+|two|three|several)?\s?(?:[\w-]+\s)?(?:shots?|rockets?|missiles?|"
        r"guns?|rounds?|shells?|mortars?|bullets?|tear)\b)",
        yes=(
            Example("Her [[firing]] shook the club."),
            Example("The [[firing]] of the coach hurt."),
        ),
        no=("Heavy firing shook Karn.",),
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
