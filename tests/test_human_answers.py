"""What people answer, kind by kind, in three languages: one table a kind, and a guard for each."""

import ast

import pytest

from coachlog.base import texts
from coachlog.guide.closing_choices import ALL, CHANGE, KEEP, SAVE, closing_choice
from coachlog.guide.review_words import parse_review, review_words
from coachlog.schema.tables import TABLES as DESCRIBED
from coachlog.values import parse
from coachlog.values.errors import NotALengthError, SeveralFiguresError
from coachlog.values.hours import hours
from coachlog.values.levels import level
from coachlog.values.rhythm import rhythm
from tests.guards.each import for_each
from tests.guards.source import ROOT


def rows(table):
    """The answers of *table* and what each line of them means: `answer | answer = meaning`."""
    lines = [line.rsplit(" = ", 1) for line in table.strip().splitlines()]
    return [
        (answer.strip(), meaning) for answers, meaning in lines for answer in answers.split(" | ")
    ]


YES_NO = """
ja | JA | Ja. | j | J. | jawel | jazeker | ja hoor | ja zeker | Ja, dat heb ik gezegd = yes
zeker | natuurlijk | tuurlijk | absoluut | akkoord | ok | oké | klopt | euh ja | wel ja = yes
geen probleem | ik denk het wel | eigenlijk wel | ja maar niet helemaal alles = yes
oui | Oui. | OUI | o | ouais | oui bien sûr | bien sûr | absolument | tout à fait | ben oui = yes
d'accord | D’accord. | volontiers | ça va | mais oui | je crois que oui | si | évidemment = yes
yes | y | Yeah | yep | sure | of course | okay | certainly | I think so | yes please = yes
nee | Neen. | NEE | n | nee, nog niet | nog niet | niet echt | natuurlijk niet | zeker niet = no
liever niet | helemaal niet | nooit | geen | ik denk het niet | euh nee | nee hoor | toch niet = no
non | Non. | pas encore | pas du tout | absolument pas | bof non | non merci | bien sûr que non = no
jamais | je ne crois pas | plutôt non | surtout pas | mais non = no
no | No. | nope | not yet | not really | of course not | I don't think so | never | no thanks = no
misschien | wellicht | geen idee | ja en nee | weet ik niet | dat hangt ervan af | een beetje = open
peut-être | aucune idée | oui et non | je ne sais pas | ça dépend | pas sûr | ni oui ni non = open
maybe | no idea | yes and no | not sure | I don't know | it depends = open
bla | 2 | yesno | hmm | si je peux | jan | nonante | noord = neither
"""


@for_each(rows(YES_NO))
def test_yes_or_no(answer, meaning):
    if meaning in ("yes", "no"):
        assert parse.yes_no(answer) is (meaning == "yes")
        return
    with pytest.raises(parse.NotYesOrNoError) as refused:
        parse.yes_no(answer)
    assert ("leaves it open" in str(refused.value)) is (meaning == "open")


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("Ja, dat heb ik gezegd", "Ja, dat heb ik gezegd"),
        ("nog niet", "nog niet"),
        ("non, pas encore", "non, pas encore"),
        ("yes, with Koen", "yes, with Koen"),
        *((plain, None) for plain in ("ja", "Neen.", "oui bien sûr", "of course not", "ja hoor")),
        *((plain, None) for plain in ("no thanks", "y", "zeker niet", "👍")),
    ],
)
def test_what_was_said_besides_yes_or_no(answer, kept):
    assert parse.remark(answer) == kept


