"""A person named where a number is wanted: `report takehome jonas` is about the last talk."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachlog.base.errors import UsageError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.completion import queries
from coachlog.completion.numbers import Numbers
from coachlog.completion.offer import Offer
from coachlog.completion.sources import source_of
from coachlog.completion.target import CompletionTarget
from coachlog.front import people
from coachlog.front.choice import choose
from coachlog.front.phrases import is_help, verbs, without_fillers
from coachlog.front.positions import NUMBERS, arguments, positions
from coachlog.journal.session.queries import last_held
from coachlog.schema.field import Noun
from coachlog.schema.lookup import find_table
from coachlog.terminal.context import context, hint, say

if TYPE_CHECKING:
    from coachlog.journal.coachee.queries import Person

LATEST = ("session show", "session edit", "session release", "report takehome")
"""Commands about one conversation: with a name, the last one that was held."""


def with_numbers(command: str, params: Sequence[Any], args: list[str]) -> list[str]:
    """*args* with the number of a record in place of the name of whose it is."""
    places = positions(params, args)
    for at, param in enumerate(arguments(params)[: len(places)]):
        if param.word not in NUMBERS:
            continue
        words = [args[place] for place in places[at:]]
        said = without_fillers(words)
        if len(said) < len(words) and said[0].removeprefix("#").isdigit():
            gone = places[at : at + len(words) - len(said)]  # action done nr 3
            return [word for place, word in enumerate(args) if place not in gone]
        if is_help(words[0]) and len(words) == 1:
            return [*args[: places[at]], "--help"]
        number, length = _meant(command, param.word, words)
        if length:
            given = [number if place == places[at] else word for place, word in enumerate(args)]
            gone = places[at + 1 : at + length]
            return [word for place, word in enumerate(given) if place not in gone]
    return args


def _meant(command: str, word: str, said: Sequence[str]) -> tuple[str, int]:
    """The number that a name or, at a terminal, words of the record mean; of how many words."""
    if not said[0][:1].isalpha():
        return "", 0
    person, length = people.find_leading(said)
    if person:
        return _number(command, word, person), length
    source = source_of(command, "", word)
    if not (context().interactive and isinstance(source, Numbers)):
        return "", 0
    words = plain(" ".join(said))
    offers = source(CompletionTarget(command, "", "", {}, _store))
    fits = [each for each in offers if words in plain(each.about)]
    if len(fits) != 1:
        return "", 0
    say(f"= {hint(f'{command} {fits[0].value}')}")
    return fits[0].value, len(said)


def _number(command: str, word: str, person: "Person") -> str:
    name = command.partition(" ")[0]
    offers = _offers(command, word, person)
    listed = f"{name} list" if "list" in verbs(name) else "session list"
    if not offers:
        raise UsageError(
            N_("{name} has none that could be meant."),
            N_("See what there is: coachlog {command}"),
            name=person.name,
            command=f"{listed} --coachee {person.handle}",
        )
    if len(offers) == 1 or command in LATEST:
        return offers[0].value
    if context().interactive:
        return choose(_(noun_of(command).which), offers, by_value=True, more=hint(listed))
    known = ", ".join(f"{each.value} ({each.about})" for each in offers[:SHOWN])
    example = f"coachlog {command} {offers[0].value}"
    raise UsageError(
        N_("{name} has several: {known}."),
        N_("Give the number. For example: {example}"),
        name=person.name,
        known=known,
        example=example,
    )


SHOWN = 5


def noun_of(command: str) -> Noun:
    """How a command speaks of the record that its number is of."""
    name = command.partition(" ")[0]
    table = find_table("session" if name == "report" else name)
    return table.noun if table else Noun("")


def _offers(command: str, word: str, person: "Person") -> list[Offer]:
    source = source_of(command, "", word)
    if isinstance(source, Numbers):
        with context().reader() as reader:
            if command in LATEST and (last := last_held(reader, person.handle)):
                return [Offer(str(last))]
            status = source.status(command, "")
            rows = queries.of_person(reader, source.table, status, person.handle)
            return [Offer(str(each.number), about=each.text or "") for each in rows]
    if source is None:
        return []
    names = (person.handle, person.name)
    offers = source(CompletionTarget(command, "", "", {}, _store))
    return [each for each in offers if each.about.partition(" · ")[0] in names]


def _store() -> Path:
    return context().store
