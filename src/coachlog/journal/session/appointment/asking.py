"""Asking with whom and when a conversation is planned, and what about."""

from datetime import datetime
from typing import Any

from coachlog import clock, kinds
from coachlog.dateshow import show_moment
from coachlog.journal.session.guide.opening import ask, choose_person
from coachlog.journal.session.moments import ahead
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompt, Prompter, make_prompter
from coachlog.terminal.unkept import note
from coachlog.texts import _, language


def ask_what_is_missing(context: Context, given: dict[str, Any], zone: str) -> dict[str, Any]:
    """*given* with the person, the moment and perhaps the topic; raises StoppedError."""
    prompter = make_prompter(context)
    with context.reader() as reader:
        name, person = choose_person(reader, prompter, given.get("coachee"))
    said = {"coachee": person.handle if person else name}
    if "date" not in given:
        said["date"] = _ask_moment(context, prompter, zone).isoformat()
        if topic := "topic" not in given and _ask_topic(prompter):
            said["topic"] = topic
    note({key: str(value) for key, value in said.items()})
    return given | said


def _ask_moment(context: Context, prompter: Prompter, zone: str) -> datetime:
    prompter.show(_("When do you see each other?"), "question")

    def read(text: str) -> datetime:
        return ahead(text, context.now, zone)

    help_text = _("For example: next Tuesday 14:00")
    found = read(ask(prompter, Prompt(help=help_text, check=read)))
    shown = show_moment(found.astimezone(clock.zone(zone)), language())
    prompter.show("  = " + shown, "quiet")
    return found


def _ask_topic(prompter: Prompter) -> str | None:
    prompter.show(_("What will it be about? Press Enter if that is still open."), "question")
    return kinds.text(ask(prompter, Prompt(check=kinds.text)))
