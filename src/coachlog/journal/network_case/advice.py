"""Keeps advice with its case, and brings it into a conversation as an idea."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.journal.network_case.queries import CASES, AdviceLine
from coachlog.journal.session.queries import SESSIONS
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work
    from coachlog.terminal.context import Context


def add_advice(work: "Work", case: int, texts: Sequence[str]) -> None:
    """Save pieces of advice on a case, after those that it has; raises NotFoundError."""
    case_id = CASES.id_of(work, case)
    sql = "select coalesce(max(place), 0) from network_advice where case_id = :case"
    last_place = int(work.value(sql, case=case_id))
    for place, text in enumerate(texts, last_place + 1):
        values = {"case_id": case_id, "place": place, "text": text, "created_at": work.now}
        work.insert("network_advice", values)


def bring_in(work: "Work", session: int, advices: Sequence[AdviceLine]) -> None:
    """Make *advices* ideas from the network in a conversation; they stay with their case.

    Raises NotFoundError, or RefusedError for a conversation that was not held.
    """
    refuse_unless_held(work, session)
    session_id = SESSIONS.id_of(work, session)
    sql = "select coalesce(max(place), 0) from option where session_id = :session"
    last_place = int(work.value(sql, session=session_id))
    for place, advice in enumerate(advices, last_place + 1):
        values = {"session_id": session_id, "place": place, "text": advice.text}
        work.insert("option", values | {"origin": "network", "chosen": 0, "layer": "private"})
        work.execute(
            "update network_advice set session_id = :session where place = :place and case_id ="
            " (select id from network_case where number = :case)",
            session=session_id,
            place=advice.place,
            case=advice.case,
        )


def refuse_unless_held(reader: "Reader", session: int) -> None:
    """Raise RefusedError for a conversation that was not held, NotFoundError for none at all."""
    if SESSIONS.one(reader, session).status != "held":
        raise RefusedError(
            N_("Conversation {number} was not held."),
            N_("Bring advice into one that was: coachlog session list"),
            number=session,
        )


def held_session(run: "Context", typed: str) -> int | None:
    """Return the number of a conversation that was held; None for nothing. Raises CoachlogError."""
    number = parse.number(typed)
    if number is not None:
        with run.reader() as reader:
            refuse_unless_held(reader, number)
    return number


def ask_held(run: "Context", prompter: Prompter) -> int | None:
    """Ask for the number of a conversation that was held; None for Enter or a command."""
    answer = prompter.ask(Prompt(check=lambda typed: held_session(run, typed), asks_back=False))
    return None if isinstance(answer, Command) else held_session(run, answer)


def advice_at(advices: Sequence[AdviceLine], places: Sequence[int], case: int) -> list[AdviceLine]:
    """Return the advice with these numbers; raises NotFoundError for one that the case has not."""
    by_place = {advice.place: advice for advice in advices}
    for place in places:
        if place not in by_place:
            raise NotFoundError(
                N_("Case {case} has no advice {number}."),
                N_("See what there is: coachlog network case show {case}"),
                case=case,
                number=place,
            )
    return [by_place[place] for place in dict.fromkeys(places)]
