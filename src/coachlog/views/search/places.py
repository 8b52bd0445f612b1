"""Where a document of the index belongs: whose it is, of which day, in which conversation."""

from typing import NamedTuple

from coachlog.schema.field import DAY
from coachlog.schema.tables import SEARCHED_PRIVATE as PRIVATE
from coachlog.schema.tables import SEARCHED_SHARED as SHARED
from coachlog.schema.tables import TABLES


class SearchSource(NamedTuple):
    """How the record behind a document is found, in SQL; the record is `r`, a conversation `s`.

    *tables* is what stands after `from`; *person* the id of the person, *on* the day, *number* and
    *session* the numbers that a person types. *stage* is that of an answer; *about* is its
    question, or who may read a release.
    """

    tables: str
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
    "session": SearchSource(
        "(select * from session where discreet is not 1) r",
        "r.coachee_id",
        "r.held_on",
        "r.number",
        "r.number",
    ),
    "answer": SearchSource(
        "answer r" + _IN_SESSION + " and s.discreet is not 1",
        "s.coachee_id",
        "s.held_on",
        "null",
        "s.number",
        "r.stage",
        "coalesce(r.asked, r.question)",
    ),
    "option": SearchSource(
        "option r" + _IN_SESSION, "s.coachee_id", "s.held_on", "null", "s.number"
    ),
    "review": SearchSource(
        "review r" + _IN_SESSION + " join action a on a.id = r.action_id",
        "s.coachee_id",
        "s.held_on",
        "a.number",
        "s.number",
    ),
    "release": SearchSource(
        "release r" + _AFTER_SESSION + " left join goal g on g.id = r.goal_id",
        "coalesce(s.coachee_id, g.coachee_id)",
        "r.released_on",
        "r.number",
        "s.number",
        about="r.to_whom",
    ),
    "correction": SearchSource(
        "(select k.* from correction k left join session s"
        " on k.record = 'session' and s.number = k.record_number where s.discreet is not 1) r",
        "r.coachee_id",
        "r.said_on",
        "r.number",
    ),
    "network_advice": SearchSource(
        "network_advice r join network_case k on k.id = r.case_id",
        "null",
        "substr(r.created_at, 1, 10)",
        "k.number",
    ),
}
"""By table, those of which the columns of the record do not tell enough."""


def _by_columns(name: str) -> SearchSource:
    """Return the source of a record that is described by its own columns.

    Its day is in its first required day field, or else the day on which it was saved.
    """
    table = TABLES[name]
    day_columns = [field.name for field in table.fields if field.kind == DAY and field.required]
    on = f"r.{day_columns[0]}" if day_columns else "substr(r.created_at, 1, 10)"
    person = "r.coachee_id" if table.find("coachee_id") else "null"
    if table.find("session_id"):
        return SearchSource(f"{name} r{_AFTER_SESSION}", person, on, "r.number", "s.number")
    return SearchSource(f"{name} r", person, on, "r.number")


_FREQUENT_NOUNS = ("session", "answer", "goal", "option", "action", "review", "topic")
ON_A_PAGE = (
    *dict.fromkeys(
        (
            *_FREQUENT_NOUNS,
            "release",
            "coachee",
            "talent",
            "trajectory",
            "observation",
            *SHARED,
            *PRIVATE,
        )
    ),
)
"""All tables that the index covers, in the order in which hits that belong together are shown."""

PLACES = {name: _SPECIAL.get(name) or _by_columns(name) for name in ON_A_PAGE}
"""By table; an objective and the coach's own growth are about no person."""

NOUNS_WITH_PARTS = {
    "session": ("session", "answer", "option", "review", "release"),
    "action": ("action", "review"),
}
"""What searching in a noun covers, where that is more than the noun itself."""

RARE_NOUNS = ON_A_PAGE[len(_FREQUENT_NOUNS) :]
"""Nouns with so few documents that reading all is quicker than walking the index to the next."""

OF_THE_COACH = tuple(name for name in PLACES if TABLES[name].noun.of_coach)
"""Nouns that are about the coach: their texts were shared with nobody."""

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
"""The stage of the GROW model to which a table or a field belongs; an answer has its own."""

NOUNS = tuple(PLACES)
STAGE_NAMES = ("topic", "review", "goal", "reality", "options", "will", "closing")


def columns(noun: str, layer: str) -> tuple[str, ...]:
    """Return the columns whose texts are in the document of a record, in their order."""
    return PRIVATE[noun] if layer == "private" and noun in PRIVATE else SHARED.get(noun, ())


def stage_of(noun: str, column: str) -> str | None:
    """Return the stage to which a field belongs; None outside the stages."""
    return STAGES.get(noun) or STAGES.get(f"{noun}.{column}")


def nouns_of(stage: str) -> list[str]:
    """Return the tables that may have something of *stage*; answers may be of every stage."""
    # Keys of STAGES are `table` or `table.field`.
    tables = {key.partition(".")[0] for key, key_stage in STAGES.items() if key_stage == stage}
    return sorted({*tables, "answer"})


def of_document(attribute: str) -> str:
    """Return the SQL expression for an *attribute* (`person` or `on`) of the document `d`."""
    cases = " ".join(
        f"when '{noun}' then"  # noqa: S608 - names of our own
        f" (select {getattr(source, attribute)} from {source.tables} where r.id = d.record_id)"
        for noun, source in PLACES.items()
    )
    return f"case d.noun {cases} end"


def of_person() -> str:
    """Return the statement that selects the ids of the documents of the person `:person`."""
    return " union all ".join(
        f"select d.id from {source.tables}"  # noqa: S608 - names of our own
        f" cross join document d on d.noun = '{noun}' and d.record_id = r.id"
        f" where {source.person} = :person"
        for noun, source in PLACES.items()
        if source.person != "null"
    )


_REPEATED_COLUMNS = {"review": "case when r.outcome is a.outcome then 'outcome' end"}
"""The column whose text another record has as well: it is not shown a second time."""


def record_query(noun: str, layer: str) -> str:
    """Return the query for what a hit shows of the record `:id`.

    Its columns are number, session, handle and name of the person, day, stage, question or reader,
    the column to leave out, and then the text of each of `columns(noun, layer)`.
    """
    source = PLACES[noun]
    texts = "".join(f', r."{column}"' for column in columns(noun, layer))
    return (
        f"select {source.number}, {source.session}, c.handle, c.name, {source.on}, {source.stage},"  # noqa: S608 - names of our own
        f" {source.about}, {_REPEATED_COLUMNS.get(noun, 'null')}{texts}"
        f" from {source.tables} left join coachee c on c.id = {source.person} where r.id = :id"
    )
