"""What stands on a page for others is chosen, field by field; and people read names, not ids."""

import sqlite3
from contextlib import closing, suppress

import pytest

from coachlog.display.page import Line, Section
from coachlog.interview.method_files import read_all
from coachlog.journal.session import conversation, show
from coachlog.report import takehome
from coachlog.report.visible_fields import LETTER, PLAN, SHOWN
from coachlog.schema.field import BY_ROW, SHARED
from coachlog.schema.tables import TABLES
from coachlog.store import derived
from coachlog.store.drafts import DraftKeeper
from tests.conftest import talk

TAKEN_HOME = {
    *("coachee.name", "trajectory.turn_to", "answer.asked", "answer.text"),
    *("option.text", "option.contact", "option.pros", "option.cons"),
    *("action.what", "action.obstacle", "action.plan", "action.helper", "action.outcome"),
    *("goal.statement", "goal.why", "goal.signs", "goal.anti_goal", "goal.milestone"),
    *("goal.talents", "goal.serves", "objective.statement", "talent.strength", "topic.text"),
    *("review.outcome", "review.plan_helped"),
    *(f"session.{name}" for name in ("topic", "better", "summary", "reason", "reality_now")),
    *(f"session.reality_{name}" for name in ("why_not_lower", "tried", "exceptions")),
    *("session.reality_people", "session.reality_obstacles"),
}
TO_PREPARE = {
    *("coachee.name", "session.summary", "action.what", "goal.statement", "goal.anti_goal"),
    "topic.text",
}
IN_A_LETTER = {
    *("coachee.name", "goal.statement", "goal.why", "goal.anti_goal"),
    *("goal.talents", "talent.strength", "topic.text"),
    *("session.topic", "session.better", "session.summary"),
}
TO_A_READER = {"coachee.name", "release.to_whom", "release.text", "release.agreed_by"}
ON_A_PLAN = TO_A_READER | {
    f"release.{name}" for name in ("why", "steps", "signs", "milestone", "provided")
}
ON_THE_OWN_PLAN = {
    *("coachee.name", "goal.statement", "goal.why", "goal.signs", "goal.milestone"),
    *("option.text", "action.what", "action.helper"),
}
PAGES = {
    ("takehome", "1 2"): TAKEN_HOME,
    ("prepare", "amina"): TO_PREPARE,
    ("pop", "amina"): ON_THE_OWN_PLAN,
    ("letter", "amina"): IN_A_LETTER,
    ("pop", "amina", "--for", "release.to_whom"): ON_A_PLAN,
    ("threeway", "amina", "--for", "release.to_whom"): ON_A_PLAN,
}
MANY = {
    "coachee": "Amina",
    "date": "2026-11-02T14:00",
    "method": "grow",
    **dict.fromkeys(("topic", "better", "summary", "private_note", "reflection"), "x"),
    "reason": "r",
    "goals": [
        {
            **dict.fromkeys(("statement", "why", "signs", "anti_goal", "milestone"), "g"),
            "ref": "g",
            "talents": "t",
            "serves": "s",
            "objectives": [1],
            "talent_numbers": [1],
        }
    ],
    "reality": dict.fromkeys(
        ("now", "why_not_lower", "tried", "exceptions", "people", "obstacles"), "x"
    ),
    "options": [
        {"text": "o", "origin": "network", "contact": "c", "pros": "p", "cons": "c", "chosen": True}
    ],
    "actions": [
        {"what": "a", "goal": "g", "helper": "h", "if_then": {"obstacle": "o", "plan": "p"}},
        {"what": "another"},
    ],
    "answers": [
        {"stage": "s", "question": "q1", "text": "a"},
        {"stage": "s", "question": "q2", "text": "a", "layer": "private"},
    ],
    "parked": ["later"],
}


