"""What a person may type as a day or a moment, what is refused, and how days are shown."""

import time as stopwatch
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.base import texts
from coachlog.base.days import show_day
from coachlog.base.errors import CoachlogError, RefusedError
from coachlog.dates import errors
from coachlog.dates.parse import parse_day, parse_moment, parse_period_bound
from coachlog.dates.show import show_moment, show_month, show_relative, show_short, show_tick
from coachlog.journal.onboarding.working_days import is_working_day
from tests.guards.each import for_each

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BRUSSELS = "Europe/Brussels"
LANGUAGES = ("nl", "fr", "en")
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))

UNDERSTOOD = """
2026-11-23 = 2026-11-23
2028-02-29 = 2028-02-29
23/11 = 2026-11-23
22/11 = 2027-11-22
1/2 = 2027-02-01
23/11/2026 = 2026-11-23
23/11/26 = 2026-11-23
23-11-2026 = 2026-11-23
23.11.2026 = 2026-11-23
05/06/2026 = 2026-06-05
23/11/45 = 2045-11-23
23 november = 2026-11-23
23 nov 2026 = 2026-11-23
23 NOVEMBER 2026 = 2026-11-23
1er décembre = 2026-12-01
1er decembre = 2026-12-01
le 1ᵉʳ décembre = 2026-12-01
le 23 novembre = 2026-11-23
lundi le 23 novembre = 2026-11-23
op 2 december = 2026-12-02
op dinsdag 24 november 2026 = 2026-11-24
2de december = 2026-12-02
the 23rd of november = 2026-11-23
november 23 = 2026-11-23
Nov 23, 2026 = 2026-11-23
december 1st = 2026-12-01
4 mrt = 2027-03-04
4 mars = 2027-03-04
4 mar 2026 = 2026-03-04
Mar 4, 2026 = 2026-03-04
Tue Mar 24 2026 = 2026-03-24
mar. 24 mars 2026 = 2026-03-24
3 fév 2026 = 2026-02-03
3 fev 2026 = 2026-02-03
3 févr. 2026 = 2026-02-03
15 août = 2027-08-15
15 aout = 2027-08-15
14 sept 2026 = 2026-09-14
lun. 14 sept. 2026 = 2026-09-14
ma 14 sep 2026 = 2026-09-14
mar. 24 nov. 2026 = 2026-11-24
vandaag = 2026-11-23
aujourd'hui = 2026-11-23
aujourd’hui = 2026-11-23
today = 2026-11-23
gisteren = 2026-11-22
hier = 2026-11-22
Yesterday = 2026-11-22
eergisteren = 2026-11-21
avant-hier = 2026-11-21
the day before yesterday = 2026-11-21
morgen = 2026-11-24
demain = 2026-11-24
tomorrow = 2026-11-24
overmorgen = 2026-11-25
après-demain = 2026-11-25
apres-demain = 2026-11-25
day after tomorrow = 2026-11-25
maandag = 2026-11-30
dinsdag = 2026-11-24
op dinsdag = 2026-11-24
mardi = 2026-11-24
on tuesday = 2026-11-24
zo = 2026-11-29
komende dinsdag = 2026-11-24
volgende maandag = 2026-11-30
lundi prochain = 2026-11-30
next monday = 2026-11-30
vorige dinsdag = 2026-11-17
afgelopen zondag = 2026-11-22
mardi passé = 2026-11-17
mardi dernier = 2026-11-17
last tuesday = 2026-11-17
last monday = 2026-11-16
dinsdag volgende week = 2026-12-01
volgende week dinsdag = 2026-12-01
mardi de la semaine prochaine = 2026-12-01
la semaine prochaine mardi = 2026-12-01
tuesday next week = 2026-12-01
vorige week vrijdag = 2026-11-20
volgende week = 2026-11-30
la semaine prochaine = 2026-11-30
next week = 2026-11-30
vorige week = 2026-11-16
over 2 weken = 2026-12-07
binnen 3 dagen = 2026-11-26
dans 2 semaines = 2026-12-07
in 2 weeks = 2026-12-07
in a week = 2026-11-30
over een maand = 2026-12-23
dans un mois = 2026-12-23
dans une semaine = 2026-11-30
dans sept jours = 2026-11-30
over tien dagen = 2026-12-03
in eight days = 2026-12-01
dans un an = 2027-11-23
3 dagen geleden = 2026-11-20
il y a 3 jours = 2026-11-20
3 days ago = 2026-11-20
een week geleden = 2026-11-16
a year ago = 2025-11-23
il y a deux mois = 2026-09-23
eind november = 2026-11-30
fin novembre = 2026-11-30
fin février 2028 = 2028-02-29
eind februari = 2027-02-28
end of november = 2026-11-30
end of mar 2027 = 2027-03-31
kerstmis = 2026-12-25
noël = 2026-12-25
Noel 2027 = 2027-12-25
christmas = 2026-12-25
14\u00a0sept.\u00a02026 = 2026-09-14
deze vrijdag = 2026-11-27
tegen vrijdag = 2026-11-27
d'ici vendredi = 2026-11-27
by friday = 2026-11-27
half januari = 2027-01-15
midden januari = 2027-01-15
mi-janvier = 2027-01-15
mid January = 2027-01-15
tegen eind januari = 2027-01-31
maandag de 14de = 2026-12-14
lundi 14 = 2026-12-14
le 14 = 2026-12-14
the 14th = 2026-12-14
14.12 = 2026-12-14
le 14/12 = 2026-12-14
binnen de 14 dagen = 2026-12-07
sous quinzaine = 2026-12-07
in a fortnight = 2026-12-07
dans 15 jours = 2026-12-08
d'ici 2 semaines = 2026-12-07
dinsdag over een week = 2026-12-01
mardi en huit = 2026-12-01
Tuesday week = 2026-12-01
eind van de maand = 2026-11-30
fin du mois = 2026-11-30
end of the month = 2026-11-30
eind volgende maand = 2026-12-31
kerstdag = 2026-12-25
kerstavond = 2026-12-24
nieuwjaar = 2027-01-01
nouvel an = 2027-01-01
1 mei = 2027-05-01
21 juli = 2027-07-21
Allerheiligen = 2027-11-01
Toussaint = 2027-11-01
Pasen = 2027-03-28
Pâques = 2027-03-28
easter monday = 2027-03-29
Hemelvaart = 2027-05-06
Pinksteren = 2027-05-16
"""
ROWS = [tuple(row.rsplit(" = ", 1)) for row in UNDERSTOOD.strip().splitlines()]


