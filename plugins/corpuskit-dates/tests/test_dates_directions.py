"""Which way a weekday, a day or a month without a year lies, by the words around it."""

from __future__ import annotations

import datetime

import pytest

from corpuskit import DateMention, Pipeline, Source
from corpuskit_dates import Dates

TODAY = datetime.date(2023, 3, 8)  # a Wednesday
WEEKDAYS = ("Friday", "Saturday", "Sunday", "Monday")

WEEKDAYS_AHEAD = """
Talks will resume in Karn on Friday.
The minister said the talks would resume on Friday.
He is due to appear in court on Friday.
She is expected to arrive on Friday for a two-day visit.
Leaders to meet in Karn Friday
The strike, set to begin on Friday, could last weeks.
A vote is scheduled for Friday.
The deadline is Friday.
Voters go to the polls on Sunday.
Polls open Sunday in Norvale.
The union has called a strike for Friday.
He hopes to be back on Saturday.
Tickets go on sale on Friday.
The law takes effect Friday.
They have until Friday to leave.
Residents were told to leave by Friday.
He faces a vote of confidence on Friday.
The president is flying to Paris on Friday.
Markets are closed on Friday for a holiday.
The two sides agreed to meet again on Friday.
Heavy rain is forecast for Friday.
Ahead of Sunday's election, shops put up boards.
The ruling is expected Friday.
The court is to rule on Friday.
The bank plans to announce its results on Friday.
A rally is planned for Saturday.
The ship may reach port on Friday.
The film opens Friday in cinemas.
She could be freed as early as Friday.
The company said it expects to reopen the mine on Friday.
He was ordered to report to police on Friday.
The trial was adjourned until Friday.
Campaigning ends Friday, two days before the vote.
Sunday's vote will decide who governs.
A funeral will be held Saturday at St Mary's.
The army has given the rebels until Friday to hand over their arms.
It wants the troops out by Friday.
The ceasefire expires on Friday.
The deal must be signed by Friday.
Sol meets the king on Friday.
City host United on Saturday.
"We will march on Friday," he said.
Teachers are threatening to walk out on Friday.
Doctors vowed to stop work from Friday.
The talks are to start on Friday in Geneva.
The hearing continues on Friday.
The inquest was postponed to Friday.
The bridge is to be closed from Friday.
The group called for protests on Friday.
The summit, which begins on Friday, will be the first in two years.
He has promised an answer by Friday.
Schools will stay shut until Monday.
It is not clear whether he will attend Friday's meeting.
Parliament is likely to debate the bill on Friday.
He should know on Friday.
The match kicks off at 3pm on Saturday.
Play resumes on Friday.
He plays his last match on Saturday.
"""

WEEKDAYS_PAST = """
Talks broke down on Friday.
The minister said on Friday the talks would resume.
The talks, which began on Friday, have made little progress.
Police arrested five men on Friday.
A bomb killed four on Friday, officials said.
Since Friday, 40 people have died.
He had been due to appear in court on Friday but fled.
The plane went missing on Friday.
After Friday's attack, shops put up boards.
Friday's blast killed nine.
The strike began on Friday and will last a week.
Clashes erupted Friday as troops moved in.
The army says it took the town on Friday.
He has been held since Friday.
The price rose 3 percent on Friday.
Gunmen shot dead a mayor Friday.
On Friday, the court freed him.
The mayor was shot on Friday outside his home and is to be buried today.
Ten bodies have been found since Friday.
A day after Friday's vote, nobody knows who won.
The body was found on Friday by hunters.
Nobody has seen her since she left home on Friday.
The two men, arrested on Friday, will appear in court today.
The report, published Friday, says 40 died.
The report, to be published today, was seen by us on Friday.
The attack on Friday was the worst in years.
He told reporters on Friday he would step down.
In a statement on Friday, the group said it would fight.
He is accused of killing two men on Friday.
The storm is believed to have killed 12 on Friday.
Witnesses say soldiers fired at the crowd on Friday.
They say the boy drowned on Friday.
The truce, agreed on Friday, is holding.
The fire started on Friday and is still burning.
A car bomb exploded Friday, killing 12
Rebels seize town in raid Friday
Sol, who quit on Friday, is to be replaced.
What happened on Friday will never be forgotten.
The vote on Friday was a landslide.
He posted the video on Friday.
The pair were last seen on Friday.
Sunday's game ended in a draw.
Two days after Friday's quake, rescuers are still digging.
Thousands took to the streets on Friday to demand change.
He came on Friday to see the damage.
The ship was to have sailed on Friday.
The claim, made on Friday, could not be checked.
It was the second attack since Friday.
The U.N. Security Council voted on Friday to extend the mission.
Friday saw the heaviest fighting so far.
He denied on Friday that he would quit.
Results released on Friday show him ahead.
An opinion poll on Friday put him ahead.
Speaking on Friday, he said talks would go on.
Talking to reporters Friday, he said he will go.
Friday was the deadliest day.
The pound fell on Friday and is likely to fall again.
"""

