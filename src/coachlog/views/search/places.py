"""Where a document of the index belongs: whose it is, of which day, in which conversation."""

from typing import NamedTuple

from coachlog.schema.field import DAY
from coachlog.schema.tables import SEARCHED_PRIVATE as PRIVATE
from coachlog.schema.tables import SEARCHED_SHARED as SHARED
from coachlog.schema.tables import TABLES


class SearchSource(NamedTuple):
    """How the record behind a document is found, in SQL; the record is `r`, a conversation `s`.

    *among* is what stands after `from`; *person* the id of the person, *on* the day, *number* and
    *session* what a person types. *stage* and *about* are what was asked, or who may read it.
    """

    among: str
    person: str
    on: str
    number: str
    session: str = "null"
    stage: str = "null"
    about: str = "null"


_IN_SESSION = " join session s on s.id = r.session_id"
_AFTER_SESSION = " left join session s on s.id = r.session_id"

_SPECIAL = {
    "coachee": SearchSource("coachee r", "r.id", "substr(r.created_at, 1, 10)", "null"),
    "session": SearchSource("session r", "r.coachee_id", "r.held_on", "r.number", "r.number"),
    "answer": SearchSource(
        "answer r" + _IN_SESSION,
        *("s.coachee_id", "s.held_on", "null", "s.number"),
        *("r.stage", "coalesce(r.asked, r.question)"),
    ),
    "option": SearchSource(
        "option r" + _IN_SESSION, "s.coachee_id", "s.held_on", "null", "s.number"
    ),
    "review": SearchSource(
        "review r" + _IN_SESSION + " join action a on a.id = r.action_id",
        *("s.coachee_id", "s.held_on", "a.number", "s.number"),
    ),
    "release": SearchSource(
        "release r" + _AFTER_SESSION + " left join goal g on g.id = r.goal_id",
        *("coalesce(s.coachee_id, g.coachee_id)", "r.released_on", "r.number", "s.number"),
        about="r.to_whom",
    ),
}
"""Of parts, and of what is found in another way than by its own columns."""


def _by_columns(name: str) -> SearchSource:
    """A record is of the first day that it has to have, or else of the one when it was kept."""
    table = TABLES[name]
    days = (each.name for each in table.fields if each.kind == DAY and each.required)
    on = next((f"r.{day}" for day in days), "substr(r.created_at, 1, 10)")
    person = "r.coachee_id" if table.find("coachee_id") else "null"
    if table.find("session_id"):
        return SearchSource(f"{name} r{_AFTER_SESSION}", person, on, "r.number", "s.number")
    return SearchSource(f"{name} r", person, on, "r.number")


_MANY = ("session", "answer", "goal", "option", "action", "review", "topic")
ON_A_PAGE = (
    *dict.fromkeys((*_MANY, "release", "coachee", "talent", "trajectory", "observation", *SHARED)),
)
"""In which order what belongs together is shown."""

PLACES = {name: _SPECIAL.get(name) or _by_columns(name) for name in ON_A_PAGE}
"""By table, those that the index covers; an objective and the coach's own growth are of nobody."""

WITHIN = {
    "session": ("session", "answer", "option", "review", "release"),
    "action": ("action", "review"),
}
"""What looking among a noun covers, where that is more than the noun itself."""

FEW = ON_A_PAGE[len(_MANY) :]
"""Nouns of which there are so few that all their documents are quicker than a walk to the next."""

OF_THE_COACH = tuple(name for name in PLACES if TABLES[name].noun.of_coach)
"""Nouns that are about the coach: what stands there was shared with nobody."""

STAGES = {
    "goal": "goal",
    "option": "options",
    "action": "will",
    "review": "review",
    "session.better": "review",
    "session.topic": "topic",
    "session.summary": "closing",
    "session.private_note": "closing",
    "session.reflection": "closing",
} | {
    f"session.{column}": "reality" for column in SHARED["session"] if column.startswith("reality_")
}
"""The stage to which a field belongs, as GROW has it; that of an answer is kept with it."""

NOUNS = tuple(PLACES)
STAGE_NAMES = ("topic", "review", "goal", "reality", "options", "will", "closing")


def columns(noun: str, layer: str) -> tuple[str, ...]:
    """The columns whose texts are in the document of a record, in their order."""
    return PRIVATE[noun] if layer == "private" and noun in PRIVATE else SHARED[noun]


def stage_of(noun: str, column: str) -> str | None:
    """The stage to which a field belongs; None outside the stages."""
    return STAGES.get(noun) or STAGES.get(f"{noun}.{column}")


def nouns_of(stage: str) -> list[str]:
    """The tables that may hold something of *stage*."""
    own = {name.partition(".")[0] for name, of in STAGES.items() if of == stage}
    return sorted({*own, "answer"})


def of_document(what: str) -> str:
    """An SQL expression for *what* (`person` or `on`) of the document `d`."""
    case = "when '{}' then (select {} from {} where r.id = d.record_id)"
    cases = (case.format(noun, getattr(place, what), place.among) for noun, place in PLACES.items())
    return f"case d.noun {' '.join(cases)} end"


def of_person() -> str:
    """A statement for the ids of the documents of the person `:person`."""
    return " union all ".join(
        f"select d.id from {place.among}"  # noqa: S608 - names of our own
        f" cross join document d on d.noun = '{noun}' and d.record_id = r.id"
        f" where {place.person} = :person"
        for noun, place in PLACES.items()
        if place.person != "null"
    )


_AGAIN = {"review": "case when r.outcome is a.outcome then 'outcome' end"}
"""The column whose text is found in another record already: it is not shown a second time."""


def record_query(noun: str, layer: str) -> str:
    """The query for what a hit tells of the record `:id`, the column to leave out, its texts."""
    place = PLACES[noun]
    texts = ", ".join(f'r."{column}"' for column in columns(noun, layer))
    return (
        f"select {place.number}, {place.session}, c.handle, c.name, {place.on}, {place.stage},"  # noqa: S608 - names of our own
        f" {place.about}, {_AGAIN.get(noun, 'null')}, {texts}"
        f" from {place.among} left join coachee c on c.id = {place.person} where r.id = :id"
    )
