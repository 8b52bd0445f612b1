"""Values that few commands take, for TAB: what they are read from is loaded for them alone."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coachlog import settings
from coachlog.admin.schemas import SCHEMAS
from coachlog.base.errors import CoachlogError
from coachlog.base.texts import N_, _, in_user_language
from coachlog.completion import queries
from coachlog.completion.offer import FILES, Offer, matching_offers, offers_by_word
from coachlog.completion.target import CompletionTarget, Source, about, offers_from_journal
from coachlog.export.tables import TABLES
from coachlog.intake.formats import FORMATS
from coachlog.intake.tables import profiles
from coachlog.interview.method_files import names
from coachlog.journal.contact.fields import name_key
from coachlog.journal.contact.unlinked_names import unlinked_names
from coachlog.journal.growth.rating.competences import HIGHEST, LOWEST, load
from coachlog.journal.intervision.methods import offered_methods
from coachlog.journal.referral.cards import read_cards
from coachlog.journal.release.fields import folded
from coachlog.journal.trajectory import fund
from coachlog.schema.field import WORDS
from coachlog.schema.onboarding import MOMENTS
from coachlog.schema.tables import TABLES as DESCRIBED
from coachlog.store.backup_names import KINDS, listed
from coachlog.store.backup_places import folder_of
from coachlog.store.history import steps
from coachlog.store.unfinished import unfinished
from coachlog.views.search.places import NOUNS, STAGE_NAMES

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def _themes(target: CompletionTarget) -> list[Offer]:
    """Return the themes of the fund; the usual ones if the coach's own file has a mistake."""
    try:
        fund_terms = fund.load()
    except CoachlogError:
        fund_terms = fund.USUAL
    return matching_offers(
        target.word, {theme: fund_terms.theme_name(theme) for theme in fund_terms.themes}
    )


def _readers(target: CompletionTarget) -> list[Offer]:
    """Return those to whom something was released before, ignoring case and accents.

    A name that begins with a hyphen is left out: as a value it would be taken for an option.
    """

    def read_offers(reader: "Reader") -> list[Offer]:
        typed = folded(target.word) if target.word else ""
        name_by_folded = {folded(name): name for name in queries.readers(reader)}
        return [
            Offer(name)
            for folded_name, name in sorted(name_by_folded.items())
            if folded_name.startswith(typed) and not name.startswith("-")
        ]

    return offers_from_journal(target, read_offers)


def _drafts(target: CompletionTarget) -> list[Offer]:
    """Return the numbers of the unfinished conversations, the one begun last first."""

    def read_offers(reader: "Reader") -> list[Offer]:
        return [
            about(str(draft.place), draft.name or "", f"{draft.on} {draft.method or ''}".rstrip())
            for draft in unfinished(reader)
            if str(draft.place).startswith(target.word)
        ]

    return offers_from_journal(target, read_offers)


def _steps(target: CompletionTarget) -> list[Offer]:
    """Return the numbers in the history of the latest steps that were not undone."""

    def read_offers(reader: "Reader") -> list[Offer]:
        return [
            Offer(str(number), about=f"{step.stamp[:10]} · {step.command}")  # the day of the step
            for number, step in enumerate(steps(reader, queries.MOST_NUMBERS), 1)
            if step.holds and str(number).startswith(target.word)
        ]

    return offers_from_journal(target, read_offers)


def _cards(target: CompletionTarget) -> list[Offer]:
    """Return the cards of which it can be kept that somebody was referred."""
    cards = [card for card in read_cards().cards if card.kept_as]
    names_by_id = {card.id: in_user_language(card.name) for card in cards}
    names = [name for card in cards for name in card.name.values()]
    return offers_by_word(target.word, names_by_id, names)


def _names(target: CompletionTarget) -> list[Offer]:
    """Return the names that stand in ideas and actions and are no contact yet."""

    def read_offers(reader: "Reader") -> list[Offer]:
        typed = name_key(target.word)
        return [
            Offer(standing.name)
            for standing in unlinked_names(reader)
            if name_key(standing.name).startswith(typed) and not standing.name.startswith("-")
        ]

    return offers_from_journal(target, read_offers)