@pytest.fixture
def marked(call, keep, program, prepared):
    """A journal in which each text tells in which column it stands."""

    def fill():
        assert call("coachee", "new", "--name", "Amina").code == 0
        assert call("coachee", "talent", "amina", "t", "--shows", "s").code == 0
        assert call("objective", "new", "--statement", "o").code == 0
        for name in ("c", "h"):  # other names do not stand on a page for others
            named = ("--name", name, "--where", "internal", "--may-be-named", "yes_named")
            assert call("contact", "new", *named).code == 0
        keep(MANY)
        keep(
            talk(
                date="2026-11-03T14:00",
                reviews=[{"action": 1, "status": "partly", "outcome": "o", "plan_helped": "p"}],
                parked=["later"],
            )
        )
        for words in (
            ("workability", "new", "--coachee", "amina", "--wanted", "--stress", 2, "--note", "n"),
            ("observation", "new", "--coachee", "amina", "--fact", "f", "--goal", 1),
            ("growth", "new", "--kind", "training", "--learned", "l"),
            ("session", "release", 1, "--text", "x", "--to", "Koen", "--agreed-by", "Amina"),
            ("goal", "release", 1, "--to", "Koen", "--agreed-by", "Amina"),
            ("trajectory", "edit", 1, "--appraises", "yes", "--turn-to", "t"),
        ):
            assert call(*words).code == 0, words
        with closing(sqlite3.connect(program.store, isolation_level=None)) as store:
            for table, columns in derived.noun_columns(store).items():
                for column in columns:
                    _mark(store, table, column)

    prepared(fill)
    return program.store


def _mark(store, table, column):
    """Write the name of a column of texts into each row, also of one that is empty."""
    if column in KEPT or column.endswith(("_id", "_on", "_at")):
        return
    kind = f"select type from pragma_table_info('{table}') where name = '{column}'"
    if store.execute(kind).fetchone() != ("TEXT",):
        return
    with suppress(sqlite3.IntegrityError):  # a word out of a list is nobody's text
        store.execute(f'update "{table}" set "{column}" = ?', (f"<{table}.{column}>",))


KEPT = (
    *("id", "handle", "name_sort", "time_zone", "language", "lens", "theme", "area", "status"),
    *("kind", "form", "method", "layer", "origin", "level", "done_by", "about", "agreement_basis"),
)


@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",)], ids=str)
@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_only_what_was_chosen_stands_on_a_page_for_others(call, marked, page, form):
    """A new column stands on no page, until it is chosen for one: here, and there."""
    name, whom, *rest = [f"<{word}>" if word == "release.to_whom" else word for word in page]

    shown = "".join(call("report", name, each, *rest, *form).out for each in whom.split())

    seen = {name for name in _columns(marked) if f"<{name}>" in shown}
    assert seen == PAGES[page]


def test_every_report_but_figures_is_one_of_these_pages(call):
    """`report fund` tells figures only: `test_cli_fund.py`; `coach` no person: `test_cli_me.py`.

    A charter and a checklist tell what all know who sign it: `test_cli_onboarding.py`.
    """
    _about, _commands, listed = call("report", "--help").out.partition("Commands:\n")

    assert {line.split()[0] for line in listed.splitlines()} == {
        *("fund", "coach", "charter", "checklist"),
        *(name for name, *_ in PAGES),
    }


def _columns(path):
    with closing(sqlite3.connect(path)) as store:
        tables = derived.noun_columns(store)
    return [f"{table}.{column}" for table, columns in tables.items() for column in columns]


@pytest.fixture
def with_a_room(monkeypatch):
    """A conversation that got one more field, a fact and a section on what people read of it."""
    own_fields = conversation._own_fields
    monkeypatch.setattr(
        conversation, "_own_fields", lambda *args: own_fields(*args) | {"room": "Room 3.12"}
    )
    for page in (show, takehome):
        facts, sections = page.facts, page.sections
        monkeypatch.setattr(page, "facts", _and(facts, lambda room: room))
        monkeypatch.setattr(
            page, "sections", _and(sections, lambda room: Section("Room", [Line("", room)]))
        )


def _and(told, more):
    def with_more(kept, *rest, **named):
        return [
            *told(kept, *rest, **named),
            *(more(kept[name]) for name in ("room",) if name in kept),
        ]

    return with_more


@pytest.mark.usefixtures("with_a_room")
def test_a_new_field_of_a_conversation_is_for_the_coach_until_it_is_listed(call, aloud, marked):
    for name, whom, *rest in PAGES:
        for each in whom.split():
            readers = [f"<{word}>" if word == "release.to_whom" else word for word in rest]
            assert "3.12" not in call("report", name, each, *readers).out

    assert aloud("session", "show", 1).out.count("Room 3.12") == 2


def _listed(fields):
    for field in fields.values():
        yield from [field] if isinstance(field, str) else _listed(field)


def test_what_is_listed_is_shared():
    for name in (*_listed(SHOWN), *_listed(PLAN), *_listed(LETTER)):
        table, column = name.split(".")
        field = TABLES[table].field(column)
        # a number is how people call a record; the layer of an answer says who may read it
        assert field.layer in (SHARED, BY_ROW) or column in ("number", "layer"), name


