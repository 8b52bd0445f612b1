"""Leads a group through a method: on a screen with a clock, or line by line without one."""

from collections.abc import Callable
from typing import NamedTuple

from coachlog.base.clock import passed_seconds
from coachlog.base.errors import StoppedError
from coachlog.base.texts import _, ngettext
from coachlog.journal.intervision import state
from coachlog.journal.intervision.advice import offer_to_bring, save_advice
from coachlog.journal.intervision.methods import ConsultationMethod, Step
from coachlog.journal.intervision.state import Consultation
from coachlog.journal.intervision.timer import StepTimer
from coachlog.journal.intervision.words import KEEP_ADVICE, clock_text, opening_lines, step_lines
from coachlog.journal.network_case.queries import CaseLine
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.output import say_done
from coachlog.terminal.prompt_commands import DONE, SKIP, STOP, Command, command_word
from coachlog.terminal.prompter import Prompt, Prompter, ask_yes_no
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

Keep = Callable[[int], None]


class Group(NamedTuple):
    """A group at work: the run, the method, and the coach's own case, if that is talked over."""

    run: Context
    method: ConsultationMethod
    case: CaseLine | None
    prompter: Prompter


def lead(run: Context, method: ConsultationMethod, case: CaseLine | None) -> None:
    """Lead through the steps of *method* from the first, or from where it was stopped.

    Where somebody stops, the step and its time are kept. Raises StoppedError before the first.
    """
    group = Group(run, method, case, make_prompter(run))
    consultation = _begin_or_resume(group)
    try:
        _lead_from(group, consultation)
    except StoppedError:
        _say_stopped(method, case)
    except KeyboardInterrupt:
        _say_stopped(method, case)
        raise


def _say_stopped(method: ConsultationMethod, case: CaseLine | None) -> None:
    command = f"network intervision {method.id}"
    resumed_by = hint(f"{command} --case {case.number}" if case else command)
    text = _("Stopped. The step and the time left are kept: {command}")
    say(text.format(command=resumed_by))


def _begin_or_resume(group: Group) -> Consultation:
    """Return the consultation that was stopped, if the group goes on with it, or a new one."""
    store, method = group.run.store, group.method
    with group.run.reader() as reader:
        stopped = state.unfinished(reader, method.id)
    number = group.case.number if group.case else None
    if stopped and stopped.case == number and stopped.step <= len(method.steps):
        step = method.steps[stopped.step - 1]
        text = _("Go on with step {n}, {title}, with {time} left?")
        question = text.format(n=step.n, title=step.title, time=clock_text(stopped.seconds_left))
        answer = ask_yes_no(group.prompter, question)
        if isinstance(answer, Command):
            raise StoppedError
        if answer:
            return stopped
    _open(group)
    return state.begin(store, method.id, number, method.steps[0].minutes * 60)


def _open(group: Group) -> None:
    """Show the rules before the first step, and wait until everybody is ready."""
    group.prompter.show(group.method.name, "heading")
    for line in opening_lines(group.method):
        group.prompter.show(line)
    _wait(group.prompter, _("Enter: begin"))


def _lead_from(group: Group, consultation: Consultation) -> None:
    """Lead through the steps from that of *consultation* on, and end it."""
    store = group.run.store
    for step in group.method.steps[consultation.step - 1 :]:
        if step.n != consultation.step:
            consultation = consultation._replace(step=step.n, seconds_left=step.minutes * 60)
            state.save(store, consultation)

        def keep(left: int, now: Consultation = consultation) -> None:
            state.save(store, now._replace(seconds_left=left))

        if group.run.rich:
            _lead_on_screen(group, step, consultation.seconds_left, keep)
        else:
            _lead_in_lines(group, step)
    state.end(store, consultation)
    case = group.case
    if case and offer_to_bring(group.run, group.prompter, case):
        case = None  # its advice has been used
    say_end(group.run, group.method, case)


def _lead_on_screen(group: Group, step: Step, left: int, keep: Keep) -> None:
    """Show a step with its clock, which goes on while advice is noted."""
    from coachlog.journal.intervision.on_screen import ADVICE, StepOnScreen  # rich

    timer = StepTimer(left, passed_seconds)
    notes_advice = step.takes_advice and group.case is not None
    noted = False
    while True:
        screen = StepOnScreen(group.method, step, timer, keep, _notes(group, step), notes_advice)
        try:
            pressed = screen.run()
        except (StoppedError, KeyboardInterrupt):
            keep(timer.left)
            raise
        if pressed == ADVICE or (notes_advice and not noted):
            noted = True
            _note_advice(group)
        if pressed != ADVICE:
            return


def _notes(group: Group, step: Step) -> tuple[str, ...]:
    """Return the question of the case, while its owner speaks."""
    case = group.case
    return (case.question,) if case and "owner" in step.speaks else ()


def _lead_in_lines(group: Group, step: Step) -> None:
    """Show a step in plain lines, and wait for Enter; nothing is measured."""
    group.prompter.show()
    for label, text in step_lines(step, group.method):
        line = _("{label}: {text}").format(label=label, text=text) if label else text
        group.prompter.show(line)
    for note in _notes(group, step):
        group.prompter.show(note, "quiet")
    if step.takes_advice and group.case:
        _note_advice(group)
    _wait(group.prompter, _("Enter: next step"))


def _note_advice(group: Group) -> None:
    """Ask for advice line by line until an empty one; each is saved at once."""
    group.prompter.show(_(KEEP_ADVICE), "quiet")
    while True:
        mark = _("Advice") + " ›"
        answer = group.prompter.ask(Prompt(mark, check=parse.line, help=_("Enter: done")))
        if isinstance(answer, Command):
            if answer.name == STOP:
                raise StoppedError
            if answer.name in (DONE, SKIP):
                return
        elif text := parse.line(answer):
            if group.case:
                save_advice(group.run, group.case, [text])
        else:
            return


def _wait(prompter: Prompter, mark: str) -> None:
    """Wait for Enter; raises StoppedError for a command to stop."""
    while True:
        answer = prompter.ask(Prompt(f"{mark} · {command_word(STOP)} ›", asks_back=False))
        if not isinstance(answer, Command):
            return
        if answer.name == STOP:
            raise StoppedError


def say_end(run: Context, method: ConsultationMethod, case: CaseLine | None) -> None:
    """Print how long it took, and how to note the meeting and to use the advice on *case*."""
    n = method.minutes
    text = ngettext(
        "That was all, planned for {n} minute.", "That was all, planned for {n} minutes.", n
    ).format(n=n)
    commands = [f"network meeting new --method {method.id} --minutes {n}"]
    if case:
        commands.append(f"network case show {case.number}")
    say_done(text, *commands)
