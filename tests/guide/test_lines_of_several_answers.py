"""What people type on one line, in three languages, is understood as they mean it."""

from datetime import date

import pytest

from coachlog.base.texts import speak
from coachlog.guide.action_line import split_due_day
from coachlog.guide.answer_row import parse_answer_row
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.plan_line import parse_plan
from coachlog.guide.review_words import parse_reviews, review_words
from coachlog.values.parse import BetweenError, KindError, scale

MONDAY = date(2026, 11, 30)
FRIDAY, TOMORROW = "2026-12-04", "2026-12-01"


@pytest.mark.parametrize(
    ("line", "what", "due"),
    [
        ("Koen vragen, tegen vrijdag", "Koen vragen", FRIDAY),
        ("Koen vragen tegen vrijdag", "Koen vragen", FRIDAY),
        ("Koen vragen (tegen vrijdag)", "Koen vragen", FRIDAY),
        ("Koen vragen - vrijdag", "Koen vragen", FRIDAY),
        ("Koen vragen; morgen.", "Koen vragen", TOMORROW),
        ("Koen, Bart en Lies mailen, ten laatste op 4/12", "Koen, Bart en Lies mailen", FRIDAY),
        ("Koen bellen vrijdag", "Koen bellen vrijdag", FRIDAY),
        ("Koen bellen op vrijdag", "Koen bellen op vrijdag", FRIDAY),
        ("Koen bellen 4/12", "Koen bellen 4/12", FRIDAY),
        ("Morgen Koen bellen", "Morgen Koen bellen", TOMORROW),
        ("Rapport lezen over 2 weken", "Rapport lezen over 2 weken", "2026-12-14"),
        (
            "De vergadering van vrijdag voorbereiden",
            "De vergadering van vrijdag voorbereiden",
            None,
        ),
        ("Een agenda maken voor de vergadering van vrijdag", None, None),
        ("Zeven oefeningen doen, 3", None, None),
        ("Iets tegen de stress doen", None, None),
        ("Wachten", None, None),
        ("vrijdag", None, None),
        ("Appeler Koen, pour vendredi", "Appeler Koen", FRIDAY),
        ("Appeler Koen pour vendredi", "Appeler Koen pour vendredi", FRIDAY),
        ("Appeler Koen demain", "Appeler Koen demain", TOMORROW),
        ("Préparer la réunion de vendredi", None, None),
        ("Call Koen, by Friday", "Call Koen", FRIDAY),
        ("Call Koen by friday", "Call Koen", FRIDAY),
        ("Call Koen on Friday", "Call Koen on Friday", FRIDAY),
        ("Read the report in 2 weeks", "Read the report in 2 weeks", "2026-12-14"),
        ("Prepare the meeting of Friday", None, None),
    ],
)
def test_an_action_with_its_day(line, what, due):
    """Where the day may be a part of what is done, the words stay whole."""
    found = split_due_day(line, MONDAY)

    assert found.what == (what or line)
    assert found.due == (date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("8 5 7", [8, 5, 7]),
        ("8, 5 en 7", [8, 5, 7]),
        ("8/10 5/10 7/10", [8, 5, 7]),
        ("8/5/7", [8, 5, 7]),
        ("8-5-7", [8, 5, 7]),
        ("1: 8, 2: 5, 3: 7", [8, 5, 7]),
        ("8 et 5", [8, 5]),
        ("8", [8]),
        ("- 5", [None, 5]),
        ("", []),
    ],
)
def test_figures_in_a_row(line, figures):
    assert parse_answer_row(line, 3, lambda word: scale(word, 1, 10)) == figures


@pytest.mark.parametrize("line", ["8 5 7 6", "eight or nine", "11 5", "1: 8, 3: 5"])
def test_what_is_no_row_is_refused(line):
    with pytest.raises(KindError):
        parse_answer_row(line, 3, lambda word: scale(word, 1, 10))


def test_a_half_is_no_row_of_two():
    with pytest.raises(BetweenError):
        parse_answer_row("6,5", 2, lambda word: scale(word, 1, 10))


REVIEWS = {
    "nl": [
        ("1 gedaan, 2 nog niet", ["done", "open", None]),
        ("1 gedaan 2 nog niet 4 deels", ["done", "open", "partly"]),
        ("1 en 2 gedaan, 4 losgelaten", ["done", "done", "dropped"]),
        ("4: deels", [None, None, "partly"]),
        ("g n d", ["done", "open", "partly"]),
        ("gedaan, nog niet, deels", ["done", "open", "partly"]),
        ("alles gedaan", ["done", "done", "done"]),
        ("alle drie gedaan", ["done", "done", "done"]),
    ],
    "fr": [
        ("1 fait, 2 pas encore", ["done", "open", None]),
        ("1 et 2 fait, 4 abandonné", ["done", "done", "dropped"]),
        ("1 et 2 en partie, 4 fait", ["partly", "partly", "done"]),
        ("f e p", ["done", "open", "partly"]),
        ("tout fait", ["done", "done", "done"]),
    ],
    "en": [
        ("1 done, 2 not yet", ["done", "open", None]),
        ("1 and 2 done, 4 dropped", ["done", "done", "dropped"]),
        ("d n p", ["done", "open", "partly"]),
        ("all done", ["done", "done", "done"]),
    ],
}


@pytest.mark.parametrize(
    ("language", "line", "statuses"),
    [(language, *case) for language, cases in REVIEWS.items() for case in cases],
)
def test_what_came_of_several_actions(language, line, statuses):
    speak(language)
    try:
        found = parse_reviews(line, (1, 2, 4), review_words())
    finally:
        speak("en")

    assert [found[n] and found[n].status for n in (1, 2, 4)] == statuses


@pytest.mark.parametrize(
    ("line", "obstacle", "plan"),
    [
        ("Als Koen slecht gezind is, dan wacht hij", "Koen slecht gezind is", "wacht hij"),
        ("Koen slecht gezind, dan wachten", "Koen slecht gezind", "wachten"),
        ("Als Koen ziek is, vraag ik Lies", "Koen ziek is", "vraag ik Lies"),
        ("als het meer dan een uur duurt dan bel ik", "het meer dan een uur duurt", "bel ik"),
        ("het duurt meer dan een uur", "het duurt meer dan een uur", None),
        ("Koen ziek -> Lies vragen", "Koen ziek", "Lies vragen"),
        ("Si Koen est absent, alors j'écris", "Koen est absent", "j'écris"),
        ("il est là alors que je travaille", "il est là alors que je travaille", None),
        ("If Koen is away then I write", "Koen is away", "I write"),
        ("he is late and then leaves", "he is late and then leaves", None),
    ],
)
def test_a_plan(line, obstacle, plan):
    assert parse_plan(line) == {"obstacle": obstacle} | ({"plan": plan} if plan else {})


@pytest.mark.parametrize(
    "line",
    [
        "",
        "geen idee",
        "Weet ik niet.",
        "niemand",
        "nvt",
        "No idea",
        "I don’t know",
        "Aucune idée",
        "rien",
    ],
)
def test_it_is_no_answer(line):
    assert is_no_answer(line)


@pytest.mark.parametrize("line", ["niets doen", "geen ruzie", "Personne âgée", "0", "no overtime"])
def test_it_is_one(line):
    assert not is_no_answer(line)