SCALE = """
4 | 04 | 4. | vier | Vier. | VIER | een vier | een 4 | 4/10 | 4 / 10 | 4 op 10 | vier op tien = 4
ongeveer 4 | zowat 4 | 4, denk ik | ik denk een 4 | een dikke 4 | 4 of zo | ~4 | nu een 4 = 4
quatre | Quatre. | un quatre | 4 sur 10 | quatre sur dix | environ 4 | je dirais 4 | plutôt 4 = 4
four | a 4 | 4 out of 10 | four out of ten | about 4 | I'd say 4 | maybe 4 | 4 points = 4
0 | nul | zéro | zero = 0
10 | tien | dix | ten | 10/10 = 10
een | één | un | une | one = 1
3 à 4 | 3-4 | 3 – 4 | tussen 3 en 4 | drie of vier | 3 tot 4 | 3,5 | drie en een half | 3½ = 3 or 4?
entre 3 et 4 | 3 ou 4 | trois et demi | between 3 and 4 | 3 or 4 | three and a half | 3/4 = 3 or 4?
7+ | 7 à 8 | zeven en half = 7 or 8?
7- | 6,5/10 = 6 or 7?
2 à 6 | entre 2 et 6 = from 2 to 6
11 | -1 | elf | veel | 7/9 | ² | ٣ | 10,5 | 4 omdat hij niet durft = refused
"""


@for_each(rows(SCALE))
def test_a_figure(answer, meaning):
    if meaning.isdigit():
        assert parse.scale(answer, 0, 10) == int(meaning)
        return
    with pytest.raises(parse.NotAScaleError) as refused:
        parse.scale(answer, 0, 10)
    asks_back = isinstance(refused.value, (parse.BetweenError, SeveralFiguresError))
    assert asks_back is (meaning != "refused")
    wanted = "Type a number from 0 to 10." if meaning == "refused" else meaning
    assert wanted in refused.value.remedy_text()


LEVEL = """
-2 | −2 | min 2 | moins deux | minus two | Much less than expected = -2
-1 | min 1 | moins un | minus one = -1
0 | nul | zéro | zoals verwacht | as expected | comme prévu = 0
+1 | 1 | plus 1 | plus un | een 1 = 1
2 | +2 | plus twee | veel beter dan verwacht | much better = 2
3 | bla | better = refused
"""


@for_each(rows(LEVEL))
def test_a_level(answer, meaning):
    if meaning != "refused":
        assert level(answer) == int(meaning)
        return
    with pytest.raises(parse.KindError):
        level(answer)


MINUTES = """
45 | 45 min | 45 minuten | 45' | vijfenveertig | drie kwartier | ongeveer 45 minuten = 45
quarante-cinq minutes | trois quarts d'heure | forty-five minutes | three quarters of an hour = 45
30 | 30 min | een half uurtje | half uur | halfuurtje | une demi-heure | half an hour = 30
15 | een kwartier | kwartiertje | un quart d'heure | a quarter of an hour = 15
60 | een uur | uurtje | 1u | 1 h | une heure | an hour | een goed uur | bijna een uur = 60
90 | 1u30 | 1 h 30 | 1:30 | 1,5 uur | 1.5h | anderhalf uur | 1½ uur | een uur en een half = 90
une heure et demie | 1h30min | an hour and a half | one and a half hours | 1 uur 30 minuten = 90
75 | vijf kwartier | een uur en een kwartier | une heure et quart | 1 uur en 15 minuten = 75
150 | tweeënhalf uur | twee en een half uur | deux heures et demie | two and a half hours = 150
450 | zevenenhalf uur | zeven en een half uur = 450
1440 | 24 uur = 1440
45 à 60 | 45-60 min | 45 tot 60 minuten = 45 or 60?
0 | -5 | abc | 1441 | 25 uur | 6,5 | 30.5 min | 1:75 | een half | even = refused
"""


@for_each(rows(MINUTES))
def test_a_length(answer, meaning):
    if meaning.isdigit():
        assert parse.minutes(answer) == int(meaning)
        return
    with pytest.raises(parse.NotALengthError) as refused:
        parse.minutes(answer)
    assert (refused.value.remedy != NotALengthError.remedy) is (meaning != "refused")
    assert ("minutes, for example 45" if meaning == "refused" else meaning) in (
        refused.value.remedy_text()
    )