@for_each(ROWS)
def test_a_day_is_understood_in_three_languages(text, day):
    assert parse_day(text, MONDAY) == date.fromisoformat(day)


REFUSED = """
bla | een | week | next | weekend | this | nu | november | november 2026 | 2026
2026-09 | 11/23/2026 | 2026-23-11 | 31/02/2026 | 30/2 | 29/02 | 29/02/2027 | 2026-02-30 | 0/1 | 1/0
32 december | 23/11/1899 | 23/11/2201 | 1850-01-01 | 23/11/90 | over 9999 jaar | over 9999 maanden
9999 years ago | over 99999 dagen | over weken | 23/11-2026 | 23//11 | -23/11 | 23/11/
23–11–2026 | {text} | %s
volgende dinsdag | mardi prochain | next tuesday | dimanche prochain | mar 24 | mar | ma | di
zondag 23 november 2026 | mardi 23 novembre | di 29/11/2026 | vanavond | ce soir
the today | gisteren 14u | 2026-11-23T14:00 | 23 november of zo | 23 november 2026 bis | d1 | w1
m11 | ORD november
😀 | fin du mois de mai | ٢٣/11 | २३/११ | ²3/11 | 2³/11 | ½ | ①/11
"""
HIDDEN_SIGNS = [
    "2\u03363/11",
    "23/11\u200b",
    "\u202e23/11",
    "23\x0011",
    "23/11\x1b[31m",
    "vandaag\x1f",
]
HIDDEN_SIGNS += ["van\x07daag", "\ud800", "over\n2 weken", "", " "]


