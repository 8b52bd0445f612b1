"""Finding: the newest texts with all the words first, read no further than what is shown."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from coachlog.base.folding import places as shown
from coachlog.store.connection import Reader
from coachlog.views.search import places
from coachlog.views.search.excerpts import Mark, excerpt, marks, moved

OPENING, CLOSING = "\ufdd0", "\ufdd1"
"""What stands around the words that were found: characters that Unicode keeps out of texts."""


class HitLine(NamedTuple):
    """A field in which words were found, as `search --json` and `--csv` give it."""

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
    """The same with what a screen shows besides.

    *name* is that of the person, *about* what was asked or who may read it, *marks* the places of
    the words in the text, *document* where it stands among all.
    """

    line: HitLine
    name: str | None
    about: str | None
    marks: list[Mark]
    document: int


class SearchQuery(NamedTuple):
    """A search: the words and the filters; ids, codes and days are checked.

    *person* is an id. Without one, *archived* tells whether people in the archive are looked at.
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
    def narrowed(self) -> bool:
        """Whether an option leaves out something that might have been found."""
        return any((self.person, self.noun, self.stage, self.since, self.until, self.shared))


class _Document(NamedTuple):
    id: int
    noun: str
    record_id: str
    layer: str
    marked: str
    body: str | None
    """Only where other letters are indexed than are shown."""


def hits(reader: Reader, wish: SearchQuery) -> Iterator[Hit]:
    """Search hits, newest first or best first; one a field, as far as it is read."""
    for document in reader.rows(_Document, _statement(wish), **_values(wish)):
        for hit in _fields(reader, document):
            if wish.stage in (None, hit.line.stage):
                yield hit


def exists(reader: Reader, wish: SearchQuery) -> bool:
    """Whether there is anything to find."""
    return next(hits(reader, wish), None) is not None


_FOUND = (
    "select d.id, d.noun, d.record_id, d.layer, highlight(search, 0, :opening, :closing),"
    " case when d.folded > '' then d.body end"
    # Not a plain join: the index is walked from its newest document on, and left when enough was
    # read, whatever SQLite thinks of the sizes of the tables.
    " from search cross join document d on d.id = search.rowid where search match :match"
)
_OWN = ", ".join(f"'{noun}'" for noun in places.OF_THE_COACH)
_PERSON = places.of_document("person")
_ON = places.of_document("on")
_IN_ARCHIVE = "select id from coachee where archived_at is not null"  # a few, read once
_MINE = f"with mine (id) as materialized ({places.of_person()}) "
# Whoever came long ago has no new documents: the walk begins at their newest one. The plus keeps
# SQLite from asking the index anew for each of them.
_OF_PERSON = (
    "search.rowid between (select min(id) from mine) and (select max(id) from mine)"
    " and +search.rowid in (select id from mine)"
)


def _statement(wish: SearchQuery) -> str:
    everybody = wish.archived or wish.person
    conditions = {
        _OF_PERSON: wish.person,
        f"{_ON} >= :since": wish.since,
        f"{_ON} <= :until": wish.until,
        f"d.layer = 'shared' and d.noun not in ({_OWN})": wish.shared,
        f"coalesce({_PERSON}, '') not in ({_IN_ARCHIVE})": not everybody,
        _of_nouns(_nouns(wish)): wish.noun or wish.stage,
    }
    chosen = "".join(f" and {sql}" for sql, value in conditions.items() if value)
    order = " order by rank" if wish.best else " order by search.rowid desc"
    return (_MINE if wish.person else "") + _FOUND + chosen + order


def _nouns(wish: SearchQuery) -> list[str]:
    within = places.WITHIN.get(wish.noun or "", (wish.noun,) if wish.noun else tuple(places.PLACES))
    of_stage = places.nouns_of(wish.stage) if wish.stage else within
    return [noun for noun in within if noun in of_stage]


def _of_nouns(nouns: list[str]) -> str:
    listed = ", ".join(f"'{noun}'" for noun in nouns)
    if set(nouns) <= set(places.FEW):
        return f"+search.rowid in (select id from document where noun in ({listed}))"  # noqa: S608 - names of our own
    return f"d.noun in ({listed})"


def _values(wish: SearchQuery) -> dict[str, object]:
    bounds = {name: getattr(wish, name) for name in ("match", "person", "since", "until")}
    return bounds | {"opening": OPENING, "closing": CLOSING}


def _fields(reader: Reader, document: _Document) -> Iterator[Hit]:
    """The fields of a document in which something was found."""
    told = reader.one(
        _row, places.record_query(document.noun, document.layer), id=document.record_id
    )
    if told is None:  # another program wrote the journal in between
        return
    number, session, handle, name, on, stage, about, again, *texts = told
    found, at = _marks(document), 0
    for column, text in zip(places.columns(document.noun, document.layer), texts, strict=True):
        if text is None:
            continue
        own = [
            Mark(one.start - at, one.end - at) for one in found if at <= one.start < at + len(text)
        ]
        at += len(text) + 1
        if own and column != again:
            of = stage or places.stage_of(document.noun, column)
            line = HitLine(
                *(on, handle, session, document.noun, number, column, of, document.layer),
                excerpt(text, own),
                text,
            )
            yield Hit(line, name, about, own, document.id)


def _marks(document: _Document) -> list[Mark]:
    """The places of what was found in the text as it is shown."""
    found = marks(document.marked, OPENING, CLOSING)
    return found if document.body is None else moved(found, list(shown(document.body)))


def _row(*columns: Any) -> tuple[Any, ...]:
    return columns
