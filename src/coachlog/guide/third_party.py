"""A third party at the table: who that is, and what of the journal they may see."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.guide.facts import Facts
from coachlog.guide.simple_prompt import ask
from coachlog.interview.situation import GoalFact, unseen
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.release.queries import ReleaseLine, of_person, only_for
from coachlog.journal.trajectory.queries import active
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class ThirdParty(NamedTuple):
    """The name of the third party, empty if it is not given, and what was released to them."""

    name: str = ""
    released: Sequence[ReleaseLine] = ()


def ask_third_party(
    context: Context, prompter: Prompter, name: str, person: Person | None
) -> ThirdParty:
    """Ask who else sits at the table with the person called *name*; find what was released to them.

    *person* is None for somebody new to the journal.
    """
    with context.reader() as reader:
        trajectory = active(reader, person.handle) if person else None
        sponsor = trajectory.sponsor if trajectory else None
        third_name = _ask_name(prompter, name, sponsor or "")
        return ThirdParty(third_name, _released_to(reader, person, third_name))


def _ask_name(prompter: Prompter, name: str, sponsor: str) -> str:
    """Ask who else is at the table with the person called *name*; Enter means the *sponsor*.

    The sponsor's name is not shown: it may be somebody else who sees the screen. Return "" where
    Enter is pressed and no sponsor is known.
    """
    prompter.show(_("Who else is at the table with {name}?").format(name=name), "question")
    hint = (
        _(
            "Enter: the person who asked for this trajectory. Only what was released to them is "
            "shown."
        )
        if sponsor
        else _("Only what was released to them is shown. Enter: nothing at all.")
    )
    prompter.show(hint, "quiet")
    answer = ask(prompter, Prompt(check=parse.name))
    return parse.line(answer) or sponsor


def _released_to(reader: "Reader", person: Person | None, third_name: str) -> list[ReleaseLine]:
    """Return what of *person* was released to the third party and not withdrawn, by day."""
    if person is None or not third_name:
        return []
    return only_for(of_person(reader, person.handle), third_name)


def without_unreleased(facts: Facts, third: ThirdParty) -> Facts:
    """Return *facts* without what was not released to the third party.

    A released goal stays, in the words in which it was released and without its scores.
    """
    released_texts = {release.goal: release.text for release in third.released if release.goal}
    goals = tuple(
        GoalFact(goal.number, released_texts[goal.number], lacks=goal.lacks)
        for goal in facts.situation.goals
        if goal.number in released_texts
    )
    # The last conversation and the roles of the coach are left out.
    return Facts(
        situation=unseen(facts.situation, goals),
        last=None,
        mirror=facts.mirror,
        held_count=facts.held_count,
    )


def show_released(prompter: Prompter, third: ThirdParty) -> None:
    """Show what was released to the third party before."""
    if not third.released:
        return
    prompter.show()
    prompter.show(_("Released to {whom}:").format(whom=third.name), "quiet")
    for release in third.released:
        prompter.show(f"{release.text}  ({day_text(release.released_on, language())})")
