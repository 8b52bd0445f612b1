"""What a list holds and which column goes where: said by options, by a profile, or proposed."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, NoReturn

from coachlog.base.errors import RefusedError
from coachlog.base.folding import closest, plain
from coachlog.base.texts import N_, _, ngettext
from coachlog.intake.tables import mapping, targets
from coachlog.intake.tables.cells import Cell
from coachlog.intake.tables.fitting import fits
from coachlog.intake.tables.mapping import Layout, ListColumn
from coachlog.intake.tables.targets import ColumnTarget
from coachlog.schema.field import DAY, HOURS, MOMENT, NAME
from coachlog.schema.tables import TABLES

LEFT_OUT = "-"
CONSTANT = ":"
"""How `--map` begins with words that stand in no column: they hold for every row."""
MOST_NAMED = 25
"""How many columns a message names."""
Choice = tuple[str, str]
"""A column and the key of its target, as typed for `--map`."""

_OF_PERSON = ("name", "coachee", "first_name", "last_name", "email")
_WORDS_OF_PEOPLE = "people, person, personen, mensen, personnes, gens, coachees"


class ListOptions(NamedTuple):
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
    candidates: tuple[ListColumn, ...]


def noun_of(word: str) -> str:
    """Return the noun that *word* names: `session`, `gesprekken`. Raises RefusedError."""
    typed = plain(word).replace(" ", "_").replace("-", "_")
    if typed in targets.nouns():
        return typed
    for noun in targets.nouns():
        naming = TABLES[noun].noun.typed if noun != "coachee" else (_WORDS_OF_PEOPLE, "")
        if plain(word) in {each.strip() for words in naming for each in words.split(",")}:
            return noun
    raise RefusedError(
        N_("There is no list of {word}."),
        N_("Choose from: {names}"),
        word=word[:40],
        names=", ".join(targets.nouns()),
    )


def layout_of(columns: Sequence[ListColumn], options: ListOptions, today: date) -> Layout | None:
    """Return what goes where; None where it is not clear what it lists. Raises RefusedError."""
    if options.noun:
        return _mapped(noun_of(options.noun), columns, options, today)
    own = mapping.own_noun(columns)
    if own:
        return _mapped(own, columns, options, today)
    talks = (
        _mapped("session", columns, options, today)
        if _has_all("session", options.columns)
        else None
    )
    if talks and _is_of_talks(talks, has_owner=options.has_owner) and not _is_hours_log(columns):
        return talks
    for noun in ("session", "hours", "coachee", "contact"):
        if not _has_all(noun, options.columns):
            continue
        table = _mapped(noun, columns, options, today)
        if not missing(table, options, today) and _is_meant(table, columns):
            return table
    without = layout_of(columns, options._replace(columns=()), today) if options.columns else None
    return _mapped(without.noun, columns, options, today) if without else None


def missing(table: Layout, options: ListOptions, today: date) -> list[Missing]:
    """Return what each record of a list needs that no column tells."""
    return [
        Missing(target.key, target.label, tuple(_candidates(table, target, today)))
        for target in _needed(table)
        if not _is_filled(table, target, options)
    ]


def refuse_missing(lacking: Sequence[Missing], table: Layout, name: str) -> NoReturn:
    """Raise RefusedError for what no column tells, with the options to add."""
    loose = [each for each in table.columns if each.target is None]
    raise RefusedError(
        N_("No column of {name} is known to be “{labels}”, which {records} need."),
        N_("Add {options}. Columns: {columns}"),
        name=name,
        labels=", ".join(_(each.label) for each in lacking),
        records=noun_words(table.noun),
        options=" ".join(map(_option_to_add, lacking)),
        columns=some_headings(loose),
    )


def some_headings(columns: Sequence[ListColumn]) -> str:
    """Return the headings of *columns* with commas; of very many the first."""
    names = [column.heading for column in columns[:MOST_NAMED]]
    return ", ".join([*names, "…"] if len(columns) > MOST_NAMED else names)


def _option_to_add(missing: Missing) -> str:
    only = missing.candidates[0].heading if len(missing.candidates) == 1 else _("COLUMN")
    return map_option(only, missing.key)


def map_option(heading: str, key: str) -> str:
    """Return the option that maps a column, as it is typed in a shell."""
    return f'--map "{heading}={key}"'


def noun_words(noun: str) -> str:
    """Return what people call several records of *noun*."""
    return ngettext(*TABLES[noun].naming.many, 2).format(n="").strip()


def _mapped(noun: str, columns: Sequence[ListColumn], options: ListOptions, today: date) -> Layout:
    """Return the proposal for *noun*, with what was said in its stead."""
    table = mapping.proposed(noun, columns, today, shared=options.shared)
    for heading, key in options.columns:
        if heading.startswith(CONSTANT):
            constant = (find_target(noun, key), heading.removeprefix(CONSTANT))
            table = table._replace(constants=(*table.constants, constant))
        else:
            table = with_target(table, find_column(columns, heading).at, key)
    if options.key:
        table = table._replace(key=find_column(columns, options.key).at)
    return table


def with_target(table: Layout, index: int, key: str) -> Layout:
    """Return the list with a column going to another target; LEFT_OUT as *key* leaves it out."""
    target = None if key == LEFT_OUT else find_target(table.noun, key)
    columns = [_without(each, target) for each in table.columns]
    columns[index] = columns[index]._replace(target=target, suggested=None, left=target is None)
    return table._replace(columns=tuple(columns))


def _without(column: ListColumn, target: ColumnTarget | None) -> ListColumn:
    """Return *column* without its target where that is *target*, unless several may have it."""
    may_share = target is None or target.kind in (targets.NOTE, targets.ADDRESS)
    if may_share or column.target is None or column.target.key != (target and target.key):
        return column
    return column._replace(target=None)


def find_column(columns: Sequence[ListColumn], heading: str) -> ListColumn:
    """Return the column with this heading, in capitals or not. Raises RefusedError."""
    wanted = plain(heading)
    for column in columns:
        if plain(column.heading) == wanted:
            return column
    close = closest(heading, [column.heading for column in columns], 1)
    raise RefusedError(
        N_("There is no column “{column}”."),
        N_("Did you mean “{close}”?") if close else N_("The columns are: {names}"),
        column=heading[:60],
        close=", ".join(close),
        names=some_headings(columns),
    )


def find_target(noun: str, typed: str) -> ColumnTarget:
    """Return the target of *noun* with this key or name, in any language. Raises RefusedError."""
    known = targets.targets_of(noun)
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
    """Whether *noun* has a target for every one of *choices*."""
    try:
        for _heading, key in choices:
            if key != LEFT_OUT:
                find_target(noun, key)
    except RefusedError:
        return False
    return True


def _is_of_talks(table: Layout, *, has_owner: bool) -> bool:
    """Whether a list has so much of conversations that it is one, whatever it does not tell."""
    signs = ("date", "time", "end_time", "minutes", "hours", "topic", "next_at", "form")
    found = {sign for sign in signs if table.has(sign)}
    is_of_somebody = has_owner or table.has(*_OF_PERSON)
    # Days and hours alone are hours from before.
    return len(found) > 1 and (is_of_somebody or ("date" in found and found != {"date", "hours"}))


def _is_meant(table: Layout, columns: Sequence[ListColumn]) -> bool:
    """Whether a list that could be one of *noun* is not rather one of people."""
    if table.noun != "hours":
        return not (table.noun == "session" and _is_hours_log(columns))
    has_person = table.has(targets.SOMEBODY)
    return table.has("paid", "pro_bono") or not has_person


def _is_hours_log(columns: Sequence[ListColumn]) -> bool:
    """Whether it is a log of practice hours: those that were paid, and those that were not."""
    keys = {
        target.key for column in columns for target in mapping.names_of("hours", column.heading)
    }
    return {"paid", "pro_bono"} <= keys


def _needed(table: Layout) -> Iterator[ColumnTarget]:
    for target in targets.targets_of(table.noun).values():
        is_moment_held = target.kind == MOMENT and target.field and target.field.required
        if target.required or is_moment_held:
            yield target


def _is_filled(table: Layout, target: ColumnTarget, options: ListOptions) -> bool:
    """Whether a column or an option gives what *target* takes."""
    if table.has(target.key):
        return True
    if target.kind == targets.WHOLE and options.has_owner:
        return True
    if target.kind in (targets.WHOLE, NAME):
        person = (targets.FIRST, targets.LAST, targets.HANDLE)
        return table.has(*person, *(("email",) if target.kind == targets.WHOLE else ()))
    return target.kind == HOURS and table.has("paid", targets.UNPAID)


def _candidates(table: Layout, target: ColumnTarget, today: date) -> Iterator[ListColumn]:
    """Yield the columns without a target whose cells could go there: days, lengths, or words."""
    loose = [each for each in table.columns if each.target is None and each.sample]
    if target.kind in (DAY, MOMENT, HOURS):
        yield from (each for each in loose if fits(target, each.sample, today))
    elif target.kind in (NAME, targets.WHOLE):
        yield from (each for each in loose if any(map(_is_in_words, each.sample)))
    else:
        yield from loose


def _is_in_words(cell: Cell) -> bool:
    return isinstance(cell, str) and not any(char.isdigit() for char in cell)
