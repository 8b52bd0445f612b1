"""The list of sensitive words before a conversation is saved: to leave, rephrase or leave out."""

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple, cast

from coachlog.base.errors import StoppedError
from coachlog.base.texts import N_, _
from coachlog.guide.corrections import ask_text
from coachlog.guide.display import veil
from coachlog.guide.draft import DraftHead
from coachlog.guide.guide import Guide
from coachlog.guide.sensitive.places import SensitivePlace, leave_out, places
from coachlog.guide.sensitive.words import CATEGORIES
from coachlog.journal.coachee.consents.queries import HEALTH, WORKABILITY, consents
from coachlog.terminal.context import Context
from coachlog.terminal.prompt_commands import DONE, MORE, OVERVIEW, PRIVATE, STOP, Command
from coachlog.terminal.prompter import Prompt
from coachlog.values import parse


class _WordChoice(NamedTuple):
    """The number of a place, and whether its word is left out; else it is rephrased."""

    number: int
    leaves_out: bool


def settle(guide: Guide, context: Context) -> bool:
    """List the sensitive words until the coach leaves them as they are; return False to go back.

    Nothing is shown where there are none. What was left as it is once is not listed again.
    """
    if not places(guide.draft, ()):  # then the journal need not be asked about a consent
        return True
    unveiled = False
    without = _consented_categories(guide, context)
    while True:
        found = [each for each in places(guide.draft, without) if each.key not in guide.left_as_is]
        listed = _each_text_once(found)
        if not listed:
            return True
        _show(guide, listed, unveiled=unveiled)
        answer = guide.prompter.ask(Prompt("›", check=partial(_read, len(listed))))
        unveiled = isinstance(answer, Command) and answer.name in (PRIVATE, MORE, OVERVIEW)
        if unveiled:
            continue
        if isinstance(answer, Command) and answer.name != DONE:
            if answer.name == STOP:
                raise StoppedError
            return False
        choice = None if isinstance(answer, Command) else _read(len(listed), answer)
        if choice is None:
            guide.left_as_is.update(place.key for place in found)
            return True
        _change(guide, listed[choice.number - 1], leaves_out=choice.leaves_out)


def _consented_categories(guide: Guide, context: Context) -> set[str]:
    """Return the categories that the person consented to have noted: health, or none."""
    with context.reader() as reader:
        given = consents(reader, guide.draft.coachee)
    is_given = any(each.about in (HEALTH, WORKABILITY) and not each.withdrawn_on for each in given)
    return {"health"} if is_given else set()


def _each_text_once(found: Sequence[SensitivePlace]) -> list[SensitivePlace]:
    """Return the first place of each text: an option that became an action has the same one."""
    once: dict[tuple[str, str], SensitivePlace] = {}
    for place in found:
        once.setdefault((place.text, place.word.folded), place)
    return list(once.values())


def _show(guide: Guide, listed: Sequence[SensitivePlace], *, unveiled: bool) -> None:
    """Show the list; a text that others may not see only when it is *unveiled*."""
    show = guide.prompter.show
    show()
    show(_("Words that may be sensitive"), "heading")
    for number, place in enumerate(listed, 1):
        show(f" {number:>2}  {_line(place, unveiled=unveiled)}")
    show(
        _("Enter: leave everything as it is. A number: rephrase. -1: leave the word of 1 out."),
        "quiet",
    )


def _line(place: SensitivePlace, *, unveiled: bool) -> str:
    """Return the place on one line: `Topic: …was ill… (health)`."""
    label = f"{place.label} ({_('for you only')})" if place.private else place.label
    if place.veiled and not unveiled:
        return veil(label)
    text = _("{label}: {text}").format(label=label, text=f"“{place.excerpt}”")
    return f"{text} ({_(CATEGORIES[place.word.category])})"


_TYPED = re.compile(r"([-–−]?)\s*#?(\d+)\s*([-–−]?)")


def _read(count: int, typed: str) -> _WordChoice | None:
    """Return what `2` or `-2` chooses of *count* places, None for Enter. Raises a KindError."""
    text = typed.strip()
    if not text:
        return None
    match = _TYPED.fullmatch(text)
    number = int(match[2]) if match and len(match[2]) < 4 else 0
    if match is None or not 1 <= number <= count:
        raise parse.KindError(
            N_("“{typed}” is not in the list."),
            N_("Type a number from 1 to {count}, or one with - before it. Enter changes nothing."),
            typed=text[:40],
            count=count,
        )
    return _WordChoice(number, bool(match[1] or match[3]))


def _change(guide: Guide, place: SensitivePlace, *, leaves_out: bool) -> None:
    """Leave the word out, or ask for its answer again; either is saved in the draft."""
    if leaves_out:
        guide.draft = leave_out(guide.draft, place)
        guide.save_draft()
    elif place.question:
        guide.interview.change(place.question.id)
        guide.lead()
    else:
        _rephrase_head(guide, place)


def _rephrase_head(guide: Guide, place: SensitivePlace) -> None:
    """Ask for a text that no question asks for, with the present one at the prompt."""
    guide.prompter.show(place.label, "question")

    def ask(initial_text: str) -> str:
        return ask_text(guide, parse.text, initial_text, earlier=place.text) or ""

    def save(text: str) -> None:
        if text:  # Enter alone leaves it as it is
            guide.save_once(head=guide.draft.head | cast("DraftHead", {place.head: text}))

    guide.ask_until_saved(f"head.{place.head}", ask, save)