@for_each(REFUSED.strip().replace("\n", " | ").split(" | ") + HIDDEN_SIGNS)
def test_what_is_not_wholly_understood_is_refused(text):
    with pytest.raises(RefusedError) as refused:
        parse_day(text, MONDAY)

    assert refused.value.cause_text()
    assert refused.value.remedy_text()
    assert refused.value.cause_text().isprintable()


def test_the_month_before_the_day_is_refused_with_the_day_first():
    with pytest.raises(errors.DateNotUnderstoodError, match="is not a date") as refused:
        parse_day("11/23/2026", MONDAY)

    assert "day/month" in refused.value.remedy_text()
    assert "23/11/2026" in refused.value.remedy_text()


@pytest.mark.parametrize(
    ("language", "weekday"), [("nl", "dinsdag"), ("fr", "mardi"), ("en", "Tuesday")]
)
def test_next_tuesday_said_on_monday_is_two_days_to_different_people(
    language, weekday, monkeypatch
):
    monkeypatch.setattr(texts, "_language", language)
    with pytest.raises(errors.DateNotUnderstoodError, match="can mean") as refused:
        parse_day("volgende dinsdag", MONDAY)

    assert weekday in refused.value.remedy_text()
    assert parse_day(weekday, MONDAY) == date(2026, 11, 24)
    assert parse_day("volgende dinsdag", date(2026, 11, 26)) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23/11", "2026-11-23"),
        ("24/11", "2025-11-24"),
        ("24 december", "2025-12-24"),
        ("maandag", "2026-11-16"),
        ("dinsdag", "2026-11-17"),
        ("zondag", "2026-11-22"),
        ("kerstmis", "2025-12-25"),
        ("eind november", "2025-11-30"),
        ("eind oktober", "2026-10-31"),
        ("komende dinsdag", "2026-11-24"),
        ("morgen", "2026-11-24"),
    ],
)
def test_what_leaves_the_year_open_can_look_back(text, day):
    assert parse_day(text, MONDAY, prefer="past") == date.fromisoformat(day)


