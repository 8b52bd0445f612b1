"""Asks at a terminal which one is meant, with a numbered list."""

import re
from collections.abc import Sequence
from datetime import date

from coachlog.base.days import show_day
from coachlog.base.errors import RefusedError, StoppedError
from coachlog.base.folding import plain
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import _, language
from coachlog.completion.offer import Offer
from coachlog.front.complaints import NOT_ONE_OF_THESE
from coachlog.terminal.context import context
from coachlog.terminal.prompter import Prompt
from coachlog.terminal.prompters import make_prompter

MOST = 15


def choose(question: str, offers: Sequence[Offer], *, by_value: bool, more: str = "") -> str:
    """Ask *question* and return the value of the offer chosen; Enter alone takes the only one.

    With *by_value* the person types the value, a number in the journal, and otherwise the position
    in the list. *more* is a command that lists all of them. Raises StoppedError.
    """
    keys = [offer.value if by_value else str(position) for position, offer in enumerate(offers, 1)]
    prompter = make_prompter(context())
    prompter.show(question, "question")
    for key, offer in list(zip(keys, offers, strict=True))[:MOST]:
        text = _with_days(offer.told()) if by_value else _value_and_description(offer)
        prompter.show(f"{key:>3}  {shorten(visible_line(text), 70)}")
    if len(offers) > MOST:
        prompter.show(_("More: {command}").format(command=more), "quiet")

    def find(typed: str) -> str:
        return _find_value(typed, keys, offers)

    answer = prompter.ask(Prompt(check=lambda typed: typed and find(typed), asks_back=False))
    if not isinstance(answer, str):  # a command such as :stop
        raise StoppedError
    if answer:
        return find(answer)
    if len(offers) != 1:  # Enter alone takes the only one
        raise StoppedError
    return offers[0].value


def _value_and_description(offer: Offer) -> str:
    description = offer.told()
    return f"{offer.value} · {description}" if description else offer.value


_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def _with_days(text: str) -> str:
    """Return *text* with each ISO date as people write it."""
    return _DAY.sub(lambda match: _day(match[0]), text)


def _day(text: str) -> str:
    try:
        return show_day(date.fromisoformat(text), language())
    except ValueError:  # not a date, such as 2026-13-45
        return text


def ask(question: str) -> str:
    """Ask *question* and return the line typed. Raises StoppedError if it is empty."""
    prompter = make_prompter(context())
    prompter.show(question, "question")
    answer = prompter.ask(Prompt(asks_back=False))
    if not isinstance(answer, str) or not answer.strip():
        raise StoppedError
    return answer.strip()


def _find_value(typed: str, keys: Sequence[str], offers: Sequence[Offer]) -> str:
    """Return the value of the offer with this key, or of the only one whose text contains *typed*.

    The keys are the numbers in front of the offers. Raises RefusedError.
    """
    key = typed.strip().removeprefix("#").rstrip(".")
    if key in keys:
        return offers[keys.index(key)].value
    words = plain(typed)
    values = [offer.value for offer in offers if words in plain(f"{offer.value} {offer.told()}")]
    is_wrong_number = key.isdigit()  # not meant as a part of a text
    if is_wrong_number or len(values) != 1:
        raise RefusedError(*NOT_ONE_OF_THESE, answer=shorten(visible_line(typed), 40))
    return values[0]
