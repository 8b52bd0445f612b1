"""One made-up conversation: what was looked back at, said, weighed, agreed and noted."""

from datetime import datetime, timedelta

from bulk import Journal, Moment, Row
from coachlog.base.clock import instant
from coachlog.interview.method import Question
from coachlog.interview.method_files import load
from people import Somebody
from phrases import RARE

ZONE = "Europe/Brussels"
EVERY_GOAL = 12
"""After so many conversations a person sets a new goal."""

EVERY_RARE = 8
"""In one of so many of the probe's conversations the rare word is said."""

METHOD = "grow"
FORMS = ("in_person", "in_person", "video", "phone", "walk")
MINUTES = (30, 45, 45, 60, 60, 75, 90)
STATUSES = (*["held"] * 47, *["cancelled"] * 2, "missed")
OUTCOMES = (*["done"] * 7, *["partly"] * 2, "dropped")
ORIGINS = (*["coachee"] * 7, *["coach"] * 2, "network")

Asked = list[tuple[str, Question]]


def questions() -> Asked:
    """The questions of the method whose answers stand by themselves, with their stage."""
    return [
        (stage.id, question)
        for stage in load(METHOD).stages
        for question in stage.questions
        if not question.fills and question.kind == "text"
    ]


def talk(
    journal: Journal, person: Somebody, at: datetime, following: datetime | None, asked: Asked
) -> None:
    """Write down a conversation that began *at*; the next one is *following*."""
    moment = Moment(at)
    journal.step(moment, "session new", person.random)
    status = person.pick(STATUSES)
    held = status == "held"
    session = journal.add("session", **_session(journal, person, moment, status, following))
    if held:
        _look_back(journal, person, session)
        _goal(journal, person, session, moment)
        _options(journal, person, session, moment)
        _agree(journal, person, session, moment)
        _answers(journal, person, session, moment, asked)
        person.talks += 1


def part(journal: Journal, person: Somebody, at: datetime) -> None:
    """Write down that the trajectory has ended."""
    moment = Moment(at)
    journal.step(moment, "trajectory close", person.random)
    journal.change("trajectory", person.trajectory, status="closed", closed_on=moment.day)


def _session(
    journal: Journal, person: Somebody, moment: Moment, status: str, following: datetime | None
) -> Row:
    held = status == "held"
    return {
        "id": moment.new_id(person.random),
        "number": journal.number("session"),
        "coachee_id": person.id,
        "trajectory_id": person.trajectory["id"],
        "status": status,
        "starts_at": moment.text,
        "time_zone": ZONE,
        "held_on": moment.day,
        "minutes": person.pick(MINUTES),
        "form": person.pick(FORMS),
        "method": METHOD,
        "method_version": 1,
        "topic": person.says("topic"),
        "better": person.says("better") if held and person.talks else None,
        "reality_now": person.says("reality") if held else None,
        "reality_score": person.between(2, 8) if held else None,
        "reality_tried": person.says("answer") if held and person.perhaps(0.4) else None,
        "summary": _summary(person) if held else None,
        "private_note": person.says("note") if held and person.perhaps(0.3) else None,
        "next_at": instant(following) if held and following else None,
        "created_at": moment.text,
    }


def _summary(person: Somebody) -> str:
    rare = person.who == 0 and person.talks % EVERY_RARE == 0
    said = person.says("summary")
    return f"{said} Dat was een {RARE}." if rare else said


def _look_back(journal: Journal, person: Somebody, session: Row) -> None:
    still = []
    for action in person.open:
        if person.perhaps(0.8):
            journal.change(
                "action",
                action,
                status=person.pick(OUTCOMES),
                outcome=person.says("outcome"),
                closed_on=session["held_on"],
            )
        else:
            still.append(action)
    person.open = still


def _goal(journal: Journal, person: Somebody, session: Row, moment: Moment) -> None:
    """Set a goal when it is time for one, and score it."""
    done = person.talks % EVERY_GOAL
    if not done:
        if person.goal:
            fields = {"status": "achieved", "closed_on": session["held_on"]}
            journal.change("goal", person.goal, **fields)
        person.goal = journal.add("goal", **_new_goal(journal, person, session, moment))
    low, high = person.goal["baseline"], person.goal["target"]
    figure = low + (high - low) * done / EVERY_GOAL + person.random.uniform(-1, 1)
    journal.add(
        "goal_score",
        id=moment.new_id(person.random),
        goal_id=person.goal["id"],
        session_id=session["id"],
        scored_on=session["held_on"],
        score=min(10, max(0, round(figure))),
        created_at=moment.text,
    )


def _new_goal(journal: Journal, person: Somebody, session: Row, moment: Moment) -> Row:
    return {
        "id": moment.new_id(person.random),
        "number": journal.number("goal"),
        "coachee_id": person.id,
        "trajectory_id": person.trajectory["id"],
        "session_id": session["id"],
        "statement": person.says("goal"),
        "anti_goal": person.says("anti_goal"),
        "target_on": _after(moment, 200),
        "baseline": person.between(2, 4),
        "target": person.between(7, 9),
        "set_on": session["held_on"],
        "status": "active",
        "closed_on": None,
        "created_at": moment.text,
    }


def _options(journal: Journal, person: Somebody, session: Row, moment: Moment) -> None:
    chosen = person.between(1, 3)
    for place in range(1, person.between(3, 5) + 1):
        journal.add(
            "option",
            id=moment.new_id(person.random),
            session_id=session["id"],
            place=place,
            text=person.says("option"),
            origin=person.pick(ORIGINS),
            chosen=int(place == chosen),
        )


def _agree(journal: Journal, person: Somebody, session: Row, moment: Moment) -> None:
    for _ in range(person.between(1, 3)):
        action = journal.add(
            "action",
            id=moment.new_id(person.random),
            number=journal.number("action"),
            coachee_id=person.id,
            session_id=session["id"],
            goal_id=person.goal["id"],
            what=person.says("action"),
            due_on=_after(moment, person.between(3, 21)),
            confidence=person.between(5, 10),
            status="open",
            outcome=None,
            agreed_on=session["held_on"],
            closed_on=None,
            created_at=moment.text,
        )
        person.open.append(action)


def _answers(
    journal: Journal, person: Somebody, session: Row, moment: Moment, asked: Asked
) -> None:
    for place, (stage, question) in enumerate(
        person.random.sample(asked, person.between(1, 5)), start=1
    ):
        journal.add(
            "answer",
            id=moment.new_id(person.random),
            session_id=session["id"],
            place=place,
            stage=stage,
            question=question.id,
            asked=question.ask(person.language),
            text=person.says("answer"),
            layer=question.layer,
        )


def _after(moment: Moment, days: int) -> str:
    return (moment.at + timedelta(days=days)).date().isoformat()