def test_a_month_after_the_last_of_january_is_the_last_of_february():
    assert parse_day("over een maand", date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_day("over een jaar", date(2028, 2, 29)) == date(2029, 2, 28)
    assert parse_day("over een maand", date(2200, 11, 30)) == date(2200, 12, 30)


MOMENTS = """
2026-11-23T14:00 = 23 14:00
2026-11-23 14:00 = 23 14:00
2026-11-23T14:00:00 = 23 14:00
2026-11-23T14:00Z = 23 15:00
2026-11-23T14:00:00.000+02:00 = 23 13:00
23/11 14:00 = 23 14:00
23/11/2026 14u30 = 23 14:30
23 november 14 u 30 = 23 14:30
14u 30 november = 30 14:00
14u30 23 november = 23 14:30
gisteren 14u30 = 22 14:30
gisteren 14u = 22 14:00
gisteren om 14 uur = 22 14:00
gisteren om 14 uur 30 = 22 14:30
gisteren om 14.30 = 22 14:30
gisteren 14.30u = 22 14:30
gisteren 14:30u = 22 14:30
om 14.30 gisteren = 22 14:30
hier à 14h = 22 14:00
hier a 14h30 = 22 14:30
hier à 14.30 = 22 14:30
hier à 14 heures = 22 14:00
14h30 hier = 22 14:30
yesterday at 2pm = 22 14:00
yesterday 2 pm = 22 14:00
yesterday at 2:30 p.m. = 22 14:30
yesterday 12am = 22 00:00
yesterday 12 pm = 22 12:00
2pm tomorrow = 24 14:00
vandaag middag = 23 12:00
demain à midi = 24 12:00
tomorrow noon = 24 12:00
dinsdag 9u = 24 09:00
mardi de la semaine prochaine à 9h = 31 09:00
dinsdag 02:30 = 24 02:30
vandaag 0u30 = 23 00:30
vanavond 19u = 23 19:00
ce soir à 19h30 = 23 19:30
tonight at 7pm = 23 19:00
demain matin à 9h = 24 09:00
demain matin à 6h = 24 06:00
morgennamiddag 14u = 24 14:00
dinsdagavond om 20u = 24 20:00
20u dinsdagavond = 24 20:00
tomorrow afternoon at 3 pm = 24 15:00
lun. 23 nov. 2026, 14h00 = 23 14:00
morgen 14.30 = 24 14:30
14.12 14.30 = 44 14:30
morgen om 14 = 24 14:00
morgen 8u 's morgens = 24 08:00
morgen om 3 uur 's middags = 24 15:00
morgen 8 uur 's avonds = 24 20:00
demain 8h du matin = 24 08:00
tomorrow at 3 in the afternoon = 24 15:00
morgen half drie = 24 14:30
morgen om kwart voor drie = 24 14:45
kwart over twee morgen = 24 14:15
donderdag rond 10 uur = 26 10:00
vrijdag om twaalf uur = 27 12:00
over veertien dagen om 14u = 37 14:00
deux heures et quart demain = 24 14:15
demain à 14 heures et demie = 24 14:30
vers 10h jeudi = 26 10:00
dans quinze jours à 14h = 38 14:00
dans douze jours 9h = 35 09:00
tomorrow at half past two = 24 14:30
tomorrow at a quarter to ten = 24 09:45
around 10:00 tomorrow = 24 10:00
morgen half acht = 24 07:30
kerstdag 14u = 55 14:00
"""

WHICH = """
tegen de zomer | d'ici l'été | by the summer | begin januari | début janvier | volgende maand
le mois prochain | next month | na nieuwjaar | après le nouvel an | after Christmas | voor kerst
kerstvakantie | vacances de Noël | deze week | volgend jaar | in de zomer | na Pasen
"""


@pytest.mark.parametrize("text", WHICH.strip().replace("\n", " | ").split(" | "))
def test_of_more_than_one_day_a_working_day_is_asked_back(text):
    """The example is a day that can be typed, to come, and no weekend."""
    with pytest.raises(errors.DateNotUnderstoodError, match="is more than one day") as refused:
        parse_day(text, MONDAY)

    day = parse_day(refused.value.remedy_text().split("example ")[1].rstrip("."), MONDAY)
    assert day > MONDAY
    assert day.weekday() < 5


@pytest.mark.parametrize(("text", "day"), [("volgende week", "30 Nov"), ("eind januari", "29 Jan")])
def test_nobody_plans_a_talk_on_a_sunday_without_saying_so(text, day):
    sunday = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
    with pytest.raises(errors.DateNotUnderstoodError, match="is more than one day") as refused:
        parse_moment(text, sunday, BRUSSELS, default_time=time(9))

    assert day in refused.value.remedy_text()


@pytest.mark.parametrize(("prefer", "example"), [("past", "yesterday"), ("future", "in 2 weeks")])
@pytest.mark.parametrize("text", ["bla", ""])
def test_an_example_fits_what_is_asked(text, prefer, example):
    with pytest.raises(errors.DateNotUnderstoodError) as refused:
        parse_day(text, MONDAY, prefer=prefer)

    assert example in refused.value.remedy_text()
    assert "“”" not in refused.value.cause_text()


@pytest.mark.parametrize(
    ("text", "moment"), [row.rsplit(" = ", 1) for row in MOMENTS.strip().splitlines()]
)
def test_a_moment_is_a_day_and_a_time_in_either_order(text, moment):
    day, at = moment.split()
    expected = date(2026, 11, 1) + timedelta(int(day) - 1)

    found = parse_moment(text, NOW, BRUSSELS)

    assert (found.date(), f"{found:%H:%M}") == (expected, at)
    assert found.tzinfo == ZoneInfo(BRUSSELS)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("morgen om 2 uur", "can be before or after noon"),
        ("demain 3h30", "can be before or after noon"),
        ("demain à 3h", "can be before or after noon"),
        ("vanavond 8u", "can be before or after noon"),
        ("vanavond", "gives the day, but not the time"),
        ("23/11", "gives the day, but not the time"),
        ("14u", "gives the time, but not the day"),
        ("midi", "gives the time, but not the day"),
        ("vandaag 25:00", "cannot be read as a date"),
        ("vandaag 14:60", "cannot be read as a date"),
        ("vandaag 24:00", "cannot be read as a date"),
        ("morgen half 0 's ochtends", "cannot be read as a date"),
        ("vandaag 14 pm", "cannot be read as a date"),
        ("today 3:99 pm", "cannot be read as a date"),
        ("vandaag half 20", "cannot be read as a date"),
        ("vanavond 14u", "cannot be read as a date"),
        ("vandaag 14u 15u", "cannot be read as a date"),
        ("2026-11-23T24:00", "cannot be read as a date"),
        ("2026-11-23T14:00+99:00", "cannot be read as a date"),
        ("2026-02-30T14:00", "there is no 30/2 in 2026"),
        ("nu 14u", "cannot be read as a date"),
        ("11/23/2026 14:00", "there is no month 23"),
        ("volgende dinsdag 14u", "can mean"),
    ],
)
def test_a_moment_that_is_not_certain_is_refused(text, error):
    with pytest.raises(errors.DateNotUnderstoodError) as refused:
        parse_moment(text, NOW, BRUSSELS)

    assert error in str(refused.value)
    assert refused.value.remedy_text()


