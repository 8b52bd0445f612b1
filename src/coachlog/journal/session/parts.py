"""The parts of a conversation that have no number: its options, answers and forms of talking."""

from collections.abc import Sequence

from coachlog.interview.layers import PRIVATE, SHARED, AnsweredQuestion, layer_of
from coachlog.journal.contact.fields import name_key
from coachlog.journal.contact.links import ids_by_name
from coachlog.journal.session.model import AnswerInput, OptionInput
from coachlog.journal.session.replacement import Values
from coachlog.settings import own_methods
from coachlog.store.work import Work


def options_linked(work: Work, options: Sequence[OptionInput], session_id: str) -> list[Values]:
    """The values of options, each linked with the contact whose name was typed."""
    if not options:
        return []
    known = ids_by_name(work, session_id)
    linked: list[Values] = []
    for option in options:
        # `@Sarah` alone is an idea without more words: ask Sarah.
        name = option.contact or (option.text if option.origin == "network" else "")
        linked.append({**option.model_dump(), "contact_id": known.get(name_key(name))})
    return linked


def with_layer(values: Values) -> Values:
    """The values of a new option, which is shared unless it says otherwise."""
    return {**values, "layer": values["layer"] or SHARED}


def layer_of_answer(answer: AnswerInput, method: str | None) -> str:
    """Return the layer of the question; an answer may be more private than that, never less."""
    if answer.layer == PRIVATE:
        return PRIVATE
    question = AnsweredQuestion(answer.stage, answer.question, answer.asked)
    return layer_of(question, method, own_methods())


def save_communication(work: Work, session_id: str, forms: Sequence[str]) -> None:
    """Replace the forms of communication that a conversation has, each saved once."""
    work.execute("delete from communication where session_id = :id", id=session_id)
    for form in dict.fromkeys(forms):
        work.insert("communication", {"session_id": session_id, "form": form})


def add_parts(work: Work, table: str, session_id: str, parts: Sequence[Values]) -> None:
    """Add rows for *parts*, placed after those that a planned conversation has already."""
    if not parts:
        return
    first_place = _next_place(work, table, session_id)
    for place, values in enumerate(parts, first_place):
        work.insert(table, {"session_id": session_id, "place": place, **values})


def _next_place(work: Work, table: str, session_id: str) -> int:
    """Return the first free place for a part of a conversation, counted from 1."""
    sql = f"select coalesce(max(place), 0) + 1 from {table} where session_id = :id"  # noqa: S608 - names of our own
    return int(work.value(sql, id=session_id))
