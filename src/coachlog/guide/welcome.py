"""The welcome: what is asked at the first start or conversation, and never again."""

import os
from collections.abc import Callable, Mapping
from typing import NamedTuple
from zoneinfo import available_timezones

from coachlog import settings, settings_file
from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.folding import plain
from coachlog.base.languages import SPOKEN
from coachlog.base.texts import (
    LANGUAGES,
    N_,
    _,
    language,
    language_of,
    language_of_environment,
    speak,
)
from coachlog.guide.protection.offer import offer_protection
from coachlog.terminal.context import Context, hint
from coachlog.terminal.prompt_commands import BACK, DONE, SKIP, STOP, Command, command_word
from coachlog.terminal.prompt_editor import ask_with_editor
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

CHOOSE = "Typ 1, 2 of 3 · Tapez 1, 2 ou 3 · Type 1, 2 or 3"
"""A remedy in all three languages: nothing tells yet which one is understood."""
USUAL_ZONE = "Europe/Brussels"


class _Question(NamedTuple):
    """A setting, the words that ask for it, what Enter takes, and how an answer is read."""

    key: str
    words: str
    offered: str
    read: Callable[[str], str]


def welcome(context: Context, prompter: Prompter) -> None:
    """Ask for the settings that are not known yet, save them, and use them in this run.

    Raises StoppedError; then nothing is saved, and the welcome comes again at the next start.
    """
    questions = _questions(context)
    if not questions:
        return
    if problem := settings_file.unwritable():
        _show_problem(prompter, problem)  # do not ask: answers that are lost would be asked again
        return
    _save(context, prompter, _ask_all(context, questions, prompter))


def welcome_to_start(context: Context) -> bool:
    """Show the welcome before the start screen; return False if the person wants to stop."""
    try:
        welcome(context, make_prompter(context))
    except StoppedError:
        return False
    return True


def _questions(context: Context) -> list[_Question]:
    """Return the questions about settings that are not known yet: language, name, time zone.

    Empty where only the name is unknown and no language is saved: nobody is welcomed for a name
    alone, unless the settings show that the welcome was given before names were asked.
    """
    questions = []
    chosen = context.settings
    language_from_variable = language_of(os.environ.get("COACHLOG_LANG"))
    if not (context.options.lang or language_from_variable or chosen.language):
        questions.append(
            _Question(
                "language",
                "Welkom · Bienvenue · Welcome",
                language_of_environment() or "",
                _read_language,
            )
        )
    if chosen.name is None:  # empty where it was asked and left so
        questions.append(_Question("name", N_("What is your name?"), "", _read_name))
    if not _is_of_place(context.zone):
        questions.append(
            _Question("time_zone", N_("Which time zone are you in?"), USUAL_ZONE, _read_zone)
        )
    is_name_alone = [question.key for question in questions] == ["name"]
    return [] if is_name_alone and not chosen.language else questions


def _ask_all(context: Context, questions: list[_Question], prompter: Prompter) -> dict[str, str]:
    """Ask the questions, with a way back; return the answers by setting. Raises StoppedError.

    Once the language is known, and before a name is typed, protection is offered.
    """
    answers: dict[str, str] = {}
    index, is_offered = 0, False
    if questions[0].key != "language":
        _greet(prompter)
    while index < len(questions):
        question = questions[index]
        if question.key != "language" and not is_offered:
            offer_protection(context, prompter)
            is_offered = True
        offered = answers.get(question.key, question.offered)
        answer = _ask(prompter, question, offered)
        if answer is None:  # go back
            if index == 0:
                prompter.show(_("This is the first question."), "quiet")
            index = max(0, index - 1)
            continue
        if question.key == "language" and answer != answers.get("language"):
            # From here on in that language; only now can the greeting be understood.
            speak(answer)
            _greet(prompter)
        answers[question.key] = answer
        index += 1
    if not is_offered:
        offer_protection(context, prompter)
    return answers


def _greet(prompter: Prompter) -> None:
    """Show what coachlog does, and that its questions are few."""
    prompter.show()
    prompter.show(_("coachlog guides you through coaching conversations and saves what was said."))
    prompter.show(
        _("First a few short questions. You can change everything later with {command}").format(
            command=hint("config set")
        ),
        "quiet",
    )