@pytest.mark.parametrize("text", ["nu", "maintenant", "NOW"])
def test_now_is_now_on_the_clock_of_the_zone(text):
    assert parse_moment(text, NOW, BRUSSELS) == NOW
    assert parse_moment(text, NOW, BRUSSELS).hour == 10


def test_a_day_alone_takes_the_default_time_even_midnight():
    assert parse_moment("gisteren", NOW, BRUSSELS, default_time=time(9)).hour == 9
    assert parse_moment("gisteren", NOW, BRUSSELS, default_time=time(0)).hour == 0


def test_today_is_the_day_of_the_zone_and_not_of_utc():
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)

    assert parse_moment("vandaag 09:00", late, BRUSSELS).date() == date(2026, 11, 24)


@pytest.mark.parametrize("text", ["2026-03-29 02:30", "29/03/2026 02:30", "2026-03-29T02:00"])
def test_a_time_that_the_clock_skips_in_spring_is_refused(text):
    with pytest.raises(
        errors.DateNotUnderstoodError, match="the clock skipped that hour"
    ) as refused:
        parse_moment(text, NOW, BRUSSELS)

    assert "03:" in refused.value.remedy_text()
    assert parse_moment("2026-03-29 03:00", NOW, BRUSSELS).utcoffset() == timedelta(hours=2)
    assert parse_moment("2026-03-29 01:59", NOW, BRUSSELS).utcoffset() == timedelta(hours=1)


def test_of_a_time_that_comes_twice_in_autumn_the_first_is_meant():
    assert parse_moment("2026-10-25 02:30", NOW, BRUSSELS).utcoffset() == timedelta(hours=2)
    assert parse_moment("2026-10-25T02:30+01:00", NOW, BRUSSELS).utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1y", "2025-11-23", "2025-11-23"),
        ("1a", "2025-11-23", "2025-11-23"),
        ("6M", "2026-05-23", "2026-05-23"),
        ("2w", "2026-11-09", "2026-11-09"),
        ("10d", "2026-11-13", "2026-11-13"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-09", "2026-09-01", "2026-09-30"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2200-12", "2200-12-01", "2200-12-31"),
        ("september 2026", "2026-09-01", "2026-09-30"),
        ("sept. 2026", "2026-09-01", "2026-09-30"),
        ("mar 2026", "2026-03-01", "2026-03-31"),
        ("gisteren", "2026-11-22", "2026-11-22"),
        ("1/12", "2025-12-01", "2025-12-01"),
    ],
)
def test_a_period_begins_on_the_first_day_and_ends_on_the_last(text, first, last):
    assert parse_period_bound(text, MONDAY) == date.fromisoformat(first)
    assert parse_period_bound(text, MONDAY, last=True) == date.fromisoformat(last)


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-00", "1899", "9999y", "1x", "-1y", "٢w", "2w 3d", "bla"]
)
def test_an_unclear_bound_is_refused(text):
    with pytest.raises(RefusedError) as refused:
        parse_period_bound(text, MONDAY)

    assert refused.value.remedy_text()


