"""Who does an action, as people say it at the end of a line; no word of the action is lost."""

import pytest

from coachlog.guide.doers import may_name_doer, split_doer
from tests.guide.script import Until

COACH, MANAGER, PERSON = "coach", "manager", "coachee"


@pytest.mark.parametrize(
    ("line", "what", "doer"),
    [
        (
            "Rooster nakijken, tegen vrijdag, door mijn manager",
            "Rooster nakijken, tegen vrijdag",
            MANAGER,
        ),
        (
            "Rooster nakijken, door mijn manager, tegen vrijdag",
            "Rooster nakijken, tegen vrijdag",
            MANAGER,
        ),
        ("Revoir le planning, par ma responsable", "Revoir le planning", MANAGER),
        ("Revoir le planning (par votre responsable)", "Revoir le planning", MANAGER),
        ("Koen bellen - ik", "Koen bellen", COACH),
        ("Koen bellen; An mailen - door mij", "Koen bellen; An mailen", COACH),
        ("Appeler Koen – moi-même", "Appeler Koen", COACH),
        ("Call Koen - Amina", "Call Koen", PERSON),
        ("Call Koen, by Amina Haddad", "Call Koen", PERSON),
        ("my boss: sign the form", "sign the form", MANAGER),
        *(
            (line, line, None)
            for line in (
                "Agenda nakijken - Sofie van HR",
                "Het verslag laten nalezen door mijn manager",
                "Faire relire le rapport par ma responsable",
                "Overleg met de manager, de ploeg en HR",
                "Bespreken met Koen - kort",
                "Le dire par mail",
                "Call Koen, by Friday",
            )
        ),
    ],
)
def test_only_words_that_are_clearly_the_doer_leave_the_line(line, what, doer):
    assert split_doer(line, "coaching", "Amina Haddad") == (what, doer)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Agenda nakijken - Sofie van HR", True),
        ("Agenda nakijken (door Sofie)", True),
        ("Het verslag laten nalezen door mijn manager", True),
        ("Faire relire le rapport par ma responsable", True),
        ("Bespreken met Koen - kort", False),
        ("Le dire par mail", False),
        ("Door te bellen met HR", False),
        ("Call Koen by Friday", False),
        ("Envoyer par la poste", False),
    ],
)
def test_in_doubt_it_is_asked(line, asked):
    assert may_name_doer(line, lambda text: text == "Friday") == asked


def test_the_guide_asks_who_in_doubt_and_keeps_the_words(lead, home):
    told = lead(
        *("session", "new", "--method", "grow", "--coachee", "Amina", "--kind", "coaching"),
        *("--short", "--topic", "Rooster", "--option", "HR bellen, morgen, ik"),
        typed=(
            Until("what exactly will you do?"),
            *("agenda nakijken - Sofie van HR", "3", ""),
            *("rooster delen, tegen vrijdag, door mijn manager",),
            *("Koen spreken - Nele", "amina", ""),
            *("verslag nalezen, door mijn manager tegen vrijdag", "1", ""),
            *(Until("1  Save"), "1"),
        ),
    )
    assert told.code == 0, told.shown
    assert "1 Amina · 2 me" in told.shown
    kept = {a["what"]: (a["done_by"], a["due_on"]) for a in home.json("action", "list")}
    assert kept == {
        "agenda nakijken - Sofie van HR": ("manager", None),
        "rooster delen": ("manager", "2026-11-27"),
        "verslag nalezen": ("manager", "2026-11-27"),
        "Koen spreken - Nele": ("coachee", None),
        "HR bellen, morgen, ik": ("coach", "2026-11-25"),  # an option stays as it was said
    }