NUMBER = """
3 | #3 | drie | trois | three | nr 3 | nr. 3 | n° 3 | no 3 | nummer 3 | numéro 3 = 3
gesprek 3 | Gesprek nr. 3 | entretien 3 | conversation 3 | actie 3 | doel #3 | objectif n° 3 = 3
0 | -1 | x | 1.0 | ##1 | gesprek | gesprek van gisteren = refused
"""


@for_each(rows(NUMBER))
def test_the_number_of_a_record(answer, meaning):
    if meaning.isdigit():
        assert parse.number(answer) == int(meaning)
        return
    with pytest.raises(parse.KindError, match="is not a number"):
        parse.number(answer)


NUMBERS = """
1 3 | 1, 3 | #1 #3 | 1 en 3 | 1 et 3 | 1 and 3 | 1+3 | 1 & 3 | één en drie = 1 3
1 t/m 3 | 1-3 | 1 tot 3 | van 1 tot 3 | 1 à 3 | 1 to 3 | 1, 2 en 3 = 1 2 3
"""


@for_each(rows(NUMBERS))
def test_numbers_of_records(answer, meaning):
    assert parse.numbers(answer) == [*map(int, meaning.split())]


LISTED = [("Hoofd: weten",), ("Handen: kunnen",), ("Buik: durven",), ("Hart: willen", "to want")]
PICK = """
3 | #3 | 3. | drie | trois | de derde | le troisième | the third | durven | buik | Buik: durven = 3
nummer 3 | optie 3 | DURVEN. | keuze 3 = 3
4 | laatste | le dernier | to want | want | willen = 4
h | ha | 3 en 4 | 3 of 4 | durven of willen = several
5 | 0 | bla | vijf = refused
"""


@for_each(rows(PICK))
def test_one_of_a_list(answer, meaning):
    if meaning.isdigit():
        assert parse.pick(answer, LISTED) == int(meaning) - 1
        return
    wanted = parse.WhichOfThemError if meaning == "several" else parse.NotListedError
    with pytest.raises(wanted):
        parse.pick(answer, LISTED)


PICKS = """
1 3 | 1, 3 | 1 en 3 | 1+3 | 1 & 3 | 1 et 3 | de eerste en de derde | #1 #3 | weten en durven = 1 3
1 t/m 3 | 1-3 | 1 tot 3 | 1 à 3 | van 1 tot 3 | 1 2 3 | 1, 2 en 3 = 1 2 3
3 | de derde | durven | la troisième = 3
alle | allemaal | tous | all = 1 2 3 4
geen | aucun | none = -
1 9 | bla | 1 en bla = refused
"""


@for_each(rows(PICKS))
def test_several_of_a_list(answer, meaning):
    if meaning != "refused":
        wanted = [int(place) - 1 for place in meaning.replace("-", "").split()]
        assert parse.picks(answer, LISTED) == wanted
        return
    with pytest.raises(parse.NotListedError):
        parse.picks(answer, LISTED)


NUMBERED = """
2 | #2 | de tweede | nummer 2 | Handen: kunnen = 2
iets nieuws | 2 weken vroeger opstaan | durven | een gesprek met Koen | = text
9 | 0 = refused
"""


@for_each(rows(NUMBERED))
def test_a_number_of_a_list_or_a_text_of_ones_own(answer, meaning):
    if meaning == "refused":
        with pytest.raises(parse.NotListedError):
            parse.numbered(answer, LISTED)
    else:
        wanted = None if meaning == "text" else int(meaning) - 1
        assert parse.numbered(answer, LISTED) == wanted


WORDS = {"work": ("werk", "travail"), "health": ("gezondheid", "santé"), "growth": ("groei",)}
KNOWN = """
work | werk | Travail | wer = work
work, health | werk en gezondheid | travail et santé | werk, groe = two
wonen | 1 = refused
"""


@for_each(rows(KNOWN))
def test_words_of_a_set(answer, meaning):
    if meaning == "refused":
        with pytest.raises(parse.NotKnownError):
            parse.words(answer, WORDS)
    else:
        found = parse.words(answer, WORDS)
        assert (found[0], len(found)) == ("work", 2 if meaning == "two" else 1)


