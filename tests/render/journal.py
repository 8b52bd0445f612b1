"""A small journal with the real tables and views, and half a year of conversations."""

import sqlite3
import weakref
from datetime import date, timedelta
from pathlib import Path

import coachlog
from coachlog.store.connection import Reader
from coachlog.store.public_views import views

PACKAGE = Path(coachlog.__file__).parent
STAMP = "2026-01-01T09:00:00.000Z"
TODAY = date(2026, 6, 12)


class Journal:
    """Rows go in by hand; `reader` reads them back through the views."""

    def __init__(self) -> None:
        self.raw = sqlite3.connect(":memory:")
        self.reader = Reader(Path("journal.sqlite"), self.raw)
        weakref.finalize(self.reader, self.raw.close)
        for script in sorted((PACKAGE / "store" / "migrations").glob("*.sql")):
            self.raw.executescript(script.read_text())
        self.raw.executescript(
            "create table tally_coachee (coachee_id text primary key, sessions integer,"
            " last_session_at text, open_actions integer) strict;"
            "create table tally_session (session_id text primary key, options integer,"
            " options_by_coachee integer, actions integer, actions_done integer) strict;"
        )
        for view in views():
            self.raw.execute(view.sql)

    def person(self, handle="amina", name="Amina El Idrissi", **more):
        kept = {
            "id": handle,
            "handle": handle,
            "name": name,
            "name_sort": name.lower(),
            "created_at": STAMP,
        }
        self._insert("coachee", kept | more)
        trajectory = {
            "number": 1,
            "kind": "mentoring",
            "starts_on": "2026-01-01",
            "status": "active",
        }
        self._insert(
            "trajectory", {"id": handle, "coachee_id": handle, "created_at": STAMP} | trajectory
        )

    def talk(self, number, at, topic=None, coachee="amina", **more):
        kept = {
            "id": f"s{number}",
            "number": number,
            "coachee_id": coachee,
            "trajectory_id": coachee,
            "status": "held",
            "starts_at": f"{at}:00.000Z",
            "time_zone": "Europe/Brussels",
            "held_on": at[:10],
            "topic": topic,
            "created_at": STAMP,
        }
        self._insert("session", kept | more)

    def goal(self, number, set_on, statement, session=None, coachee="amina", **more):
        kept = {
            "id": f"g{number}",
            "number": number,
            "coachee_id": coachee,
            "trajectory_id": coachee,
            "session_id": session and f"s{session}",
            "statement": statement,
            "set_on": set_on,
            "status": "active",
            "created_at": STAMP,
        }
        self._insert("goal", kept | more)

    def score(self, goal, on, score, session=None):
        count = self.raw.execute("select count(*) from goal_score").fetchone()[0]
        kept = {"id": f"c{count}", "goal_id": f"g{goal}", "session_id": session and f"s{session}"}
        self._insert("goal_score", kept | {"scored_on": on, "score": score, "created_at": STAMP})

    def action(self, number, agreed_on, what, session=None, goal=None, coachee="amina", **more):
        kept = {
            "id": f"a{number}",
            "number": number,
            "coachee_id": coachee,
            "session_id": session and f"s{session}",
            "goal_id": goal and f"g{goal}",
            "what": what,
            "agreed_on": agreed_on,
            "status": "open",
            "created_at": STAMP,
        }
        self._insert("action", kept | more)

    def _insert(self, table, values):
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        self.raw.execute(f"insert into {table} ({names}) values ({marks})", values)


