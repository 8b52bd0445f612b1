"""`main(argv)`: the only place where an error becomes text and an exit code."""

import io
import os
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import FrameType
from typing import NoReturn, TextIO

from coachlog import __version__, settings
from coachlog.base.encoding import readable_words
from coachlog.base.errors import (
    STOPPED,
    UNEXPECTED,
    CoachlogError,
    StoppedError,
    UnavailableError,
    UsageError,
    system_problem,
)
from coachlog.base.safe import readable, shorten, visible_line
from coachlog.base.texts import LANGUAGES, N_, _, speak, wanted_language
from coachlog.terminal import unsaved
from coachlog.terminal.context import (
    Context,
    context,
    context_of_run,
    hint,
    say,
    set_context,
)
from coachlog.terminal.global_options import FLAGS, VALUED, GlobalOptions
from coachlog.terminal.signals import Ended

PIPE_CLOSED = 0
LONGEST_CAUSE = 600


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code. Never raises, never shows a traceback."""
    _end_like_ctrl_c_on_signals()
    _replace_closed_streams()
    speak(wanted_language(None, None))
    unsaved.forget()
    set_context(None)
    try:
        code = _run(list(argv))
        sys.stdout.flush()
        run = context_of_run()
        if run and any(watch.damaged for watch in run.watches):
            code = _report_damage() or code
        if run:
            with suppress(OSError):  # of stderr: the answer is out by now, and what is saved is
                run.back_up_today()
    except CoachlogError as error:
        # An unexpected error may come from a damaged store: then that is the cause to tell.
        damage_code = _report_damage() if error.code == UNEXPECTED else None
        code = damage_code or _report(error)
        _rescue_unsaved()
        return code
    except KeyboardInterrupt:
        _rescue_unsaved()
        return STOPPED
    except BrokenPipeError as error:
        # The reader of our pipe has seen enough, or nothing yet of what was done.
        _discard_output(sys.stdout)
        return _report_saved_but_silent(error) or PIPE_CLOSED
    except OSError as error:
        # Errors of files have a name, those of a stream have none.
        return _report_no_output(error) if error.filename is None else _log_accident(error)
    except Exception as error:  # noqa: BLE001 - the last door: a person never meets a traceback
        return _report_damage() or _log_accident(error)
    else:
        return code


def _rescue_unsaved() -> None:
    """Write what was typed but is not in the journal to a file, and say where it is."""
    if unsaved.has_answers():
        from coachlog.admin import accidents  # only after one

        accidents.keep_unsaved()


def _report_damage() -> int | None:
    """Report what of the journal cannot be read and return the exit code; None if it is intact."""
    run = context_of_run()
    if run is None or not (run.watches or run.works):
        return None
    from coachlog.admin import accidents  # as above

    with suppress(OSError):  # what was shown so far comes before the report, if it can
        sys.stdout.flush()
    problem = accidents.damage(run)
    return None if problem is None else _report(problem)


def _run(argv: list[str]) -> int:
    """Read the options of the program and its settings, then run the command; return its code."""
    if not all(readable(word) == word for word in argv):
        argv = readable_words(argv)
    options, command = _split_global_options(argv)
    # Once more with the settings, which may choose the language; their errors need one already.
    speak(wanted_language(options.lang, None))
    config, chosen = _settings(is_doctor=command[:1] == ["doctor"])
    speak(wanted_language(options.lang, chosen.language))
    for warning in settings.unknown_key_warnings(config):
        say(warning)
    set_context(Context(options, chosen))
    if command[:1] == ["--version"]:
        sys.stdout.write(f"coachlog {__version__}\n")
        return 0
    if options.new_journal:
        context().begin_journal()
        say(_("A new journal was started: {path}").format(path=context().store))
    from coachlog.app import call  # typer is not wanted for the version

    return call(_enter_demo(command))


def _settings(*, is_doctor: bool) -> tuple[Mapping[str, object], settings.Settings]:
    """Return the configuration and its settings; where it has a mistake, `doctor` gets the rest.

    For any other command a mistake is the end.
    """
    try:
        config = settings.read_config()
        return config, settings.parse_settings(config)
    except CoachlogError:
        if not is_doctor:
            raise
        from coachlog.admin import accidents  # as above

        return {}, accidents.sound_settings()


def _enter_demo(words: list[str]) -> list[str]:
    """Return the command to run: `demo timeline amina` is `timeline amina` on the demo journal."""
    has_command = bool(words[1:]) and not words[1].startswith("-")
    if words[:1] != ["demo"] or not has_command:
        return words
    from coachlog.admin.demo import enter  # seldom wanted

    enter(context())
    return words[1:]


def _split_global_options(argv: list[str]) -> tuple[GlobalOptions, list[str]]:
    """Return the options of the program and the other words of *argv*. Raises UsageError.

    They may stand anywhere before a `--`; `--lang nl` is the same as `--lang=nl`.
    """
    values: dict[str, object] = {}
    others: list[str] = []
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            others += [word, *words]
        elif word in FLAGS:
            values[FLAGS[word]] = True
        elif name in VALUED:
            values[VALUED[name]] = (value if equals else next(words, "")) or _missing_value(name)
        else:
            others.append(word)
    options = GlobalOptions(**values)  # type: ignore[arg-type]
    if options.lang and options.lang not in LANGUAGES:
        raise UsageError(
            N_("coachlog does not speak “{language}”."),
            N_("Choose nl, fr or en."),
            language=options.lang,
        )
    return options, others


def _missing_value(option: str) -> NoReturn:
    raise UsageError(
        N_("The option {option} needs a value."),
        N_("For example: {example}"),
        option=option,
        example={"--lang": "--lang nl"}.get(option, "--store ./journal.sqlite"),
    )


def _report(error: CoachlogError) -> int:
    """Say the cause and the remedy of an error, and return its exit code.

    Who stopped knows it: that is no error to tell of.
    """
    if not isinstance(error, StoppedError):
        _tell(shorten(visible_line(error.cause_text()), LONGEST_CAUSE))
        if remedy := error.remedy_text():
            _tell("  " + _with_program(remedy))
    return error.code


def _with_program(remedy: str) -> str:
    """Return *remedy* with its commands as the person has to type them."""
    command_follows = ": coachlog "
    if command_follows in remedy:
        return remedy.replace(command_follows, f": {hint('')}")
    return remedy.replace("coachlog ", hint(""), 1)


def _tell(text: str) -> None:
    """Say *text* on stderr; where that is closed, the exit code has to be enough."""
    try:
        say(text)
    except OSError:
        _discard_output(sys.stderr)


def _discard_output(stream: TextIO) -> None:
    """Send what is still buffered in *stream* nowhere; else Python complains of it at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _report_no_output(error: OSError) -> int:
    """Report that stdout cannot be written, a full disk for example; return the exit code."""
    _discard_output(sys.stdout)
    return _report_saved_but_silent(error) or _report(
        UnavailableError(
            N_("The output cannot be written: {problem}."),
            N_("Free some space, or send it elsewhere. The journal is as it was."),
            problem=system_problem(error),
        )
    )


