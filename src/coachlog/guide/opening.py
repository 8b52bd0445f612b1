"""The opening of a guided conversation: with whom, what was agreed, how the guide is used."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from coachlog.base import clock
from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.texts import N_, _, in_user_language, language
from coachlog.dates.show import show_relative, show_time
from coachlog.guide.facts import Facts, LastSession
from coachlog.interview.conversation import ASK_NOTES
from coachlog.interview.method import Method
from coachlog.interview.method_files import DEFAULT
from coachlog.interview.names import title
from coachlog.journal.coachee import lookup
from coachlog.journal.coachee.fields import without_brackets
from coachlog.journal.coachee.queries import COACHEES
from coachlog.journal.session.moments import parse
from coachlog.journal.trajectory.fields import OWN
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
CHOOSE_METHOD = "--method ask"
"""What to type to be asked which method leads the conversation."""

_NOT_HERE = {
    BACK: N_("This is the first question."),
    MORE: N_("There are no more questions here."),
    SKIP: N_("This question cannot be skipped."),
    DONE: N_("There is nothing to look at yet: the questions begin after this one."),
    OVERVIEW: N_("Nothing was written yet."),
    PRIVATE: N_("Nothing is hidden here."),
}
"""What is shown for a command that leads nowhere before the first question of the method."""


class Done(Exception):
    """The coach ends the questions with `:done`; *typed* is what stood before it."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


def choose_person(
    reader: Reader, prompter: Prompter, name: str | None, *, with_three: bool = False
) -> tuple[str, lookup.Person | None]:
    """Return the name of the person, and who that is; None for a person new to the journal.

    Asks if *name* is None, and again while a name fits several people, or nobody and the coach
    does not want a new person. *With three* at the table no name is shown that was not typed: whom
    one coaches is confidential.
    """
    while True:
        if name is None:
            names = [] if with_three else [row.name for row in COACHEES.rows(reader)]
            recent = lookup.recent_people(reader, LISTED) if names else []
            name = _ask_name(names, recent, prompter)
        people = lookup.matching(reader, name)
        if len(people) == 1:
            person = people[0]
            if person.archived_at and not with_three:
                message = _("{name} is in the archive; this conversation brings them back.")
                prompter.show(message.format(name=person.name), "note")
            return person.name, person
        if len(people) > 1:
            prompter.show(_("Several people are called {name}.").format(name=name), "late")
            handles = "\n".join(f"  {person.handle}" for person in people)
            prompter.show(_("Give the short name.") if with_three else handles)
        elif lookup.is_self_word(name):  # the coach, whose own trajectory begins
            return name, None
        elif _is_new(reader, prompter, name, may_show_names=not with_three):
            _show_team(prompter, name)
            return name, None
        name = None  # ask for another one


def display_name(name: str, person: lookup.Person | None) -> str:
    """Return the name for the screen; that of somebody new without its team in brackets."""
    return name if person else without_brackets(name)[0]


def show_welcome(prompter: Prompter, facts: Facts, name: str, method: Method) -> None:
    """Show the first screen: with whom, and by which method if it is not the default one.

    In a first conversation also how to answer, how to stop, and what not to write down.
    """
    prompter.show()
    heading = _("Your {nth} conversation with {name}")
    if method.with_three:
        heading = _("Three-way talk: {name}")
    elif facts.kind == OWN:
        heading = _("Your own development: {name}")
    nth = ordinal(facts.held_count + 1, language())
    prompter.show(heading.format(nth=nth, name=name), "heading")
    if method.id != DEFAULT and facts.situation.kind_known:  # else it follows from the role
        show_method(prompter, method)
    if facts.situation.first:
        line = _("Enter ends an answer. {stop} stops and keeps everything; {help} tells more.")
        prompter.show(line.format(stop=command_word(STOP), help=command_word(HELP)), "quiet")
        privacy = _("Write only what you need: nothing about health, beliefs or other people.")
        prompter.show(privacy, "quiet")


def show_method(prompter: Prompter, method: Method) -> None:
    """Show which method leads the conversation, and how to choose another one."""
    line = _("Method: {name}. Another one: {option}")
    method_name = in_user_language(method.name)
    prompter.show(line.format(name=method_name, option=CHOOSE_METHOD), "quiet")


def explain_short_form(prompter: Prompter) -> None:
    """Tell why little is asked, and how to be asked more."""
    line = _("Short form for a first conversation; ? or --normal gives you more questions.")
    prompter.show(line, "quiet")


def show_last_session(prompter: Prompter, facts: Facts, name: str, context: Context) -> None:
    """Show the summary of the last conversation; above it advice if coaching was not voluntary."""
    roles = Roles(freely_chosen=facts.roles.freely_chosen)
    for paragraph in advice(roles, facts.kind, name):
        prompter.show(paragraph, "note")
    last = facts.last
    if last is None:
        return
    prompter.show()
    prompter.show(_("Last time, {ago}:").format(ago=_ago(last, context.today)), "quiet")
    prompter.show(last.gist or title(last.method, language(), own_methods()) or "–")


