"""Asking at a terminal which one is meant: a numbered list, and one line to answer on."""

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
    """The value of the offer that was chosen; Enter alone takes the only one, or else stops.

    *by_value* each is chosen by its value, a number of the journal, and not by its place. *more*
    is a command that lists all of them. Raises StoppedError.
    """
    keys = [each.value if by_value else str(place) for place, each in enumerate(offers, 1)]
    prompter = make_prompter(context())
    prompter.show(question, "question")
    for key, each in list(zip(keys, offers, strict=True))[:MOST]:
        told = (
            _with_days(each.told())
            if by_value
            else " · ".join(filter(None, (each.value, each.told())))
        )
        prompter.show(f"{key:>3}  {shorten(visible_line(told), 70)}")
    if len(offers) > MOST:
        prompter.show(_("More: {command}").format(command=more), "quiet")

    def meant(typed: str) -> str:
        return _meant(typed, keys, offers)

    answer = prompter.ask(Prompt(check=lambda typed: typed and meant(typed), asks_back=False))
    if not isinstance(answer, str) or not (answer or len(offers) == 1):
        raise StoppedError
    return meant(answer) if answer else offers[0].value


_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def _with_days(told: str) -> str:
    """*told* with its days as people read them."""
    return _DAY.sub(lambda found: _day(found[0]), told)


def _day(text: str) -> str:
    try:
        return show_day(date.fromisoformat(text), language())
    except ValueError:  # somebody wrote it so
        return text


def ask(question: str) -> str:
    """One line that was typed. Raises StoppedError where that is nothing."""
    prompter = make_prompter(context())
    prompter.show(question, "question")
    answer = prompter.ask(Prompt(asks_back=False))
    if not isinstance(answer, str) or not answer.strip():
        raise StoppedError
    return answer.strip()


def _meant(typed: str, keys: Sequence[str], offers: Sequence[Offer]) -> str:
    """The value of the one that goes by a number or by words that stand in it alone."""
    key = typed.strip().removeprefix("#").rstrip(".")
    if key in keys:
        return offers[keys.index(key)].value
    words = plain(typed)
    fits = [each.value for each in offers if words in plain(f"{each.value} {each.told()}")]
    if key.isdigit() or len(fits) != 1:
        raise RefusedError(*NOT_ONE_OF_THESE, answer=shorten(visible_line(typed), 40))
    return fits[0]
