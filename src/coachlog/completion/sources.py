"""The values that TAB offers for each parameter, by its option or its word on the help page."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coachlog.base.texts import LANGUAGES
from coachlog.completion import queries
from coachlog.completion.numbers import Numbers
from coachlog.completion.offer import FILES, Offer, matching_offers, offers_by_word
from coachlog.completion.target import CompletionTarget, Source, offers_from_journal
from coachlog.journal.workability.fields import LENSES
from coachlog.schema.lookup import find_table, noun_of_command
from coachlog.schema.vocabulary import BASES, COMMUNICATION_FORMS, TRAJECTORY_KINDS
from coachlog.settings import CREDENTIALS, KEYS
from coachlog.values.roles import ROLE_KINDS

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


SHELLS = ("bash", "zsh", "fish")


def source_of(command: str, option: str, metavar: str) -> Source | None:
    """Return the source of the values of a parameter; None if nobody can guess them.

    *option* is empty for an argument. The most specific key in SOURCES counts: `action new --goal`
    before `--goal`. Without a key, the description of the noun is used.
    """
    noun = noun_of_command(command)
    name = metavar.strip("[].")
    if option:
        keys = [f"{command} {option}", f"{noun} {option}", f"{option} {name}", option, name]
    else:
        keys = [f"{command} {name}", f"{noun} {name}", name]
    for key in keys:
        if key in SOURCES:
            return SOURCES[key]
    return _source_from_schema(noun, option, name)


def _source_from_schema(noun: str, option: str, name: str) -> Source | None:
    """Return the source that the schema gives: the words of a field, or numbers of a noun.

    `goal N` and `--goal N` are numbers of goals; `action --status WORD` is a word of that field.
    """
    option_name = option.removeprefix("--").removeprefix("no-")
    numbered_noun = option_name or noun
    if name != "N":
        table = find_table(noun)
        field = table and table.find_by_option(option_name)
        if field and field.words:
            return _words(field.words)
        numbered_noun = field.of if field else ""
    numbered_table = find_table(numbered_noun)
    has_numbers = numbered_table and numbered_table.noun.view
    return Numbers(numbered_noun) if has_numbers else None


def _people(target: CompletionTarget) -> list[Offer]:
    """Return the people by handle; with `--back`, those who can come back from the archive."""
    archived = "--back" in target.typed

    def read_offers(reader: "Reader") -> list[Offer]:
        people = queries.people(reader, target.word.lower(), archived=archived)
        return [Offer(person.handle, about=person.name) for person in people]

    return offers_from_journal(target, read_offers)


def _names(column: str) -> Source:
    """Return a source of the names of projects, organisations or contacts."""

    def offers(target: CompletionTarget) -> list[Offer]:
        return offers_from_journal(
            target,
            lambda reader: [Offer(name) for name in queries.names(reader, column, target.word)],
        )

    return offers


def _words(words: Mapping[str, str] | tuple[str, ...]) -> Source:
    if isinstance(words, tuple):
        return lambda target: matching_offers(target.word, words)
    return lambda target: offers_by_word(target.word, words)


def _rare_source(key: str) -> Source:
    """Return a source whose module is slow to import: that is done when the source is used."""

    def offers(target: CompletionTarget) -> list[Offer]:
        from coachlog.completion.rare_sources import RARE_SOURCES  # methods, the history, a fund

        return RARE_SOURCES[key](target)

    return offers


def _setting(target: CompletionTarget) -> list[Offer]:
    """Return the values of the setting whose key was typed; nothing if it can be any text."""
    source = _SETTINGS.get(target.typed.get("KEY", ""))
    return source(target) if source else []


def _files(_spot: CompletionTarget) -> list[Offer]:
    return [FILES]


_LANGUAGES = _words(LANGUAGES)
_YES_NO = _words(("yes", "no"))
_SETTINGS = {
    "language": _LANGUAGES,
    "method": _rare_source("--method"),
    "store": _files,
    "backup_to": _files,
    "short": _YES_NO,
    "mirror": _YES_NO,
    "communication": _YES_NO,
    "pager": _YES_NO,
    "controller": _words(("employer", "me")),
    "credential": _words(CREDENTIALS),
    "role": _words(ROLE_KINDS),
}

_SESSIONS = Numbers("session")
_TALENTS = Numbers("talent")
_RELEASES = Numbers("release")

SOURCES: Mapping[str, Source] = {
    **{
        key: _rare_source(key)
        for key in (
            *("session resume N", "undo N", "READER", "trajectory --area", "trajectory --theme"),
            *("search --noun", "search --stage", "--method", "METHOD", "method check METHOD"),
            *("schema NAME", "TABLE", "refer --card", "--also", "growth --rate", "growth --next"),
            *("onboarding --moment", "backup WHICH", "restore WHICH"),
            *("PROFILE", "import --profile"),
            *("network intervision METHOD", "RECORD", "FIELD", "dossier --also"),
            *("FORMAT", "NOUN"),
        )
    },
    "WHO": _people,
    "COACHEE": _people,
    "INTO": _people,
    "--coachee": _people,
    "session WHICH": _SESSIONS,
    "report N": _SESSIONS,
    "--moment": _words(("start", "halfway", "end")),
    "network intervision --case": Numbers("network_case"),
    "onboarding ITEM": Numbers("onboarding"),
    "onboarding start --from": Numbers("trajectory"),
    "report --trajectory": Numbers("trajectory"),
    "coachee talent --edit": _TALENTS,
    "coachee talent --remove": _TALENTS,
    "refer --remove": Numbers("referral"),
    "--planned": Numbers("session", going_on=True),
    "--withdraw": _RELEASES,
    "--handed-over": _RELEASES,
    "--take-up": Numbers("topic", going_on=True),
    "trajectory --like": Numbers("trajectory"),
    "growth --certificate": _files,
    "action new --goal": Numbers("goal", going_on=True),
    "report --kind": _words(TRAJECTORY_KINDS),
    "--basis": _words(BASES),
    "--communication": _words(COMMUNICATION_FORMS),
    "ASPECT": _words(LENSES),
    "--organisation": _names("organisation"),
    "--project": _names("project"),
    "CONTACT": _names("name"),
    "--energy": _YES_NO,
    "erase --mentions": _words(("rewrite", "keep", "remove")),
    "erase --rescued": _words(("remove", "keep")),
    "erase --gone": _files,
    "--language": _LANGUAGES,
    "FILE": _files,
    "import --date-order": _words(("dmy", "mdy")),
    "FOLDER": _files,
    "LOG": _words(("icf", "emcc", "fund")),
    "KEY": _words(KEYS),
    "VALUE": _setting,
    "SHELL": _words(SHELLS),
}
"""By option or by metavar, alone or after the noun or the command that it belongs to.

An option may stand before its metavar instead: `--goal N` is a number, `--goal TEXT` a new goal.
"""