@pytest.mark.parametrize("text", ["10j", "10J", "10 j", " 10j "])
def test_a_period_in_j_is_days_in_french_and_years_in_dutch(text):
    with pytest.raises(errors.PeriodNotUnderstoodError, match="can mean days or years") as refused:
        parse_period_bound(text, MONDAY)

    assert "10d" in refused.value.remedy_text()
    assert "10y" in refused.value.remedy_text()


@pytest.mark.parametrize(
    "piece", ["1", "a ", "23/", "le ", " ", "\t", "volgende ", "é", "\x00", "😀"]
)
def test_huge_text_is_refused_at_once(piece):
    huge, began = piece * 100_000, stopwatch.perf_counter()
    for read in READERS:
        with pytest.raises(RefusedError) as refused:
            read(huge)
        assert len(refused.value.cause_text()) < 200

    assert stopwatch.perf_counter() - began < 1


READERS = (
    lambda text: parse_day(text, MONDAY),
    lambda text: parse_day(text, MONDAY, prefer="past"),
    lambda text: parse_moment(text, NOW, BRUSSELS),
    lambda text: parse_moment(text, NOW, BRUSSELS, default_time=time(9)),
    lambda text: parse_period_bound(text, MONDAY),
    lambda text: parse_period_bound(text, MONDAY, last=True),
)
PIECES = """
23 11 2026 0 99 9999 / - . : , ' u h om à at in over dans il y a ago next prochain last week semaine
mardi ma mar sept november end of le de half drie pm am noon vanavond matin morgen één 23/11
2026-11-23 14:00 day ٣ ²
"""
PHRASES = st.lists(st.sampled_from(PIECES.split()), max_size=7)


@given(st.text(max_size=70) | PHRASES.map(" ".join) | PHRASES.map("".join))
def test_any_text_is_read_or_refused_and_nothing_else(text):
    for read in READERS:
        try:
            found = read(text)
        except CoachlogError as error:
            found, told = None, error.cause_text() + error.remedy_text()
        assert told.isprintable() if found is None else 1900 <= found.year <= 2200


@given(DAYS, st.sampled_from(LANGUAGES), DAYS)
def test_every_day_that_is_shown_is_understood_again(day, language, today):
    assert parse_day(show_day(day, language), today) == day
    assert parse_day(day.isoformat(), today) == day
    assert parse_day(f"{day:%d/%m/%Y}", today) == day


@given(st.datetimes(datetime(1950, 1, 1), datetime(2199, 1, 1)), st.sampled_from(LANGUAGES))
def test_every_moment_that_is_shown_is_understood_again(naive, language):
    moment = naive.replace(second=0, microsecond=0, tzinfo=UTC)

    assert parse_moment(show_moment(moment, language), NOW, "UTC") == moment
    # In the hour that comes twice, Python finds no two zones equal: compare in one.
    assert parse_moment(moment.isoformat(), NOW, BRUSSELS).astimezone(UTC) == moment


@pytest.mark.parametrize(
    ("language", "day", "first", "short", "moment", "month"),
    [
        (
            "nl",
            "ma 14 sep 2026",
            "di 1 dec 2026",
            "ma 14 sep",
            "ma 14 sep 2026, 14:05",
            "september 2026",
        ),
        (
            "fr",
            "lun. 14 sept. 2026",
            "mar. 1er déc. 2026",
            "lun. 14 sept.",
            "lun. 14 sept. 2026, 14h05",
            "septembre 2026",
        ),
        (
            "en",
            "Mon 14 Sep 2026",
            "Tue 1 Dec 2026",
            "Mon 14 Sep",
            "Mon 14 Sep 2026, 14:05",
            "September 2026",
        ),
    ],
    ids=LANGUAGES,
)
def test_days_are_shown_as_each_language_writes_them(language, day, first, short, moment, month):
    shown = date(2026, 9, 14)

    assert show_day(shown, language) == day
    assert show_day(date(2026, 12, 1), language) == first
    tick = show_tick(date(2026, 12, 1), language, MONDAY)
    assert tick == first.split(" ", 1)[1].removesuffix(" 2026")
    assert show_short(shown, language, MONDAY) == short
    assert show_short(shown, language, date(2027, 1, 1)) == day
    assert show_moment(datetime(2026, 9, 14, 14, 5), language) == moment
    assert show_month(2026, 9, language) == month