def half_year() -> Journal:
    """Amina's first half of 2026: two goals, a gap, an action that is late, a next appointment."""
    journal = Journal()
    journal.person(role="ploegbaas in wording", team="Assemblage", since_on="2026-01-12")
    journal.talk(
        1,
        "2026-01-12T13:00",
        "Ik wil de teamvergadering zelf leiden, maar ik klap dicht zodra er tegenwind komt.",
        minutes=60,
        form="in_person",
        method="GROW",
        summary="Ik neem volgende week één punt en spreek dat eerst af met Koen.",
    )
    journal.goal(
        1,
        "2026-01-12",
        "Tegen de zomer leid ik de wekelijkse teamvergadering van begin tot einde.",
        1,
        baseline=3,
        target=8,
    )
    journal.score(1, "2026-01-12", 3, 1)
    journal.action(
        1,
        "2026-01-12",
        "Koen aanspreken en het punt planning overnemen",
        1,
        1,
        due_on="2026-01-19",
        status="done",
        closed_on="2026-01-16",
    )
    journal.talk(
        2,
        "2026-01-26T13:00",
        "Het eerste punt is gelukt. Wat maakte dat het lukte?",
        minutes=45,
        form="in_person",
        method="OSKAR",
        summary="Als ik vooraf weet wat ik wil zeggen, blijf ik rustig.",
    )
    journal.score(1, "2026-01-26", 5, 2)
    journal.action(
        2,
        "2026-01-26",
        "De agenda op donderdag rondsturen",
        2,
        1,
        due_on="2026-01-29",
        status="partly",
        closed_on="2026-02-10",
    )
    journal.action(
        3, "2026-01-26", "Een dag meelopen met Sarah", 2, status="dropped", closed_on="2026-02-16"
    )
    journal.talk(
        3,
        "2026-02-16T13:00",
        "Neen zeggen tegen extra werk zonder er dagen over te piekeren",
        minutes=50,
        form="walk",
        method="GROW",
        summary="Ik mag eerst vragen wat er dan van de lijst gaat.",
    )
    journal.goal(
        2,
        "2026-02-16",
        "Ik zeg neen op een rustige manier, en kom er niet op terug.",
        3,
        baseline=4,
        target=7,
    )
    journal.score(1, "2026-02-16", 5, 3)
    journal.action(
        4,
        "2026-02-16",
        "Bij de volgende vraag eerst een nacht wachten",
        3,
        2,
        status="done",
        closed_on="2026-03-02",
        due_on="2026-03-06",
    )
    journal.score(2, "2026-03-02", 5)
    journal.talk(4, "2026-03-16T13:00", status="cancelled", form="video")
    journal.talk(
        5,
        "2026-04-13T12:00",
        "Na de drukke weken: waar sta ik, en wat heb ik geleerd van de week dat Koen ziek was?",
        minutes=60,
        form="video",
        method="GROW",
        summary="Ik heb de week getrokken zonder dat iemand het merkte."
        " Dat had ik in januari niet gekund.",
    )
    journal.score(1, "2026-04-13", 7, 5)
    journal.score(2, "2026-04-13", 7, 5)
    journal.action(
        5,
        "2026-04-13",
        "Aan Griet vragen of ik het jaarplan mee mag voorstellen",
        5,
        1,
        due_on="2026-05-08",
    )
    journal.talk(
        6,
        "2026-05-18T12:00",
        "Feedback geven aan een oudere collega",
        minutes=55,
        form="in_person",
        method="CLEAR",
        summary="Eerst vragen, dan pas vertellen.",
        next_at="2026-06-23T12:00:00.000Z",
    )
    journal.score(1, "2026-05-18", 6, 6)
    journal.score(2, "2026-05-18", 8, 6)
    journal.raw.execute(
        "update goal set status = 'achieved', closed_on = '2026-05-18' where number = 2"
    )
    journal.action(
        6,
        "2026-05-18",
        "Met Luc een koffie drinken en vragen hoe hij de overdracht ziet",
        6,
        due_on="2026-06-19",
    )
    return journal


def crowd(people=200, conversations=50) -> Journal:
    """Many people who each had many conversations, every one with an action and a score."""
    journal, first, number = Journal(), date(2024, 1, 1), 0
    for who in range(people):
        handle = f"p{who:03}"
        journal.person(handle, f"Person {who}")
        journal.goal(who + 1, "2024-01-01", "To grow", coachee=handle)
        for week in range(conversations):
            number, on = number + 1, (first + timedelta(weeks=2 * week)).isoformat()
            journal.talk(number, f"{on}T10:00", "About work", handle)
            journal.action(number, on, "To do", number, who + 1, handle, due_on=on)
            journal.score(who + 1, on, week % 11, number) if week < 10 else None
    return journal