HOURS = """
40 | veertig | quarante | forty | 40 uur | veertig uur | quarante heures | ongeveer 40 uur = 2400
40,5 | 40.5 | 40:30 | 40u30 | 40h30 | 40,5 uur | 40.5 hours = 2430
zevenenhalf uur | 7,5 | zeven en een half uur = 450
30 minuten | half uur | une demi-heure | half an hour = 30
2500 = 150000
2.500 | 2 500 | -5 | abc | 1:75 | 40 à 50 = refused
"""


@for_each(rows(HOURS))
def test_hours_told_alone_are_hours(answer, meaning):
    if meaning != "refused":
        assert hours(answer, 0, 600_000) == int(meaning)
        return
    with pytest.raises(parse.KindError):
        hours(answer, 0, 600_000)


RHYTHM = """
21 | 3w | 3 weken | drie weken | om de 3 weken | 3 semaines | toutes les 3 semaines | 3s = 21
every 3 weeks | three weeks | elke 21 dagen | 21 jours = 21
week | elke week | wekelijks | chaque semaine | hebdomadaire | weekly | every week = 7
om de twee weken | tweewekelijks | toutes les deux semaines | fortnightly | om de 14 dagen = 14
maandelijks | elke maand | een maand | un mois | mensuel | monthly | every month | 1 mois = 30
0 | 400 | soms | jaarlijks = refused
"""


@for_each(rows(RHYTHM))
def test_a_rhythm(answer, meaning):
    if meaning != "refused":
        assert rhythm(answer) == int(meaning)
        return
    with pytest.raises(parse.KindError):
        rhythm(answer)


REVIEWED = """
g | G | gedaan | Gedaan. | klaar | gelukt | ja | done | fait | fini | oui | yes = done
d | deels | gedeeltelijk | half | bijna | en partie | partly | in progress = partly
n | nog niet | Nog niet. | niet | nee | pas encore | non | not yet | no = open
l | losgelaten | laten vallen | niet meer nodig | abandonné | laissé tomber | dropped = dropped
bla | x | misschien = refused
"""


@pytest.mark.parametrize(("answer", "meaning"), rows(REVIEWED))
def test_what_came_of_an_action(answer, meaning, monkeypatch):
    monkeypatch.setattr(texts, "_language", "nl")
    if meaning != "refused":
        assert parse_review(answer, review_words()).status == meaning
        return
    with pytest.raises(parse.KindError, match="is not one of the choices"):
        parse_review(answer, review_words())


@pytest.mark.parametrize(
    ("answer", "status", "remark"),
    [
        ("nog niet, Koen was ziek", "open", "Koen was ziek"),
        ("Gedaan! Het liep vlot", "done", "Het liep vlot"),
        ("pas encore : Koen était malade", "open", "Koen était malade"),
        ("partly - the first half", "partly", "the first half"),
        ("n, geen tijd", "open", "geen tijd"),
        ("ja, en het hielp", "done", "en het hielp"),
    ],
)
def test_what_is_said_behind_it_is_kept(answer, status, remark, monkeypatch):
    monkeypatch.setattr(texts, "_language", "nl")

    found = parse_review(answer, review_words())

    assert (found.status, found.remark, found.wants_more) == (status, remark, False)


WISHES = {"save": SAVE, "change": CHANGE, "draft": KEEP, "all": ALL}
WISH = """
1 | ja | bewaren | Bewaren. | bewaar | opslaan | ok | oui | enregistrer | save | yes | klaar = save
2 | wijzigen | iets wijzigen | wijzig | nee | modifier | changer | change | edit | non = change
3 | klad | als klad | bewaar als klad | d | draft | brouillon | later | save as draft = draft
4 | alles | toon alles | tout | show everything = all
5 | bla | misschien = refused
"""


