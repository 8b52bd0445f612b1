"""`main(argv)`: the only place where an error becomes text and an exit code."""

import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import TextIO

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
    """Run one command; the result is the exit code. Never raises, never shows a traceback."""
    _terminate_like_ctrl_c()
    _stand_in_for_closed_streams()
    speak(wanted_language(None, None))
    unsaved.forget()
    set_context(None)
    try:
        code = _run(list(argv))
        sys.stdout.flush()
        run = context_of_run()
        if run and any(watch.damaged for watch in run.watches):
            code = _damage() or code
    except CoachlogError as error:
        code = (error.code == UNEXPECTED and _damage()) or _report(error)
        _keep_unsaved()
        return code
    except KeyboardInterrupt:
        _keep_unsaved()
        return STOPPED
    except BrokenPipeError as error:
        # The reader of our pipe has seen enough, or nothing yet of what was done.
        _let_go(sys.stdout)
        return _untold(error) or PIPE_CLOSED
    except OSError as error:
        return _no_output(error) if error.filename is None else _log(error)
    except Exception as error:  # noqa: BLE001 - the last door: a person never meets a traceback
        return _damage() or _log(error)
    else:
        return code


def _keep_unsaved() -> None:
    """Put what was typed and the journal does not have in a file, and say where it is."""
    if unsaved.has_answers():
        from coachlog.admin import accidents  # only after one

        accidents.keep_unsaved()


def _damage() -> int | None:
    """What of the journal cannot be read is told; None where all of it is as it should be."""
    run = context_of_run()
    if run is None or not (run.watches or run.works):
        return None
    from coachlog.admin import accidents  # as above

    with suppress(OSError):  # which leaves what was shown so far
        sys.stdout.flush()
    problem = accidents.damage(run)
    return None if problem is None else _report(problem)


def _run(argv: list[str]) -> int:
    if not all(readable(word) == word for word in argv):
        argv = readable_words(argv)
    options, rest = _globals(argv)
    speak(wanted_language(options.lang, None))
    stands: dict[str, object] = {}
    chosen = settings.load(stands)
    speak(wanted_language(options.lang, chosen.language))
    for each in settings.unknown(stands):
        say(each)
    set_context(Context(options, chosen))
    if rest[:1] == ["--version"]:
        sys.stdout.write(f"coachlog {__version__}\n")
        return 0
    if options.new_journal:
        context().begin_journal()
        say(_("A new journal was started: {path}").format(path=context().store))
    from coachlog.app import call  # typer is not wanted for the version

    return call(_within_demo(rest))


def _within_demo(words: list[str]) -> list[str]:
    """`demo timeline amina` is `timeline amina` on the throw-away journal of the demonstration."""
    if words[:1] != ["demo"] or not words[1:] or words[1].startswith("-"):
        return words
    from coachlog.admin.demo import enter  # seldom wanted

    enter(context())
    return words[1:]


def _globals(argv: list[str]) -> tuple[GlobalOptions, list[str]]:
    """Take the options of the program out of *argv*, wherever they stand before a `--`."""
    found: dict[str, object] = {}
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif word in FLAGS:
            found[FLAGS[word]] = True
        elif name in VALUED:
            given = value if equals else next(words, None)
            if not given:
                raise UsageError(
                    N_("The option {option} needs a value."),
                    N_("For example: {example}"),
                    option=name,
                    example={"--lang": "--lang nl"}.get(name, "--store ./journal.sqlite"),
                )
            found[VALUED[name]] = given
        else:
            rest.append(word)
    options = GlobalOptions(**found)  # type: ignore[arg-type]
    if options.lang and options.lang not in LANGUAGES:
        raise UsageError(
            N_("coachlog does not speak “{language}”."),
            N_("Choose nl, fr or en."),
            language=options.lang,
        )
    return options, rest


def _report(error: CoachlogError) -> int:
    if not isinstance(error, StoppedError):
        _tell(shorten(visible_line(error.cause_text()), LONGEST_CAUSE))
        if error.remedy_text():
            _tell("  " + error.remedy_text().replace("coachlog ", hint(""), 1))
    return error.code


def _tell(text: str) -> None:
    """Say it; where nobody can hear it, the exit code has to do."""
    try:
        say(text)
    except OSError:
        _let_go(sys.stderr)


def _let_go(stream: TextIO) -> None:
    """What is left in a *stream* goes nowhere; else Python complains about it at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _no_output(error: OSError) -> int:
    """Errors of the store and of files are told elsewhere: this one is of the output."""
    _let_go(sys.stdout)
    return _untold(error) or _report(
        UnavailableError(
            N_("The output cannot be written: {problem}."),
            N_("Free some space, or send it elsewhere. The journal is as it was."),
            problem=system_problem(error),
        )
    )


def _untold(error: OSError) -> int | None:
    """What was kept before the output failed is told on stderr; None where nothing was."""
    run = context_of_run()
    kept = [work.operation_id for work in run.works if work.has_saved] if run else []
    if run is None or not kept:
        return None
    from coachlog.admin import accidents  # as above

    return _report(
        UnavailableError(
            N_("{done}. But the message that says so cannot be written: {problem}."),
            N_("Do not enter it again. To see the last steps: coachlog history"),
            done=accidents.done(run, kept),
            problem=system_problem(error),
        )
    )


def _log(error: Exception) -> int:
    """Keep the traceback in the log, for a report; the person gets one line and its place."""
    _tell(_("Something went wrong that should not have: {name}.").format(name=type(error).__name__))
    try:
        path = settings.state_path("error.log")
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            traceback.print_exception(error, file=log)
        path.chmod(0o600)
    except OSError as unkept:
        problem = system_problem(unkept)
        _tell(
            "  "
            + _("Your journal is safe. No log could be written: {problem}").format(problem=problem)
        )
    else:
        _tell("  " + _("Your journal is safe. The details are in {path}").format(path=path))
    return UNEXPECTED


def _stand_in_for_closed_streams() -> None:
    """A closed stream is an empty one; what the terminal has no sign for is shown by its code."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - for the whole run
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - as above
        elif isinstance(stream := getattr(sys, name), io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _terminate_like_ctrl_c() -> None:
    """SIGTERM, Ctrl-\\ and a closed window end it as Ctrl-C does: in order, with the draft kept."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Ended

    for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)
