"""What each value on the command line can be, by its option or by its word on the help page."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coachlog.base.texts import LANGUAGES
from coachlog.completion import queries
from coachlog.completion.numbers import Numbers
from coachlog.completion.offer import FILES, Offer, fitting
from coachlog.completion.target import CompletionTarget, Source, out_of_the_journal
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.lookup import find_table
from coachlog.schema.vocabulary import BASES, COMMUNICATION_FORMS, TRAJECTORY_KINDS
from coachlog.settings import KEYS

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


SHELLS = ("bash", "zsh", "fish")


def source_of(command: str, option: str, metavar: str) -> Source | None:
    """The source of a parameter; the most particular key of SOURCES counts."""
    noun, name = command.partition(" ")[0], metavar.strip("[].")
    keys = (
        (f"{command} {option}", f"{noun} {option}", f"{option} {name}", option, name)
        if option
        else (f"{command} {name}", f"{noun} {name}", name)
    )
    return next((SOURCES[key] for key in keys if key in SOURCES), None) or _described(
        noun, option, name
    )


def _described(noun: str, option: str, name: str) -> Source | None:
    """The numbers that `goal N` and `--goal N` are of; or the words of an option's field."""
    key = option.removeprefix("--").removeprefix("no-")
    of, table = key or noun, find_table(noun)
    if name != "N":
        field = table and table.find_by_option(key)
        if field and field.words:
            return _words(field.words)
        of = field.of if field else ""
    numbered = find_table(of)
    return Numbers(of) if numbered and numbered.noun.view else None


def _people(spot: CompletionTarget) -> list[Offer]:
    def found(reader: "Reader") -> list[Offer]:
        return [
            Offer(each.handle, about=each.name)
            for each in queries.people(reader, spot.word.lower(), archived="--back" in spot.typed)
        ]

    return out_of_the_journal(spot, found)


def _names(way: str) -> Source:
    """Names of projects or of organisations."""
    return lambda spot: out_of_the_journal(
        spot, lambda reader: [Offer(each) for each in queries.names(reader, way, spot.word)]
    )


def _words(words: Mapping[str, str] | tuple[str, ...]) -> Source:
    return lambda spot: fitting(spot.word, words)


def _seldom(key: str) -> Source:
    """A source that brings much with it, loaded when its value is wanted."""

    def offers(spot: CompletionTarget) -> list[Offer]:
        from coachlog.completion.rare_sources import SELDOM  # methods, the history, a fund

        return SELDOM[key](spot)

    return offers


def _setting(spot: CompletionTarget) -> list[Offer]:
    source = _SETTINGS.get(spot.typed.get("KEY", ""))
    return source(spot) if source else []


def _files(_spot: CompletionTarget) -> list[Offer]:
    return [FILES]


_LANGUAGES = _words(LANGUAGES)
_YES_NO = _words(("yes", "no"))
_SETTINGS = {
    "language": _LANGUAGES,
    "method": _seldom("--method"),
    "store": _files,
    "short": _YES_NO,
    "mirror": _YES_NO,
    "communication": _YES_NO,
}

_SESSIONS = Numbers("session")
_TALENTS = Numbers("talent")
_RELEASES = Numbers("release")

SOURCES: Mapping[str, Source] = {
    **{
        key: _seldom(key)
        for key in (
            *("session resume N", "undo N", "READER", "trajectory --area", "trajectory --theme"),
            *("search --noun", "search --stage", "--method", "METHOD", "method check METHOD"),
            *("schema NAME", "TABLE"),
        )
    },
    "WHO": _people,
    "COACHEE": _people,
    "INTO": _people,
    "--coachee": _people,
    "session WHICH": _SESSIONS,
    "report N": _SESSIONS,
    "--moment": _words(("start", "halfway", "end")),
    "coachee talent --edit": _TALENTS,
    "coachee talent --remove": _TALENTS,
    "--planned": Numbers("session", going_on=True),
    "--withdraw": _RELEASES,
    "--handed-over": _RELEASES,
    "--take-up": Numbers("topic", going_on=True),
    "action new --goal": Numbers("goal", going_on=True),
    "report --kind": _words(TRAJECTORY_KINDS),
    "--basis": _words(BASES),
    "--communication": _words(COMMUNICATION_FORMS),
    "ASPECT": _words(LENSES),
    "--organisation": _names("organisation"),
    "--project": _names("project"),
    "--energy": _YES_NO,
    "--language": _LANGUAGES,
    "FILE": _files,
    "KEY": _words(KEYS),
    "VALUE": _setting,
    "SHELL": _words(SHELLS),
}
"""By option or by metavar, alone or after the noun or the command that it belongs to.

An option may stand before its metavar instead: `--goal N` is a number, `--goal TEXT` a new goal.
"""
