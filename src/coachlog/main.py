"""`main(argv)`: the only place where an error becomes text and an exit code."""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from coachlog import __version__, settings
from coachlog.base.encoding import readable_words
from coachlog.base.errors import (
    STOPPED,
    UNEXPECTED,
    CoachlogError,
    StoppedError,
    UnavailableError,
    system_problem,
)
from coachlog.base.safe import readable, shorten, visible_line
from coachlog.base.texts import N_, _, speak, wanted_language
from coachlog.terminal import unsaved
from coachlog.terminal.context import (
    Context,
    context,
    context_of_run,
    hint,
    say,
    set_context,
)
from coachlog.terminal.global_options import split_global_options
from coachlog.terminal.signals import end_like_ctrl_c_on_signals

if TYPE_CHECKING:
    from coachlog.front.debug_log import DebugLog

PIPE_CLOSED = 0
DEBUG = "COACHLOG_DEBUG"
LONGEST_CAUSE = 600

_debug_logs: "list[DebugLog]" = []
"""The log of this run, if one is wanted."""


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code. Never raises, never shows a traceback."""
    os.umask(0o077)  # whatever is made in this run is for this person alone, from its beginning
    _forget_odd_sizes()
    end_like_ctrl_c_on_signals()
    _replace_closed_streams()
    speak(wanted_language(None, None))
    unsaved.forget()
    set_context(None)
    _debug_logs.clear()
    code = _run_guarded(argv)
    for log in _debug_logs:
        log.end(code, context_of_run())
        _tell(_("What this run did, without a word of the journal: {path}").format(path=log.path))
    return code


def _run_guarded(argv: Sequence[str]) -> int:
    """Run one command; whatever goes wrong becomes text and the exit code."""
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
    options, command = split_global_options(argv)
    if options.debug or os.environ.get(DEBUG, "") not in ("", "0", "no"):
        _begin_debug_log(command)
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
    """Return the configuration and its settings. Raises a CoachlogError for a mistake in it.

    The command `doctor` runs nevertheless, with those of the settings that can be read.
    """
    try:
        config = settings.read_config()
        return config, settings.parse_settings(config)
    except CoachlogError:
        if not is_doctor:
            raise
        from coachlog.admin import accidents  # as above

        return {}, accidents.sound_settings()


def _begin_debug_log(words: list[str]) -> None:
    """Write a log of this run, which has the *words*, from here on."""
    from coachlog.front.debug_log import DebugLog  # seldom wanted

    try:
        log = DebugLog()
    except OSError as error:
        say(_("No log could be written: {problem}").format(problem=system_problem(error)))
        return
    log.begin(words)
    _debug_logs[:] = [log]


def _enter_demo(words: list[str]) -> list[str]:
    """Return the command to run: `demo timeline amina` is `timeline amina` on the demo journal."""
    has_command = bool(words[1:]) and not words[1].startswith("-")
    if words[:1] != ["demo"] or not has_command:
        return words
    from coachlog.admin.demo import enter  # seldom wanted

    enter(context())
    return words[1:]


def _report(error: CoachlogError) -> int:
    """Say the cause and the remedy of an error, and return its exit code.

    Who stopped knows it: that is no error to tell of.
    """
    for log in _debug_logs:
        log.error(error)
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
            done=accidents.describe_steps(run, saved),
            problem=system_problem(error),
        )
    )


def _log_accident(error: Exception) -> int:
    """Write what kind of error it was to a log, say in a line where it is; return the exit code."""
    _tell(_("Something went wrong that should not have: {name}.").format(name=type(error).__name__))
    for log in _debug_logs:
        log.error(error)
    try:
        from coachlog.admin import accidents  # as above

        path = _debug_logs[0].path if _debug_logs else accidents.log_accident(error)
    except (OSError, ImportError, CoachlogError) as log_error:
        problem = type(log_error).__name__
        if isinstance(log_error, OSError):
            problem = system_problem(log_error)
        text = _("Your journal is safe. No log could be written: {problem}").format(problem=problem)
    else:
        text = _(
            "Your journal is safe. Please report this, with {path}: no word of yours is in it."
        ).format(path=path)
    _tell("  " + text)
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


def _forget_odd_sizes() -> None:
    """Unset sizes of the terminal that are none: rich reads whatever has digits."""
    for name in ("COLUMNS", "LINES"):
        text = os.environ.get(name, "1")
        is_size = text.isascii() and text.isdigit() and len(text) < 6 and text.strip("0")
        if not is_size:
            del os.environ[name]