@for_each(rows(WISH))
def test_what_is_wanted_on_the_last_page(answer, meaning):
    if meaning != "refused":
        assert closing_choice(answer) == (WISHES[meaning], "")
        return
    with pytest.raises(parse.KindError):
        closing_choice(answer)


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        ("wijzig de samenvatting", "samenvatting"),
        ("modifier le résumé", "resume"),
        ("change the summary", "summary"),
        ("pas aan: datum", "datum"),
    ],
)
def test_what_is_to_change_may_be_said_at_once(answer, part):
    choice_made, found = closing_choice(answer)

    assert (choice_made, found.strip(" :")) == (CHANGE, part)


TABLES = {
    *(
        "yes_no",
        "scale",
        "level",
        "minutes",
        "hours",
        "number",
        "numbers",
        "pick",
        "picks",
        "numbered",
    ),
    *("words", "rhythm", "reviewed", "wish_of"),
}
"""The parsers that have a table above."""

ELSEWHERE = {
    "found": "tests/test_cli_rights.py",
    "_chosen": "tests/guide/test_summary_page.py",
    "parse_day": "tests/test_dates.py",
    "parse_past_day": "tests/test_dates.py",
    "parse_moment": "tests/test_dates.py",
    "day": "tests/test_dates.py",
    "past_day": "tests/test_dates.py",
    "somebody": "tests/test_names.py",
    "find": "tests/test_names.py",
    "matching": "tests/test_names.py",
    "held_session": "tests/test_cli_cases.py",
    "existing_places": "tests/test_cli_networks.py",
    "read_words": "tests/test_cli_protect.py",
}
"""Those whose table stands in a file of its own."""

ANY_TEXT = {
    "text",
    "line",
    "name",
    "read_names",
    "option_of",
    "option_from",
    "checked",
    "find_text",
}
"""What takes any text, or a name that the machine gave."""

CODES = {"choice", "communication", "read_lenses", "areas", "themes"}
"""Words of a set: `FormField.normalize` makes them of what people call them, by `words` above."""

BENEATH = TABLES | {*ELSEWHERE} | ANY_TEXT | CODES


def test_each_check_of_a_question_has_a_table_of_human_answers():
    """A kind that nobody tried with people's words refuses what they say."""
    found, without = 0, []
    for path in sorted((ROOT / "src" / "coachlog").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = {
            node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
        }
        for check in _checks(tree):
            found += 1
            if not _names(check, functions) & BENEATH:
                without.append(f"{path.name}: {ast.unparse(check)}")

    assert found > 40
    assert without == []
    for table in {*ELSEWHERE.values()}:
        assert (ROOT / table).exists(), table


def test_each_kind_of_a_described_field_has_a_table_of_human_answers():
    by_kind = {
        "text": "text",
        "line": "line",
        "code": "choice",
        "day": "parse_day",
        "moment": "parse_moment",
        "number": "scale",
        "minutes": "minutes",
        "hours": "hours",
        "level": "level",
        "rhythm": "rhythm",
        "name": "name",
        "flag": "yes_no",
        "reference": "number",
    }

    given = {each.kind for table in DESCRIBED.values() for each in table.fields if each.entry}
    assert given <= set(by_kind)
    assert set(by_kind.values()) <= BENEATH


def _checks(tree):
    """What is given as the check of a question: to `FormField` in the fourth place, or by name."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if called == "FormField" and len(node.args) > 3:
            yield node.args[3]
        yield from (
            given.value
            for given in node.keywords
            if given.arg == "check" and not _is_handed_on(given.value)
        )


def _is_handed_on(value):
    """A parameter of the same name, or a described field's own: each is looked at by itself."""
    return (
        (isinstance(value, ast.Name) and value.id == "check")
        or (isinstance(value, ast.Constant) and value.value in (None, False))
        or ast.unparse(value) == "field.parse"
    )


def _names(check, functions, seen=()):
    names = set()
    for node in ast.walk(check):
        name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", None)
        if not isinstance(name, str):
            continue
        names.add(name)
        if name in functions and name not in seen:
            names |= _names(functions[name], functions, (*seen, name))
    return names
