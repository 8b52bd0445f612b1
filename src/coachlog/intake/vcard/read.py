"""Reads address cards: vCard 2.1 to 4.0, one or many in a file, as people or as contacts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from coachlog.base.decoding import decoded
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.intake.record import IncomingRecord, Item, PersonReference, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile
from coachlog.intake.vcard.card import AddressCard, reach_of, read_card
from coachlog.intake.vcard.lines import CardLines, Stray, cards_in, with_whole_characters
from coachlog.schema.contact import EXTERNAL

NOUNS = ("coachee", "contact")


def read(source: SourceFile, request: ImportRequest) -> Iterator[Item]:
    """Yield a person, or a contact, for each card. Raises RefusedError for another noun."""
    noun = request.noun or NOUNS[0]
    if noun not in NOUNS:
        raise RefusedError(
            N_("Address cards become people or contacts, not {noun}."),
            N_("Leave --noun out, or give: --noun contact"),
            noun=noun,
        )
    seen: Counter[str] = Counter()
    for lines in cards_in(_text(source, request.encoding)):
        place = _("line {n}").format(n=lines.line)
        if isinstance(lines, Stray):
            yield Problem(place, _("What stands outside a card was left out."))
            continue
        card = read_card(lines.properties) if lines.is_whole else None
        problem = _problem(lines, card)
        if card is None or problem:
            yield Problem(place, problem, lines.raw)
            continue
        name = card.name or card.addresses[0]
        key = _key(card, name, noun)
        seen[key] += 1
        if seen[key] > 1:  # two cards of one person in a file
            key = f"{key}#{seen[key]}"
        yield _incoming(noun, key, f"{place}, {name}", card, request, lines.raw)


def write_rejected(out: BinaryIO, _source: SourceFile, problems: Sequence[Problem]) -> None:
    """Write the cards that could not be taken, each with its reason, to be mended and read."""
    for each in problems:
        reason = " ".join(f"{each.place}: {each.reason}".split())
        lines = str(each.raw).rstrip("\n").split("\n")
        is_whole = lines[-1].strip().upper() == "END:VCARD"
        body = lines[:-1] if is_whole else lines
        whole = [*body, f"X-COACHLOG-REASON:{reason}", "END:VCARD", ""]
        out.write("\r\n".join(whole).encode("utf-8", "replace"))


def _text(source: SourceFile, encoding: str | None) -> str:
    data = source.data
    return decoded(data if encoding else with_whole_characters(data), encoding)


def _key(card: AddressCard, name: str, noun: str) -> str:
    """Return the key by which the card is known again: its id, else its address, else its *name*.

    A card can be a person and a contact as well, so the key of a contact names the noun.
    """
    key = card.uid or (card.mails[0].casefold() if card.mails else name)
    return key if noun == NOUNS[0] else f"{noun} {key}"


def _problem(lines: CardLines, card: AddressCard | None) -> str:
    """Return why a card cannot be taken; empty where it can."""
    if not lines.is_whole:
        return _("The card has no end: the file was cut off.")
    if card is None:
        return _("The card cannot be read.")
    if card.is_group:
        return _("It is the card of a group, not of a person.")
    return "" if card.name or card.addresses else _("The card has no name.")


def _incoming(
    noun: str, key: str, place: str, card: AddressCard, request: ImportRequest, raw: str
) -> IncomingRecord:
    name = card.name or card.addresses[0]
    values: dict[str, object] = {"name": name, "reach": reach_of(card)}
    if noun == "contact":
        whole = ", ".join(filter(None, (card.organisation, card.department)))
        values |= {"organisation": whole, "expertise": card.role, "where": EXTERNAL}
    else:
        values |= {"organisation": card.organisation, "team": card.department, "role": card.role}
    filled = {field: value for field, value in values.items() if value}
    words = card.note if request.private else ""
    return IncomingRecord(
        noun, key, place, filled, (PersonReference(name, card.addresses),), words, raw
    )