@pytest.mark.parametrize(
    ("days", "nl", "fr", "en"),
    [
        (0, "vandaag", "aujourd'hui", "today"),
        (-1, "gisteren", "hier", "yesterday"),
        (1, "morgen", "demain", "tomorrow"),
        (-2, "eergisteren", "avant-hier", "2 days ago"),
        (2, "overmorgen", "après-demain", "in 2 days"),
        (-3, "3 dagen geleden", "il y a 3 jours", "3 days ago"),
        (13, "over 13 dagen", "dans 13 jours", "in 13 days"),
        (14, "over 2 weken", "dans 2 semaines", "in 2 weeks"),
        (-55, "8 weken geleden", "il y a 8 semaines", "8 weeks ago"),
        (-56, "2 maanden geleden", "il y a 2 mois", "2 months ago"),
        (730, "over 2 jaar", "dans 2 ans", "in 2 years"),
    ],
)
def test_a_distance_is_told_in_words(days, nl, fr, en):
    shown = [show_relative(MONDAY + timedelta(days), MONDAY, language) for language in LANGUAGES]

    assert shown == [nl, fr, en]


LEGAL_HOLIDAYS = {
    (1, 1): ("Nieuwjaar", "le jour de l'an", "New Year's Day"),
    1: ("tweede paasdag", "le lundi de Pâques", "Easter Monday"),
    (5, 1): ("het feest van de arbeid", "la fête du Travail", "Labour Day"),
    39: ("O.L.H.-Hemelvaart", "le jeudi de l'Ascension", "Ascension Day"),
    50: ("op pinkstermaandag", "lundi de Pentecôte", "Whit Monday"),
    (7, 21): ("de nationale feestdag", "la Fête nationale", "Belgian National Day"),
    (8, 15): ("o.l.v. hemelvaart", "l'Assomption", "Assumption Day"),
    (11, 1): ("Allerheiligen", "à la Toussaint", "All Saints' Day"),
    (11, 11): ("Wapenstilstandsdag", "l'Armistice", "Armistice Day"),
    (12, 25): ("op Kerstmis", "à Noël", "Christmas"),
}
"""The ten legal holidays of Belgium: month and day, or days after Easter; as people say them."""
EASTERS = {2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2038: (4, 25)}


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_each_legal_holiday_is_known_in_three_languages(today):
    """The next one, or the last one where days of the past are meant; all speak of one day."""
    for names in LEGAL_HOLIDAYS.values():
        days = {parse_day(name, today) for name in names}
        past = {parse_day(name, today, prefer="past") for name in names}

        assert (len(days), len(past)) == (1, 1)
        assert timedelta(0) <= days.pop() - today < timedelta(400)
        assert timedelta(0) <= today - past.pop() < timedelta(400)


@pytest.mark.parametrize(("year", "easter"), EASTERS.items())
def test_holidays_fall_on_their_day_and_nobody_works_then(year, easter):
    for when, names in LEGAL_HOLIDAYS.items():
        day = parse_day(names[1], date(year, 1, 1))

        expected = date(year, *easter) + timedelta(when) if isinstance(when, int) else None
        assert day == (expected or date(year, *when))
        assert not is_working_day(day)


@pytest.mark.parametrize(
    "text", ["OLV-Hemelvaart", "Onze-Lieve-Vrouw-Hemelvaart", "onze lieve vrouw hemelvaart"]
)
def test_of_our_lady_is_in_august_and_of_our_lord_in_spring(text):
    of_our_lord = text.replace("Vrouw", "Heer").replace("vrouw", "heer").replace("V-", "H-")

    assert parse_day(text, date(2027, 1, 1)) == date(2027, 8, 15)
    assert parse_day(of_our_lord, date(2027, 1, 1)) == date(2027, 5, 6)
