"""Searching: the newest texts with all the words first, read no further than what is shown."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from coachlog.base.folding import positions as folded_positions
from coachlog.store.connection import Reader
from coachlog.views.search import places
from coachlog.views.search.excerpts import Mark, excerpt, marks, original_marks

OPENING, CLOSING = "\ufdd0", "\ufdd1"
"""The index puts these around matches: characters that Unicode keeps out of texts."""


class HitLine(NamedTuple):
    """A field with matches, as `search --json` and `--csv` give it."""

    on: str
    coachee: str | None
    session: int | None
    noun: str
    number: int | None
    field: str
    stage: str | None
    layer: str
    excerpt: str
    text: str


class Hit(NamedTuple):
    """A line with what a screen needs in addition.

    *name* is that of the person, *about* the question or the reader of a release, *marks* are the
    matches in the text. *document* is the number in the index, which grows with time.
    """

    line: HitLine
    name: str | None
    about: str | None
    marks: list[Mark]
    document: int


class SearchQuery(NamedTuple):
    """What to search for (*match*, in the syntax of FTS5), and in which texts.

    *person* is an id; without one, *archived* includes people in the archive. *shared* leaves out
    what is for the coach only. Days are ISO text. *best* sorts by match instead of by time.
    """

    match: str
    person: str | None = None
    noun: str | None = None
    stage: str | None = None
    since: str | None = None
    until: str | None = None
    archived: bool = False
    shared: bool = False
    best: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter leaves out texts of people who are not archived."""
        return any((self.person, self.noun, self.stage, self.since, self.until, self.shared))


class _Document(NamedTuple):
    id: int
    noun: str
    record_id: str
    layer: str
    marked: str
    original: str | None
    """The text as it is shown; None if the index has the same letters."""


def hits(reader: Reader, query: SearchQuery) -> Iterator[Hit]:
    """Yield a hit per field with matches, newest or best first; reads as the iterator advances."""
    for document in reader.rows(_Document, _statement(query), **_parameters(query)):
        for hit in _hits_in(document, reader):
            if query.stage in (None, hit.line.stage):
                yield hit


def has_hit(reader: Reader, query: SearchQuery) -> bool:
    """Whether *query* has a hit."""
    return next(hits(reader, query), None) is not None


_SELECT = (
    "select d.id, d.noun, d.record_id, d.layer, highlight(search, 0, :opening, :closing),"
    " case when d.folded > '' then d.body end"
    # Not a plain join: the index is walked from its newest document on, and left when enough was
    # read, whatever SQLite thinks of the sizes of the tables.
    " from search cross join document d on d.id = search.rowid where search match :match"
)
_NOUNS_OF_COACH = ", ".join(f"'{noun}'" for noun in places.OF_THE_COACH)
_PERSON = places.of_document("person")
_ON = places.of_document("on")
_IN_ARCHIVE = "select id from coachee where archived_at is not null"  # a few, read once
_WITH_DOCUMENTS_OF_PERSON = f"with mine (id) as materialized ({places.of_person()}) "
# The index is walked from the newest document of the person on, which may be an old one. The plus
# keeps SQLite from searching the index anew for each of their documents.
_OF_PERSON = (
    "search.rowid between (select min(id) from mine) and (select max(id) from mine)"
    " and +search.rowid in (select id from mine)"
)


def _statement(query: SearchQuery) -> str:
    """Return the SQL for the documents that match, with a condition for each filter of *query*."""
    includes_archive = query.archived or query.person
    is_wanted_by_condition = {
        _OF_PERSON: query.person,
        f"{_ON} >= :since": query.since,
        f"{_ON} <= :until": query.until,
        f"d.layer = 'shared' and d.noun not in ({_NOUNS_OF_COACH})": query.shared,
        f"coalesce({_PERSON}, '') not in ({_IN_ARCHIVE})": not includes_archive,
        _of_nouns(_nouns(query)): query.noun or query.stage,
    }
    conditions = [condition for condition, is_wanted in is_wanted_by_condition.items() if is_wanted]
    where = "".join(f" and {condition}" for condition in conditions)
    order = " order by rank" if query.best else " order by search.rowid desc"
    prefix = _WITH_DOCUMENTS_OF_PERSON if query.person else ""
    return prefix + _SELECT + where + order


def _nouns(query: SearchQuery) -> list[str]:
    """Return the nouns to search: the one of *query* with its parts, or all; of its stage only."""
    nouns = places.NOUNS
    if query.noun:
        nouns = places.NOUNS_WITH_PARTS.get(query.noun, (query.noun,))
    if query.stage is None:
        return list(nouns)
    nouns_of_stage = places.nouns_of(query.stage)
    return [noun for noun in nouns if noun in nouns_of_stage]


def _of_nouns(nouns: list[str]) -> str:
    """Return the SQL condition that a document is of one of *nouns*.

    Rare nouns are looked up first: walking the index until it meets enough of them takes longer.
    """
    quoted_nouns = ", ".join(f"'{noun}'" for noun in nouns)
    if set(nouns) <= set(places.RARE_NOUNS):
        return f"+search.rowid in (select id from document where noun in ({quoted_nouns}))"  # noqa: S608 - names of our own
    return f"d.noun in ({quoted_nouns})"


def _parameters(query: SearchQuery) -> dict[str, object]:
    values = {name: getattr(query, name) for name in ("match", "person", "since", "until")}
    return values | {"opening": OPENING, "closing": CLOSING}


def _hits_in(document: _Document, reader: Reader) -> Iterator[Hit]:
    """Yield a hit for each field of a document with matches.

    The text of a document is that of its fields with one character between them, so the marks of
    a field are those within its part of that text, counted from where it starts. A field whose
    text is found in another record as well is left out.
    """
    sql = places.record_query(document.noun, document.layer)
    record = reader.one(_row, sql, id=document.record_id)
    if record is None:  # another program wrote the journal in between
        return
    number, session, handle, name, on, stage, about, repeated_column, *texts = record
    document_marks = _marks(document)
    field_start = 0
    for column, text in zip(places.columns(document.noun, document.layer), texts, strict=True):
        if text is None:
            continue
        field_end = field_start + len(text)
        field_marks = [
            Mark(mark.start - field_start, mark.end - field_start)
            for mark in document_marks
            if field_start <= mark.start < field_end
        ]
        field_start = field_end + 1
        if field_marks and column != repeated_column:
            line = HitLine(
                on=on,
                coachee=handle,
                session=session,
                noun=document.noun,
                number=number,
                field=column,
                stage=stage or places.stage_of(document.noun, column),
                layer=document.layer,
                excerpt=excerpt(text, field_marks),
                text=text,
            )
            yield Hit(line, name, about, field_marks, document.id)


def _marks(document: _Document) -> list[Mark]:
    """Return the matches in the text of a document as it is shown.

    The index has folded letters: where that moves them, matches are put back in their places.
    """
    index_marks = marks(document.marked, OPENING, CLOSING)
    if document.original is None:
        return index_marks
    return original_marks(index_marks, list(folded_positions(document.original)))


def _row(*columns: Any) -> tuple[Any, ...]:
    return columns