def _ago(last: LastSession, today: date) -> str:
    """Return how long ago that was; if it was today, the time, as there may be two on one day."""
    held_on = date.fromisoformat(last.held_on)
    if held_on != today:
        return show_relative(held_on, today, language())
    began = clock.in_zone(clock.moment_of(last.starts_at), last.time_zone)
    return _("today at {time}").format(time=show_time(began, language()))


def ask_date(context: Context, prompter: Prompter, zone_name: str) -> datetime:
    """Ask when a conversation took place that is written up afterwards. Raises StoppedError."""
    prompter.show(_("When was the conversation?"), "question")

    def read(text: str) -> datetime:
        return parse(text, context.now, zone_name, past=True)

    moment = read(ask(prompter, Prompt(help=_("For example: yesterday 14:30"), check=read)))
    echo(prompter, moment)
    return moment


UNKNOWN = "-"
"""What `ask_minutes` returns where the coach does not know."""


def ask_minutes(
    prompter: Prompter, save: Callable[[str], None], usual: int | None, text: str
) -> str:
    """Ask how many minutes a conversation took, with *text* at the prompt; return what was typed.

    Enter alone returns *usual*, or UNKNOWN without it, as `:skip` does. *save* is called with what
    is half-typed. Raises Done.
    """
    prompter.show(_("How many minutes did it take?"), "question")
    skip = command_word(SKIP)
    hint = _("Enter: {n} minutes. {skip}: not known.") if usual else _("Enter: not known.")
    prompter.show(hint.format(n=usual, skip=skip), "quiet")
    prompt = Prompt(initial_text=text, check=kinds.minutes, keep=save)
    typed = ask(prompter, prompt, skipped=UNKNOWN, may_end=True)
    return typed if typed.strip() else str(usual or UNKNOWN)


def ask_notes(
    prompter: Prompter, save: Callable[[str], None], text: str, *, briefly: bool = False
) -> str:
    """Ask what the coach remembers, with *text* at the prompt; return that. Raises Done.

    Where *briefly*, it becomes the summary; otherwise a private answer. *save* is called with what
    is half-typed.
    """
    prompter.show(_(ASK_NOTES), "question")
    hint = (
        _("Keywords are enough: they become the summary. Enter: question by question.")
        if briefly
        else _("Keywords are enough. The questions that follow help you sort them.")
    )
    prompter.show(hint, "quiet")
    return ask(prompter, Prompt(initial_text=text, check=kinds.text, keep=save), may_end=True)


def help_line() -> str:
    """Return what can be typed at any question, on one line; the end may be cut off."""
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
    """Ask before the first question of the method, and return what was typed.

    `:skip` returns *skipped* where an empty answer is allowed, `:stop` raises StoppedError, and
    `:done` raises Done where the questions *may end*. `:edit` opens the editor; any other command
    is answered with a message.
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
        # Text that stood before the command is not lost.
        prompt = prompt._replace(initial_text=answer.typed or prompt.initial_text)


def _ask_name(names: Sequence[str], recent: Sequence[lookup.Person], prompter: Prompter) -> str:
    """Return a name, one of *names* or a new one, or the handle of a *recent* person by number."""
    prompter.show(_("Who are you talking with?"), "question")
    for number, person in enumerate(recent, 1):
        prompter.show(f"  {number}  {person.name}")

    def read(text: str) -> str | None:
        name = kinds.name(text)
        index = kinds.numbered(name or "", [(person.name,) for person in recent])
        if index is not None:
            return recent[index].handle
        return None if name and name.isdigit() and name not in names else name  # a slip

    prompt = Prompt(choices=names, help=_("A name; a new person is fine too."), check=read)
    while not (name := read(ask(prompter, prompt))):
        hint = _("Type a name, or a number of the list.") if recent else _("Type a name.")
        prompter.show(hint, "quiet")
    return name


def _may_be_empty(check: Callable[[str], object]) -> bool:
    """Whether *check* accepts an empty answer, instead of raising a CoachlogError."""
    try:
        check("")
    except CoachlogError:
        return False
    return True


def _is_new(reader: Reader, prompter: Prompter, name: str, *, may_show_names: bool) -> bool:
    """Whether the name is that of a new person; asked only if it is similar to a known name.

    The similar names are shown only where *may_show_names*. Raises StoppedError.
    """
    similar_names = lookup.similar(reader, name)
    if not similar_names:
        return True
    if may_show_names:
        message = _("Nobody is called {name} yet. There is: {names}.")
    else:
        message = _("Nobody is called {name} yet.")
    prompter.show(message.format(name=name, names=", ".join(similar_names)), "note")
    mark = _("Is this a new person?") + " " + _("(y/n)") + " ›"
    return bool(kinds.yes_no(ask(prompter, Prompt(mark, check=kinds.yes_no))))


def _show_team(prompter: Prompter, name: str) -> None:
    """Say that the text in brackets after a new name is saved as the team: `Amina (Finance)`."""
    if team := without_brackets(name)[1]:
        prompter.show(_("“{team}” is noted as the team.").format(team=team), "quiet")
