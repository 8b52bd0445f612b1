"""How a guided conversation opens: with whom, what was agreed, how the guide is used."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from coachlog.base import clock
from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.texts import N_, _, language
from coachlog.dates.show import show_relative, show_time
from coachlog.guide.facts import Facts, LastTime
from coachlog.interview.method import Method, spoken
from coachlog.interview.names import title
from coachlog.interview.shelf import DEFAULT
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.coachee.fields import without_brackets
from coachlog.journal.coachee.queries import Person
from coachlog.journal.session.moments import parse
from coachlog.journal.trajectory.roles import Roles, advice
from coachlog.settings import own_methods
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context
from coachlog.terminal.echo import echo
from coachlog.terminal.prompt_commands import (
    BACK,
    DONE,
    EDIT,
    HELP,
    MORE,
    OVERVIEW,
    PRIVATE,
    SKIP,
    STOP,
    command_word,
)
from coachlog.terminal.prompt_editor import ask_with_editor
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse as kinds
from coachlog.values.ordinals import ordinal

LISTED = 5
"""The most people that are listed when it is asked whom the coach talks with."""
ASK_NOTES = N_("What do you remember of it?")

_NOT_HERE = {
    BACK: N_("This is the first question."),
    MORE: N_("There are no more questions here."),
    SKIP: N_("This question cannot be skipped."),
    DONE: N_("There is nothing to look at yet: the questions begin after this one."),
    OVERVIEW: N_("Nothing was written yet."),
    PRIVATE: N_("Nothing is hidden here."),
}
"""What is said of a command that leads nowhere before the first question of the method."""


class Done(Exception):
    """The coach wants no more questions; *typed* is what stood in the line."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


def choose_person(
    reader: Reader, prompter: Prompter, asked_for: str | None, *, with_three: bool = False
) -> tuple[str, Person | None]:
    """The name of the person, and who that is when the journal knows them.

    Asks again while a name fits nobody or several and the coach does not want a new person. *With
    three* at the table nobody is named who was not typed: whom one coaches is confidential.
    """
    name = asked_for
    while True:
        if name is None:
            people = [] if with_three else [each.name for each in coachees.COACHEES.rows(reader)]
            name = _ask_name(people, coachees.lately(reader, LISTED) if people else [], prompter)
        found = coachees.matching(reader, name)
        if len(found) == 1:
            if found[0].archived_at and not with_three:
                told = _("{name} is in the archive; this conversation brings them back.")
                prompter.show(told.format(name=found[0].name), "note")
            return found[0].name, found[0]
        if len(found) > 1:
            prompter.show(_("Several people are called {name}.").format(name=name), "late")
            handles = "\n".join(f"  {person.handle}" for person in found)
            prompter.show(_("Give the short name.") if with_three else handles)
        elif _is_new(reader, prompter, name, named=not with_three):
            _tell_team(prompter, name)
            return name, None
        name = None


def called(name: str, person: Person | None) -> str:
    """The name on the screen: of somebody new it is without the brackets, which are the team."""
    return name if person else without_brackets(name)[0]


def welcome(prompter: Prompter, facts: Facts, name: str, method: Method) -> None:
    """The first screen: how to answer, go back, stop and come back; what was agreed last time."""
    prompter.show()
    heading = (
        _("Three-way talk: {name}")
        if method.with_three
        else _("Your {nth} conversation with {name}")
    )
    nth = ordinal(facts.held + 1, language())
    prompter.show(heading.format(nth=nth, name=name), "heading")
    if method.id != DEFAULT:
        told = _("Method: {name}. Another one: {option}")
        called, option = spoken(method.name, language()), "--method ask"
        prompter.show(told.format(name=called, option=option), "quiet")
    if facts.situation.first:
        told = _("Enter ends an answer. {stop} stops and keeps everything; {help} tells more.")
        prompter.show(told.format(stop=command_word(STOP), help=command_word(HELP)), "quiet")
        told = _("Write only what you need: nothing about health, beliefs or other people.")
        prompter.show(told, "quiet")


def tell_short(prompter: Prompter) -> None:
    """Tell why little is asked, and how to be asked more."""
    told = _("Short form for a first conversation; ? or --normal gives you more questions.")
    prompter.show(told, "quiet")


def recall(prompter: Prompter, facts: Facts, context: Context) -> None:
    """What was agreed in the conversation before; first of all, that it was not freely chosen."""
    for advised in advice(Roles(freely_chosen=facts.roles.freely_chosen)):
        prompter.show(advised, "note")
    last = facts.last
    if last is None:
        return
    prompter.show()
    prompter.show(_("Last time, {ago}:").format(ago=_ago(last, context.today)), "quiet")
    prompter.show(last.said or title(last.method, language(), own_methods()) or "–")


def _ago(last: LastTime, today: date) -> str:
    """How long ago that was; of today also the hour, for two talks on a day are not one."""
    held_on = date.fromisoformat(last.held_on)
    if held_on != today:
        return show_relative(held_on, today, language())
    began = clock.moment_of(last.starts_at).astimezone(clock.zone(last.time_zone))
    return _("today at {time}").format(time=show_time(began, language()))