METHODS = {found.name: found.method for found in read_all() if found.method}
OWN = """id = "my_own_talk"
name = { nl = "Mijn eigen gesprek", fr = "Mon entretien", en = "My own talk" }
about = { en = "…" }
source = "…"
[[stage]]
id = "end"
name = { en = "End" }
[[stage.question]]
id = "my_own_talk.1"
kind = "text"
nl = "Wat nu?"
fr = "Et maintenant ?"
en = "What now?"
"""


@pytest.fixture
def one_of_each(call, keep, program):
    """A conversation by every method, also an own one, and one that is gone by now."""
    folder = program.config.parent / "methods"
    folder.mkdir()
    (folder / "my_own_talk.toml").write_text(OWN, encoding="utf-8")
    days = {
        name: f"2026-11-{day:02}T09:00" for day, name in enumerate((*METHODS, "my_own_talk"), 1)
    }
    keep(
        *(
            talk(
                method=name,
                date=day,
                answers=[{"stage": "s", "question": _first_of(name), "text": "x"}],
            )
            for name, day in days.items()
        )
    )
    return [*days]


def _first_of(name):
    return METHODS[name].questions[0].id if name in METHODS else "my_own_talk.1"


@pytest.mark.parametrize(
    "language",
    ["nl", *(pytest.param(each, marks=pytest.mark.nightly) for each in ("fr", "en"))],
)
def test_no_page_shows_the_id_of_a_method_or_question(call, aloud, screen, one_of_each, language):
    call("coachee", "edit", "amina", "--language", language)
    shown = {
        name: aloud(*words, n, language=language).out
        for n, name in enumerate(one_of_each, 1)
        for words in (("report", "takehome"), ("session", "show"))
    }
    drawn = [
        screen("session", "list", "--limit", "0", columns=200, language=language),
        screen("timeline", "amina", columns=160, language=language),
    ]

    for name, page in shown.items():
        assert _title(name, language) in page
        for told in (page, *drawn):
            assert not {*_ids(name)} & {*told.replace("·", " ").split()}
            assert _first_of(name) not in told
    for told in drawn:
        named = [name for name in one_of_each if name not in DISCREET]
        assert all(_title(name, language)[:16] in told for name in named)


DISCREET = {name for name, method in METHODS.items() if method.discreet}
"""Methods that stand on the page of their conversation only."""


def _title(name, language):
    if name not in METHODS:
        return {"nl": "Mijn eigen gesprek", "fr": "Mon entretien", "en": "My own talk"}[language]
    return METHODS[name].name[language].partition(" (")[0]


def _ids(name):
    """How an id would look, where it is not a word that the name has as well."""
    same = name in METHODS and name.upper() in METHODS[name].name["en"].upper()
    return () if same else (name, name.upper())


def test_a_method_that_is_gone_goes_by_words(aloud, keep):
    keep(talk(method="old_team_talk"))

    shown = aloud("report", "takehome", 1).out + aloud("session", "show", 1).out

    assert "Old team talk" in shown
    assert "old_team_talk" not in shown.casefold().replace("old team talk", "")


def test_what_was_asked_stands_there_in_words(aloud, screen, keep):
    keep(talk(method="grow", answers=[{"stage": "s", "question": "grow.closing.03", "text": "x"}]))

    assert "What of today may I pass on" in " ".join(screen("search", "x").split())

    for words in (("report", "takehome", 1), ("session", "show", 1)):
        assert "What of today may I pass on" in aloud(*words).out
        assert "grow.closing" not in aloud(*words).out


@pytest.mark.parametrize(
    ("method", "question", "told"),
    [
        ("grow", "oskar.outcome.01", "What would make this conversation useful"),
        (None, "grow.closing.03", "What of today may I pass on"),
        ("grow", "old_talk.end.01", "Another question"),
    ],
    ids=["of another method", "without a method", "of a method that is gone"],
)
def test_no_answer_goes_by_the_id_of_its_question(aloud, keep, method, question, told):
    answers = [{"stage": "s", "question": question, "text": "x"}]
    keep(talk(answers=answers) | ({"method": method} if method else {}))

    for words in (("report", "takehome", 1), ("session", "show", 1)):
        shown = aloud(*words).out
        assert question not in shown
        assert told in " ".join(shown.split())


def test_a_draft_does_not_go_by_the_id_of_its_method(call, program):
    for name in ("Amina", "Bo"):
        DraftKeeper.start(program.store, "first_weeks", {"given": {}}, coachee=name).close()

    told = call("session", "resume").err

    assert "Amina" in told
    assert "first_weeks" not in told.casefold()
