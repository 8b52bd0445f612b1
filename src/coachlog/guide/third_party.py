"""Somebody else at the table: who that is, and what of the journal they may see."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.guide.facts import Facts
from coachlog.guide.opening import ask
from coachlog.interview.situation import GoalFact, unseen
from coachlog.journal.coachee.queries import Person
from coachlog.journal.release.queries import ReleaseLine, of_person, only_for
from coachlog.journal.trajectory.queries import active
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class Third(NamedTuple):
    """Who that is, if it was said, and what was released to them."""

    name: str = ""
    released: Sequence[ReleaseLine] = ()


def seated(context: Context, prompter: Prompter, name: str, person: Person | None) -> Third:
    """Ask who else sits at the table with the person called *name*."""
    with context.reader() as reader:
        found = active(reader, person.handle) if person else None
        third = ask_third(prompter, name, (found.sponsor or "") if found else "")
        return Third(third, released_to(reader, person, third))


def ask_third(prompter: Prompter, name: str, sponsor: str) -> str:
    """Who sits at the table besides the coach and the person called *name*; Enter is the sponsor.

    The sponsor is not named on the screen: it may be somebody else who sits there.
    """
    prompter.show(_("Who else is at the table with {name}?").format(name=name), "question")
    told = (
        _(
            "Enter: the person who asked for this trajectory. Only what was released to them is "
            "shown."
        )
        if sponsor
        else _("Only what was released to them is shown. Enter: nothing at all.")
    )
    prompter.show(told, "quiet")
    answer = ask(prompter, Prompt(check=lambda text: parse.name(text)))
    return parse.line(answer) or sponsor


def released_to(reader: "Reader", person: Person | None, third: str) -> list[ReleaseLine]:
    """What of *person* was released to the third and not withdrawn, by day."""
    if person is None or not third:
        return []
    return only_for(of_person(reader, person.handle), third)


def before_three(facts: Facts, third: Third) -> Facts:
    """*facts* without what somebody else at the table may not see.

    A goal that was released to them stays, in the words in which it was; its figures do not.
    """
    texts = {each.goal: each.text for each in third.released if each.goal}
    goals = tuple(
        GoalFact(goal.number, texts[goal.number], lacks=goal.lacks)
        for goal in facts.situation.goals
        if goal.number in texts
    )
    return Facts(
        unseen(facts.situation, goals), None, facts.kind, mirror=facts.mirror, held=facts.held
    )


def recall(prompter: Prompter, third: Third) -> None:
    """What the third was given to read before."""
    if not third.released:
        return
    prompter.show()
    prompter.show(_("Released to {whom}:").format(whom=third.name), "quiet")
    for each in third.released:
        prompter.show(f"{each.text}  ({day_text(each.released_on, language())})")