MONTHS = """
2023-05 The trial will begin in May.
2023-05 The vote is due in May.
2023-05 The trial is set for May.
2023-05 He is expected to retire in May.
2023-05 Parliamentary elections are scheduled for May.
2023-05 The factory is to close in May.
2023-05 They plan to return in May.
2023-05 The two sides agreed to meet in May.
2023-05 He said the vote would be held in May.
2023-05 The company said it would cut 200 jobs by May.
2023-05 The ceasefire runs until May.
2023-05 The world cup starts in May.
2023-05 Ahead of the May election, prices rose.
2023-05 The next round of talks is in May.
2022-05 The trial began in May.
2022-05 He was elected in May.
2022-05 Since May, 40 people have died.
2022-05 The strike, which began in May, has cost millions.
2022-05 He has been in jail since May.
2022-05 The mayor, elected in May, quit today.
2022-05 A man who was jailed in May has escaped.
2022-05 In May, the army seized power.
2022-05 Rebels took the town in May and held it until June.
2022-05 It was the first attack since May.
2022-12 He was elected in December.
2022-12 In December, 40 people died.
2023-12 The plant will close in December.
2023-12 He said the plant would close in December.
2023-12 The election is due in December.
2023-12 The term ends in December.
2023-01 Sales fell in January.
2023-01 Since January, 40 have died.
2023-02 Prices rose in February from January.
2023-04 The talks will resume in April.
2023-04 Voters go to the polls in April.
2022-04 He was jailed in April.
2023-03 The trial will start later in March.
2023-03 Sales have fallen in March.
2023-06-12 The trial will begin on June 12.
2023-06-12 The vote is set for June 12.
2023-06-12 The hearing was postponed to June 12.
2023-06-12 They have until June 12 to appeal.
2022-06-12 The trial began on June 12.
2022-06-12 He was killed on June 12.
2022-06-12 She has not been seen since June 12.
2023-02-12 He was killed on February 12.
2023-02-12 Talks broke down on Feb. 12.
2023-03-24 The trial will begin on March 24.
2023-03-24 The trial is due on March 24.
2023-03-24 He is due in court on March 24.
2023-03-24 The film is out on March 24.
2023-03-24 The contest takes place March 24 in Karn.
2023-03-24 A rally on March 24 will mark the day.
2022-11-08 Democrats lost seats in the Nov. 8 election.
2022-11-08 In the elections of Nov. 8, they lost.
2022-10-07 The Oct. 7 attack killed nine.
2023-12-25 The shop will close on December 25.
2023-04-05 She will be sentenced on 5 April.
2023-04-05 Sentencing is set for 5 April.
2023-04-05 The deal expires on 5 April.
2023-04-05 Registration closes on 5 April.
2023-04-05 The festival runs from 5 April to 9 April.
2023-04-05 Protests are planned for 5 April.
2022-04-05 He was sentenced on 5 April.
2023-SU The work will be finished by the summer.
2023-SU The festival will be held this summer.
2022-SU He left last summer.
2022-SU The mine shut in the summer.
2023-SP An offensive is expected in the spring.
2023-FA The book will come out in the autumn.
2022-FA Prices soared in the autumn.
2023-Q2 The bank will report second-quarter profit in July.
2022-Q4 Profit fell in the fourth quarter.
2022 He quit last year.
2024 The plant will open next year.
2023-09 School starts in September.
2022-09 School started in September.
2023-09 The budget year begins in September.
2022-09 In September, he had warned of war.
2022-09 The queen died in September.
2022-10 The law, passed in October, bans guns.
2023-10 The law, passed last month, takes effect in October.
2022-10 Talks collapsed in October over gas.
2023-07 The tournament, to be held in July, is sold out.
2022-07 The tournament, held in July, was sold out.
2023-07 He faces trial in July.
2023-07 The court will hear his appeal in July.
2022-07 The court heard his appeal in July.
2022-07 The court rejected his appeal in July and he will be deported.
2022-08 Figures for August showed a drop.
2023-08 The exhibition continues until August.
2022-11 It has lost 300 jobs since November.
2023-11 The next election is not until November.
2023-06 A new president takes office in June.
2023-06 The army hopes to have new guns by June.
2022-06 The army got new guns in June.
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline([Dates()])


def mentions(pipeline: Pipeline, sentence: str) -> list[tuple[str, DateMention]]:
    (result,) = pipeline.run([Source(raw=sentence, published=TODAY)], segment=False)
    return [(result.text(date.span), date) for date in result.dates]


def weekday(pipeline: Pipeline, sentence: str) -> datetime.date | None:
    found = mentions(pipeline, sentence)
    return next(date.start for text, date in found if any(name in text for name in WEEKDAYS))


@pytest.mark.parametrize("sentence", WEEKDAYS_AHEAD.strip().splitlines())
def test_a_weekday_ahead(pipeline: Pipeline, sentence: str) -> None:
    day = weekday(pipeline, sentence)
    assert day is not None
    assert day > TODAY


@pytest.mark.parametrize("sentence", WEEKDAYS_PAST.strip().splitlines())
def test_a_weekday_past(pipeline: Pipeline, sentence: str) -> None:
    day = weekday(pipeline, sentence)
    assert day is not None
    assert day < TODAY


@pytest.mark.parametrize("row", MONTHS.strip().splitlines())
def test_a_month_or_day_without_a_year(pipeline: Pipeline, row: str) -> None:
    value, sentence = row.split(" ", 1)
    assert value in [date.value for _, date in mentions(pipeline, sentence)]