def ask_date(context: Context, prompter: Prompter, zone_name: str) -> datetime:
    """When a conversation was that is written up afterwards."""
    prompter.show(_("When was the conversation?"), "question")

    def read(text: str) -> datetime:
        return parse(text, context.now, zone_name, past=True)

    answer = ask(prompter, Prompt(help=_("For example: yesterday 14:30"), check=read))
    moment = read(answer)
    echo(prompter, moment)
    return moment


UNKNOWN = "-"
"""What `ask_minutes` gives where the coach does not know."""


def ask_minutes(prompter: Prompter, keep: Callable[[str], None], usual: int, half: str) -> str:
    """How long a conversation took that is written up afterwards; Enter is as *usual*."""
    prompter.show(_("How many minutes did it take?"), "question")
    told = _("Enter: {n} minutes. {skip}: not known.")
    prompter.show(told.format(n=usual, skip=command_word(SKIP)), "quiet")
    prompt = Prompt(initial_text=half, check=kinds.minutes, keep=keep)
    typed = ask(prompter, prompt, skipped=UNKNOWN, may_end=True)
    return typed if typed.strip() else str(usual)


def ask_notes(
    prompter: Prompter, keep: Callable[[str], None], half: str, *, briefly: bool = False
) -> str:
    """What the coach remembers: the summary where it is kept *briefly*; a private answer else."""
    prompter.show(_(ASK_NOTES), "question")
    told = (
        _("Keywords are enough: they become the summary. Enter: question by question.")
        if briefly
        else _("Keywords are enough. The questions that follow help you sort them.")
    )
    prompter.show(told, "quiet")
    return ask(prompter, Prompt(initial_text=half, check=kinds.text, keep=keep), may_end=True)


def help_line() -> str:
    """What can be typed at any question, on one line; what matters least has no room at times."""
    return " · ".join(
        (
            _("Enter: next"),
            command_word(BACK),
            "? " + _("more questions"),
            command_word(DONE),
            command_word(HELP),
            command_word(OVERVIEW),
            command_word(EDIT),
            command_word(STOP),
        ),
    )


def ask(prompter: Prompter, prompt: Prompt, *, skipped: str = "", may_end: bool = False) -> str:
    """What was typed: before the first question `:skip` is an empty answer and `:stop` stops.

    An empty answer by `:skip` is *skipped*. `:edit` opens the editor as everywhere; of the others
    it is said that they lead nowhere. Where the questions *may end*, `:done` raises Done.
    """
    while True:
        answer = ask_with_editor(prompter, prompt)
        if isinstance(answer, str):
            return answer
        if answer.name == STOP:
            raise StoppedError
        if answer.name == DONE and may_end:
            raise Done(answer.typed)
        if answer.name == SKIP and (prompt.check is None or _may_be_empty(prompt.check)):
            return skipped
        prompter.show(_(_NOT_HERE[answer.name]), "quiet")
        prompt = prompt._replace(initial_text=answer.typed or prompt.initial_text)


def _ask_name(people: Sequence[str], lately: Sequence[Person], prompter: Prompter) -> str:
    """A name, or the handle of one of those whom the coach talked with *lately*."""
    prompter.show(_("Who are you talking with?"), "question")
    for place, person in enumerate(lately, 1):
        prompter.show(f"  {place}  {person.name}")
    prompt = Prompt(
        choices=people,
        help=_("A name; a new person is fine too."),
        check=kinds.name,
    )
    expected = _("Type a name.") if not lately else _("Type a name, or a number of the list.")
    while not (name := kinds.name(ask(prompter, prompt))):
        prompter.show(expected, "quiet")
    chosen = kinds.numbered(name, [(person.name,) for person in lately]) if lately else None
    return name if chosen is None else lately[chosen].handle


def _may_be_empty(check: Callable[[str], object]) -> bool:
    try:
        check("")
    except CoachlogError:
        return False
    return True


def _is_new(reader: Reader, prompter: Prompter, name: str, *, named: bool) -> bool:
    """Whether the coach wants a new person: asked only where the name looks like a known one.

    That one is told only where it may be *named*.
    """
    close = coachees.similar(reader, name)
    if not close:
        return True
    known = _("Nobody is called {name} yet. There is: {names}.")
    told = known if named else _("Nobody is called {name} yet.")
    prompter.show(told.format(name=name, names=", ".join(close)), "note")
    mark = _("Is this a new person?") + " " + _("(y/n)") + " ›"
    return bool(kinds.yes_no(ask(prompter, Prompt(mark, check=kinds.yes_no))))


def _tell_team(prompter: Prompter, name: str) -> None:
    """Say what becomes of brackets behind the name of somebody new."""
    if team := without_brackets(name)[1]:
        prompter.show(_("“{team}” is noted as the team.").format(team=team), "quiet")