def _report_saved_but_silent(error: OSError) -> int | None:
    """Report on stderr what was saved before stdout failed; return the exit code.

    None where nothing was saved. Without this, somebody would enter the same thing again.
    """
    run = context_of_run()
    saved = [work.operation_id for work in run.works if work.has_saved] if run else []
    if run is None or not saved:
        return None
    from coachlog.admin import accidents  # as above

    return _report(
        UnavailableError(
            N_("{done}. But the message that says so cannot be written: {problem}."),
            N_("Do not enter it again. To see the last steps: coachlog history"),
            done=accidents.done(run, saved),
            problem=system_problem(error),
        )
    )


def _log_accident(error: Exception) -> int:
    """Write the traceback to the log, say in a line where it is, and return the exit code."""
    _tell(_("Something went wrong that should not have: {name}.").format(name=type(error).__name__))
    try:
        path = settings.state_path("error.log")
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            traceback.print_exception(error, file=log)
        path.chmod(0o600)
    except OSError as log_error:
        problem = system_problem(log_error)
        _tell(
            "  "
            + _("Your journal is safe. No log could be written: {problem}").format(problem=problem)
        )
    else:
        _tell("  " + _("Your journal is safe. The details are in {path}").format(path=path))
    return UNEXPECTED


def _replace_closed_streams() -> None:
    """Open empty streams for closed ones; show characters that a terminal lacks by their code."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - for the whole run
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - as above
        elif isinstance(stream := getattr(sys, name), io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _end_like_ctrl_c_on_signals() -> None:
    """Let SIGTERM, Ctrl-\\ and a closed window end the program in order, with the draft saved.

    A signal that was ignored when the program began, as by nohup, stays ignored.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Ended

    for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)
