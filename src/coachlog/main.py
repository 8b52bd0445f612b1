"""`main(argv)`: the only place where an error becomes text and an exit code."""

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

from coachlog import settings
from coachlog.errors import STOPPED, UNEXPECTED, CoachlogError, StoppedError, UsageError
from coachlog.settings import Settings
from coachlog.terminal.context import Context, Globals, hint, say, set_context
from coachlog.texts import LANGUAGES, N_, _, language_of, language_of_environment, speak

PIPE_CLOSED = 0


class MissingValueError(UsageError):
    """An option of the program without its value."""

    cause = N_("The option {option} needs a value.")
    remedy = N_("For example: {example}")


class UnknownLanguageError(UsageError):
    """A language that coachlog does not speak."""

    cause = N_("coachlog does not speak “{language}”.")
    remedy = N_("Choose nl, fr or en.")


def main(argv: Sequence[str]) -> int:
    """Run one command; the result is the exit code. Never raises, never shows a traceback."""
    _terminate_like_ctrl_c()
    speak(_language(None, Settings()))
    try:
        code = _run(list(argv))
        sys.stdout.flush()
        return code
    except CoachlogError as error:
        return _report(error)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # The reader of our pipe has seen enough; Python must not complain about that at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the last door: a person never meets a traceback
        return _log(error)


def _run(argv: list[str]) -> int:
    options, rest = _globals(argv)
    speak(_language(options.lang, Settings()))
    chosen = settings.load()
    speak(_language(options.lang, chosen))
    set_context(Context(options, chosen))
    if rest[:1] == ["--version"]:
        from coachlog import __version__  # the quickest of answers

        sys.stdout.write(f"coachlog {__version__}\n")
        return 0
    from coachlog.app import call  # typer is not wanted for the version

    return call(rest)


_VALUED = {"--store": "store", "--lang": "lang"}
_FLAGS = {"--plain": "plain", "--no-input": "no_input"}


def _globals(argv: list[str]) -> tuple[Globals, list[str]]:
    """Take the options of the program out of *argv*, wherever they stand before a `--`."""
    found: dict[str, object] = {}
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif word in _FLAGS:
            found[_FLAGS[word]] = True
        elif name in _VALUED:
            given = value if equals else next(words, None)
            if not given:
                raise MissingValueError(
                    option=name,
                    example={"--lang": "--lang nl"}.get(name, "--store ./journal.sqlite"),
                )
            found[_VALUED[name]] = given
        else:
            rest.append(word)
    options = Globals(**found)  # type: ignore[arg-type]
    if options.lang and options.lang not in LANGUAGES:
        raise UnknownLanguageError(language=options.lang)
    return options, rest


def _language(option: str | None, chosen: Settings) -> str:
    """By option, `COACHLOG_LANG`, configuration and `LANG`, in that order; otherwise English."""
    return (
        option
        or language_of(os.environ.get("COACHLOG_LANG"))
        or chosen.language
        or language_of_environment()
        or "en"
    )


def _report(error: CoachlogError) -> int:
    if not isinstance(error, StoppedError):
        say(error.cause_text())
        if error.remedy_text():
            say("  " + error.remedy_text().replace("coachlog ", hint(""), 1))
    return error.code


def _log(error: Exception) -> int:
    """Keep the traceback in the log, for a report; the person gets one line and its place."""
    import traceback

    path = settings.state_path("error.log")
    with path.open("a", encoding="utf-8") as log:
        traceback.print_exception(error, file=log)
    path.chmod(0o600)
    say(_("Something went wrong that should not have: {name}.").format(name=type(error).__name__))
    say("  " + _("Your journal is safe. The details are in {path}").format(path=path))
    return UNEXPECTED


def _terminate_like_ctrl_c() -> None:
    """SIGTERM and a closed window end the program as Ctrl-C does: in order, with the draft kept."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)
