"""A person named where a number is wanted: `report takehome jonas` is about the last talk."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from coachlog.base.errors import UsageError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.completion import queries
from coachlog.completion.numbers import Numbers
from coachlog.completion.offer import Offer
from coachlog.completion.sources import source_of
from coachlog.completion.target import CompletionTarget, Source
from coachlog.front import people
from coachlog.front.choice import choose
from coachlog.front.phrases import is_help, verbs, without_fillers
from coachlog.front.positions import NUMBERS, arguments, positions
from coachlog.journal.session.queries import last_held
from coachlog.schema.field import Noun
from coachlog.schema.lookup import find_table, noun_of_command
from coachlog.terminal.context import context, hint, say

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person

LATEST = ("session show", "session edit", "session release", "report takehome")
"""Commands about one conversation: with a name, the last one that was held."""


def with_numbers(command: str, params: Sequence[Any], args: list[str]) -> list[str]:
    """Return *args* with the number of a record in place of its owner's name or of its words.

    `report takehome jonas` → `report takehome 12`. Fillers before a number are dropped
    (`action done nr 3`), and a single word that asks for help becomes `--help`.
    """
    value_positions = positions(params, args)  # the indexes in args of the values of arguments
    for index, param in enumerate(arguments(params)[: len(value_positions)]):
        if param.word not in NUMBERS:
            continue
        remaining = value_positions[index:]
        words = [args[position] for position in remaining]
        if len(words) == 1 and is_help(words[0]):
            return [*args[: remaining[0]], "--help"]
        words_after_fillers = without_fillers(words)
        filler_count = len(words) - len(words_after_fillers)
        if filler_count and words_after_fillers[0].removeprefix("#").isdigit():
            return _without_positions(args, remaining[:filler_count])
        number, word_count = _find_number(command, param.word, words)
        if word_count:
            with_number = [*args]
            with_number[remaining[0]] = number
            return _without_positions(with_number, remaining[1:word_count])
    return args


def _without_positions(args: Sequence[str], removed: Sequence[int]) -> list[str]:
    return [word for position, word in enumerate(args) if position not in removed]


def _find_number(command: str, metavar: str, words: Sequence[str]) -> tuple[str, int]:
    """Return the number of the record that *words* mean, and how many of the words mean it.

    The first may be a person's name; at a terminal all may be words of one record. Return "" and
    0 if they mean no record.
    """
    if not words[0][:1].isalpha():
        return "", 0
    noun = noun_of(command)
    if noun.called:  # the command itself finds it, by all of these words
        return " ".join(words), len(words)
    person, length = people.find_leading(words) if noun.whose == "coachee" else (None, 0)
    if person:
        return _number_of_person(command, metavar, person), length
    source = source_of(command, "", metavar)
    can_search = context().interactive and isinstance(source, Numbers)
    if source is None or not can_search:
        return "", 0
    searched_text = plain(" ".join(words))
    offers = offers_of_argument(command, source)
    matches = [offer for offer in offers if searched_text in plain(offer.about)]
    if len(matches) != 1:
        return "", 0
    number = matches[0].value
    # Show which command it became: the person sees the number, and can type it next time.
    say(f"= {hint(f'{command} {number}')}")
    return number, len(words)


def _number_of_person(command: str, metavar: str, person: "Person") -> str:
    """Return the number of the person's record: the only one, the last held, or one chosen.

    Raises UsageError if there is none, or if there are several and nobody can be asked.
    """
    noun = command.partition(" ")[0]
    offers = _offers_of_person(command, metavar, person)
    list_command = f"{noun} list" if "list" in verbs(noun) else "session list"
    if not offers:
        raise UsageError(
            N_("{name} has none that could be meant."),
            N_("See what there is: coachlog {command}"),
            name=person.name,
            command=f"{list_command} --coachee {person.handle}",
        )
    if len(offers) == 1 or command in LATEST:
        return offers[0].value
    if context().interactive:
        return choose(_(noun_of(command).which), offers, by_value=True, more=hint(list_command))
    examples = ", ".join(f"{offer.value} ({offer.about})" for offer in offers[:MOST_NAMED])
    raise UsageError(
        N_("{name} has several: {known}."),
        N_("Give the number. For example: {example}"),
        name=person.name,
        known=examples,
        example=f"coachlog {command} {offers[0].value}",
    )


MOST_NAMED = 5
"""The most records that an error lists."""


def noun_of(command: str) -> Noun:
    """Return the noun of the record whose number *command* takes, with the words for it.

    A report is about a conversation. An empty Noun if there is none.
    """
    name = noun_of_command(command)
    table = find_table("session" if name == "report" else name)
    return table.noun if table else Noun("")


def _offers_of_person(command: str, metavar: str, person: "Person") -> list[Offer]:
    """Return the records of the person that *command* can be about, the most likely one first."""
    source = source_of(command, "", metavar)
    if isinstance(source, Numbers):
        with context().reader() as reader:
            last_number = last_held(reader, person.handle) if command in LATEST else None
            if last_number:
                return [Offer(str(last_number))]
            status = source.status(command, "")
            records = queries.of_person(reader, source.table, status, person.handle)
            return [Offer(str(record.number), about=record.text or "") for record in records]
    if source is None:
        return []
    # Another source, as of unfinished conversations, says whose each is before the dot.
    names = (person.handle, person.name)
    offers = offers_of_argument(command, source)
    return [offer for offer in offers if offer.about.partition(" · ")[0] in names]


def offers_of_argument(
    command: str, source: Source, typed: Mapping[str, str] | None = None
) -> list[Offer]:
    """Return all that TAB would offer for an argument of *command*, out of its *source*.

    *typed* are the arguments before it, by metavar.
    """
    return source(CompletionTarget(command, "", "", typed or {}, lambda: context().store))
