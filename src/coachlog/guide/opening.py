"""The opening of a guided conversation: with whom, what was agreed, how the guide is used."""

from datetime import date

from coachlog.base import clock
from coachlog.base.texts import _, in_user_language, language
from coachlog.dates.show import show_relative, show_time
from coachlog.guide.facts import Facts, LastSession
from coachlog.interview.method import Method
from coachlog.interview.method_files import DEFAULT
from coachlog.interview.names import title
from coachlog.journal.trajectory.fields import OWN
from coachlog.journal.trajectory.roles import Roles, advice
from coachlog.settings import own_methods
from coachlog.terminal.context import Context
from coachlog.terminal.prompt_commands import (
    HELP,
    STOP,
    command_word,
)
from coachlog.terminal.prompter import Prompter
from coachlog.values.ordinals import ordinal

CHOOSE_METHOD = "--method ask"
"""What to type to be asked which method leads the conversation."""


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