def _ask(prompter: Prompter, question: _Question, offered: str) -> str | None:
    """Ask one question; return the answer, or None to go back. Raises StoppedError.

    Enter or a command that goes on takes what is *offered*; only a language cannot be left empty.
    """

    def check(typed: str) -> str:
        return question.read(typed) if typed.strip() else offered

    while True:
        _show(prompter, question, offered)
        typed = ask_with_editor(prompter, Prompt(help=_help(), check=check))
        if isinstance(typed, Command) and typed.name == STOP:
            raise StoppedError
        if isinstance(typed, Command) and typed.name == BACK:
            return None
        if isinstance(typed, Command) and typed.name not in (SKIP, DONE):
            continue  # no other command means anything here
        text = typed if isinstance(typed, str) else ""
        answer = check(text)
        if answer or question.key != "language":
            _echo_zone(prompter, question, text, answer)
            return answer


def _show(prompter: Prompter, question: _Question, offered: str) -> None:
    """Show the question, its choices if it has any, and what Enter takes."""
    prompter.show()
    prompter.show(_(question.words), "question")
    if question.key == "language":
        for number, spoken in enumerate(SPOKEN.values(), 1):
            prompter.show(f"  {number}  {spoken.name}")
    if offered:
        offered_name = SPOKEN[offered].name if offered in SPOKEN else offered
        instructions = _("Enter: {offered}").format(offered=offered_name)
    elif question.key == "language":
        instructions = CHOOSE
    else:
        instructions = _("Press Enter to leave it empty.")
    prompter.show(instructions, "quiet")


def _help() -> str:
    return " · ".join((command_word(BACK), command_word(SKIP), command_word(STOP)))


def _echo_zone(prompter: Prompter, question: _Question, typed: str, answer: str) -> None:
    """Show the full name of a time zone where only its city was typed."""
    if typed.strip() not in ("", answer) and question.key == "time_zone":
        prompter.show(f"  = {answer}", "quiet")


def _save(context: Context, prompter: Prompter, answers: Mapping[str, str]) -> None:
    """Save the answers as settings; where that fails, use them in this run all the same."""
    # An empty name is kept: it says that the question was asked.
    chosen = {key: value for key, value in answers.items() if value or key == "name"}
    if not context.settings.language:  # one from --lang or a variable is saved too
        chosen = {"language": language()} | chosen
    prompter.show()
    try:
        if not settings_file.begin(chosen):
            prompter.show(_("Another window was quicker: the answers given there count."), "note")
        context.settings = settings.load()
        speak(context.options.lang or context.settings.language or language())
    except settings_file.ConfigurationUnwritableError as error:
        _show_problem(prompter, error)
        context.settings = context.settings._replace(
            language=chosen.get("language", context.settings.language),
            name=chosen.get("name", context.settings.name),
            time_zone=chosen.get("time_zone", context.settings.time_zone),
        )
    else:
        prompter.show(_("That was all."), "quiet")


def _show_problem(prompter: Prompter, error: CoachlogError) -> None:
    prompter.show(error.cause_text(), "late")
    prompter.show("  " + error.remedy_text(), "quiet")


def _read_language(typed: str) -> str:
    """Return the code of the language meant by its number in the list, or by its name or code.

    The beginning of a name in any language is enough. Raises KindError.
    """
    answer = plain(typed)
    for code, spoken in SPOKEN.items():
        names = (plain(spoken.name), code, *spoken.also_called.split())
        if answer and any(name.startswith(answer) for name in names):
            return code
    number = parse.scale(answer, 1, len(LANGUAGES)) or 1  # None only for an empty text
    return LANGUAGES[number - 1]


def _read_name(typed: str) -> str:
    return str(settings.check_setting("name", typed))


def _read_zone(typed: str) -> str:
    """Return the time zone meant by its name, or by its city alone: `new york`.

    Raises a CoachlogError if there is none.
    """
    answer = "_".join(typed.casefold().split())
    zone = typed
    for name in sorted(available_timezones(), key=len):  # the shortest of several with one city
        city = name.rpartition("/")[2]
        if answer in (name.casefold(), city.casefold()):
            zone = name
            break
    return str(settings.check_setting("time_zone", zone))


def _is_of_place(zone_name: str) -> bool:
    """Whether the zone is that of a place, unlike UTC, which a machine without a setting has."""
    return "/" in zone_name and not zone_name.startswith("Etc/")