def _methods(target: CompletionTarget) -> list[Offer]:
    return matching_offers(target.word, names(settings.own_methods()))


def _consultations(target: CompletionTarget) -> list[Offer]:
    """Return the methods of peer consultation that suit every group."""
    return matching_offers(target.word, {each.id: each.name for each in offered_methods()})


def _rates(target: CompletionTarget) -> list[Offer]:
    """Return each competence with its equals sign; after that, the figures from 1 to 5."""
    name, equals, _figure = target.word.partition("=")
    figures = range(LOWEST, HIGHEST + 1)
    words = [f"{name}={figure}" for figure in figures] if equals else [f"{i}=" for i in load().ids]
    return matching_offers(target.word, tuple(words))


def _backups(target: CompletionTarget) -> list[Offer]:
    """Return the numbers of the backups beside the journal; files for what begins like a path."""
    if target.word[:1] in (".", "/", "~"):
        return [FILES]
    return [
        about(str(backup.number), backup.day, _(KINDS[backup.kind]))
        for backup in listed(folder_of(target.store()))
        if str(backup.number).startswith(target.word)
    ]


def _records(target: CompletionTarget) -> list[Offer]:
    """Return the nouns of records with texts, as `rectify session 12` wants them."""
    return matching_offers(target.word, tuple(_WITH_TEXTS))


def _fields(target: CompletionTarget) -> list[Offer]:
    """Return the texts of the noun that was typed; of every noun where none was."""
    noun = target.typed.get("RECORD", "").split(" ")[0]
    tables = [_WITH_TEXTS[noun]] if noun in _WITH_TEXTS else [*_WITH_TEXTS.values()]
    keys = (field.key for table in tables for field in table.fields if field.kind in WORDS)
    return matching_offers(target.word, tuple(dict.fromkeys(keys)))


def _profiles(target: CompletionTarget) -> list[Offer]:
    """Return the names under which it is kept how lists are read."""
    return matching_offers(target.word, tuple(profiles.names()))


_WITH_TEXTS = {
    table.command: table
    for table in DESCRIBED.values()
    if (table.find("number") or table.name == "coachee")
    and any(field.kind in WORDS for field in table.fields)
}
"""The nouns whose records have texts, as people type them."""

RARE_SOURCES: Mapping[str, Source] = {
    "session resume N": _drafts,
    "undo N": _steps,
    "backup WHICH": _backups,
    "restore WHICH": _backups,
    "READER": _readers,
    "trajectory --area": lambda target: matching_offers(target.word, fund.AREAS),
    "trajectory --theme": _themes,
    "search --noun": lambda target: matching_offers(target.word, NOUNS),
    "search --stage": lambda target: matching_offers(target.word, STAGE_NAMES),
    "--method": lambda target: [
        *_methods(target),
        *matching_offers(target.word, {"ask": N_("See them all and choose.")}),
    ],
    "METHOD": _methods,
    "network intervision METHOD": _consultations,
    "growth --next": lambda target: matching_offers(target.word, load().ids),
    "growth --rate": _rates,
    "method check METHOD": lambda target: [*_methods(target), FILES],
    "PROFILE": _profiles,
    "import --profile": _profiles,
    "onboarding --moment": lambda target: matching_offers(target.word, MOMENTS),
    "schema NAME": lambda target: matching_offers(target.word, SCHEMAS),
    "refer --card": _cards,
    "--also": _names,
    "RECORD": _records,
    "dossier --also": _records,
    "FIELD": _fields,
    "FORMAT": lambda target: matching_offers(target.word, tuple(FORMATS)),
    "NOUN": lambda target: matching_offers(target.word, SCHEMAS),
    "TABLE": lambda target: matching_offers(target.word, tuple(TABLES)),
}
"""By the keys of `sources.SOURCES`."""
