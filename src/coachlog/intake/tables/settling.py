"""What a list holds and which column goes where: said by options, by a profile, or proposed."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, NoReturn

from coachlog.base.errors import RefusedError
from coachlog.base.folding import closest, plain
from coachlog.base.texts import N_, _, ngettext
from coachlog.intake.tables import mapping, places
from coachlog.intake.tables.fitting import fits
from coachlog.intake.tables.mapping import Column, Table
from coachlog.intake.tables.places import Place
from coachlog.schema.field import DAY, HOURS, MOMENT, NAME
from coachlog.schema.tables import TABLES

LEFT_OUT = "-"
CONSTANT = ":"
"""How `--map` begins with words that stand in no column: they hold for every row."""
Choice = tuple[str, str]
"""A column and the key of its place, as typed for `--map`."""

_WORDS_OF_PEOPLE = "people, person, personen, mensen, personnes, gens, coachees"


class Said(NamedTuple):
    """What was said about a list, by options or by a profile."""

    noun: str | None = None
    columns: tuple[Choice, ...] = ()
    key: str | None = None
    has_owner: bool = False
    shared: bool = False


class Missing(NamedTuple):
    """What each record needs and no column tells: its *label*, and the *key* for `--map`.

    *candidates* are the columns in which it could stand.
    """

    key: str
    label: str
    candidates: tuple[Column, ...]


def noun_of(word: str) -> str:
    """Return the noun that *word* names: `session`, `gesprekken`. Raises RefusedError."""
    typed = plain(word).replace(" ", "_").replace("-", "_")
    if typed in places.nouns():
        return typed
    for noun in places.nouns():
        naming = TABLES[noun].noun.typed if noun != "coachee" else (_WORDS_OF_PEOPLE, "")
        if plain(word) in {each.strip() for words in naming for each in words.split(",")}:
            return noun
    raise RefusedError(
        N_("There is no list of {word}."),
        N_("Choose from: {names}"),
        word=word[:40],
        names=", ".join(places.nouns()),
    )


def settled(columns: Sequence[Column], said: Said, today: date) -> Table | None:
    """Return what goes where; None where it is not clear what it lists. Raises RefusedError."""
    if said.noun:
        return _mapped(noun_of(said.noun), columns, said, today)
    own = mapping.own_noun(columns)
    if own:
        return _mapped(own, columns, said, today)
    for noun in ("session", "hours", "coachee", "contact"):
        if not _has_all(noun, said.columns):
            continue
        table = _mapped(noun, columns, said, today)
        if not missing(table, said, today) and _is_meant(table, columns):
            return table
    return None


def missing(table: Table, said: Said, today: date) -> list[Missing]:
    """Return what each record of a list needs that no column tells."""
    return [
        Missing(place.key, place.label, tuple(_candidates(table, place, today)))
        for place in _needed(table)
        if not _is_told(table, place, said)
    ]


def refuse_missing(lacking: Sequence[Missing], table: Table, name: str) -> NoReturn:
    """Raise RefusedError for the first thing that no column tells, with the option to add."""
    first = lacking[0]
    columns = first.candidates or tuple(each for each in table.columns if each.place is None)
    headings = [each.heading for each in columns or table.columns]
    only = headings[0] if len(first.candidates) == 1 else _("COLUMN")
    raise RefusedError(
        N_("No column of {name} is known to be “{label}”, which {records} need."),
        N_("Add {option}. Columns: {columns}"),
        name=name,
        label=_(first.label),
        records=noun_words(table.noun),
        option=map_option(only, first.key),
        columns=", ".join(headings[:20]),
    )


def map_option(heading: str, key: str) -> str:
    """Return the option that maps a column, as it is typed in a shell."""
    return f'--map "{heading}={key}"'


def noun_words(noun: str) -> str:
    """Return what people call several records of *noun*."""
    return ngettext(*TABLES[noun].naming.many, 2).format(n="").strip()


def _mapped(noun: str, columns: Sequence[Column], said: Said, today: date) -> Table:
    """Return the proposal for *noun*, with what was said in its stead."""
    table = mapping.proposed(noun, columns, today, shared=said.shared)
    for heading, key in said.columns:
        if heading.startswith(CONSTANT):
            constant = (find_place(noun, key), heading.removeprefix(CONSTANT))
            table = table._replace(constants=(*table.constants, constant))
        else:
            table = with_place(table, find_column(columns, heading).at, key)
    if said.key:
        table = table._replace(key=find_column(columns, said.key).at)
    return table


def with_place(table: Table, index: int, key: str) -> Table:
    """Return the list with a column going to another place; LEFT_OUT as *key* leaves it out."""
    place = None if key == LEFT_OUT else find_place(table.noun, key)
    columns = [_without(each, place) for each in table.columns]
    columns[index] = columns[index]._replace(place=place, suggested=None, left=place is None)
    return table._replace(columns=tuple(columns))


def _without(column: Column, place: Place | None) -> Column:
    """Return *column* without a place that another one takes now."""
    may_share = place is None or place.kind in (places.NOTE, places.ADDRESS)
    if may_share or column.place is None or column.place.key != (place and place.key):
        return column
    return column._replace(place=None)


def find_column(columns: Sequence[Column], heading: str) -> Column:
    """Return the column with this heading, in capitals or not. Raises RefusedError."""
    wanted = plain(heading)
    for column in columns:
        if plain(column.heading) == wanted:
            return column
    names = [column.heading for column in columns]
    close = closest(heading, names, 1)
    raise RefusedError(
        N_("There is no column “{column}”."),
        N_("Did you mean “{close}”?") if close else N_("The columns are: {names}"),
        column=heading[:60],
        close=", ".join(close),
        names=", ".join(names[:30]),
    )


def find_place(noun: str, typed: str) -> Place:
    """Return the place of *noun* with this key or name, in any language. Raises RefusedError."""
    known = places.places(noun)
    key = plain(typed).replace("-", "_").replace(" ", "_")
    if key in known:
        return known[key]
    found = next(mapping.names_of(noun, typed), None)
    if found is None:
        raise RefusedError(
            N_("{noun} has no field “{field}”."),
            N_("Choose from: {names}; or - to leave the column out."),
            noun=noun,
            field=typed[:60],
            names=", ".join(known),
        )
    return found


def _has_all(noun: str, choices: Sequence[Choice]) -> bool:
    """Whether *noun* has a place for all that was said."""
    try:
        for _heading, key in choices:
            if key != LEFT_OUT:
                find_place(noun, key)
    except RefusedError:
        return False
    return True


def _is_meant(table: Table, columns: Sequence[Column]) -> bool:
    """Whether a list that could be one of *noun* is not rather one of people."""
    if table.noun != "hours":
        return not (table.noun == "session" and _is_hours_log(columns))
    has_person = table.has(places.SOMEBODY)
    return table.has("paid", "pro_bono") or not has_person


def _is_hours_log(columns: Sequence[Column]) -> bool:
    """Whether it is a log of practice hours: those that were paid, and those that were not."""
    keys = {place.key for column in columns for place in mapping.names_of("hours", column.heading)}
    return {"paid", "pro_bono"} <= keys


def _needed(table: Table) -> Iterator[Place]:
    for place in places.places(table.noun).values():
        is_moment_held = place.kind == MOMENT and place.field and place.field.required
        if place.required or is_moment_held:
            yield place


def _is_told(table: Table, place: Place, said: Said) -> bool:
    if table.has(place.key):
        return True
    if place.kind == places.WHOLE and said.has_owner:
        return True
    if place.kind in (places.WHOLE, NAME):
        person = (places.FIRST, places.LAST, places.HANDLE)
        return table.has(*person, *(("email",) if place.kind == places.WHOLE else ()))
    return place.kind == HOURS and table.has("paid", places.UNPAID)


def _candidates(table: Table, place: Place, today: date) -> Iterator[Column]:
    """Yield the columns without a place whose cells could go there, if the kind tells that."""
    loose = [each for each in table.columns if each.place is None and each.sample]
    if place.kind not in (DAY, MOMENT, HOURS):
        yield from (each for each in loose if all(isinstance(cell, str) for cell in each.sample))
        return
    yield from (each for each in loose if fits(place, each.sample, today))
