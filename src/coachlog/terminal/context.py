"""What a command knows of this run: options of the program, settings, terminal, store."""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from coachlog import settings
from coachlog.base import clock
from coachlog.base.safe import escaped, visible, visible_line
from coachlog.base.texts import _
from coachlog.dates.typed import past_day
from coachlog.settings import Settings
from coachlog.terminal.global_options import GlobalOptions
from coachlog.terminal.line_ends import break_between_words

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.integrity import Watch
    from coachlog.store.work import Work


class Context:
    """One run of the program."""

    def __init__(self, options: GlobalOptions, chosen: Settings) -> None:
        self.options = options
        self.settings = chosen
        self.now: datetime = clock.now()
        self.works: list[Work] = []
        self.watches: list[Watch] = []
        self.thrown_away = False  # a journal that may go at any time
        self.program = os.environ.get("COACHLOG_PROGRAM") or "coachlog"

    @property
    def store(self) -> Path:
        """The path of the journal; it need not exist yet."""
        return settings.store_path(self.options.store, self.settings.store)

    @property
    def zone(self) -> str:
        """The coach's time zone."""
        return settings.time_zone(self.settings)

    @property
    def today(self) -> date:
        """The calendar day where the coach is."""
        return clock.local_day(self.now, self.zone)

    def past_day(self, text: str | None) -> date:
        """The day that *text* says, a past one where two could be meant; today without a text.

        Raises RefusedError for one that is still to come.
        """
        return past_day(text, self.today)

    @property
    def interactive(self) -> bool:
        """Whether there is somebody to ask."""
        return not self.options.no_input and sys.stdin is not None and sys.stdin.isatty()

    @property
    def plain(self) -> bool:
        """Whether lines of text are wanted instead of screens: `--plain`, a dumb terminal."""
        return self.options.plain or os.environ.get("TERM", "") in ("dumb", "")

    @property
    def aloud(self) -> bool:
        """Whether a person at a terminal reads, or hears, lines of text."""
        return self.plain and sys.stdout is not None and sys.stdout.isatty()

    @property
    def rich(self) -> bool:
        """Whether results go to a terminal that can show more than plain lines."""
        return not self.plain and sys.stdout is not None and sys.stdout.isatty()

    @property
    def attended(self) -> bool:
        """Whether somebody at a terminal can answer, and sees all that is shown and said."""
        shown = all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr))
        return self.interactive and shown

    @property
    def first_run(self) -> bool:
        """Whether somebody is at a terminal, and nothing tells that they were here before."""
        return self.attended and not settings.config_path().exists()

    @property
    def paged(self) -> bool:
        """Whether what is longer than the screen goes through a pager."""
        wanted = not self.options.no_pager and self.settings.pager is not False
        return wanted and self.rich and self.interactive

    def reader(self) -> "Reader":
        """The journal, for reading; an empty one where there is none yet."""
        from coachlog.terminal import journal  # help wants none

        return journal.reader(self)

    def work(self, command: str) -> "Work":
        """One transaction on the journal, made where there is none yet."""
        from coachlog.terminal import journal  # as above

        return journal.work(self, command)

    def begin_journal(self) -> None:
        """Make an empty journal on purpose. Raises RefusedError where something is there."""
        from coachlog.terminal import journal  # as above

        journal.begin(self.store)

    def tell_if_open_to_others(self) -> None:
        """Say on stderr when somebody else on this machine may read the journal."""
        from coachlog.terminal import journal  # as above

        if journal.open_to_others(self.store):
            told = _("Others on this computer can read {path}, and that could not be changed.")
            say(told.format(path=self.store))


_current: list[Context] = []


def set_context(context: Context | None) -> None:
    """Make *context* the one of this run; None where it is not known yet."""
    _current[:] = [] if context is None else [context]
    clock.live_in(None if context is None else lambda: context.zone)


def context_of_run() -> Context | None:
    """The context of this run, as soon as there is one."""
    return _current[0] if _current else None


def context() -> Context:
    """The context of this run."""
    return _current[0]


def say(text: str = "") -> None:
    """Tell the person something that is no result: on stderr."""
    told = break_between_words(visible(text), sys.stderr)
    print(told, file=sys.stderr, flush=True)  # noqa: T201 - the one place that tells


def hint(command: str) -> str:
    """*command* as the person would have to type it in this run."""
    return f"{_current[0].program if _current else 'coachlog'} {command}"


def text_out() -> TextIO:
    """The stream for CSV and the like: what a terminal would obey is made visible there."""
    return cast(TextIO, _Visible(sys.stdout)) if is_stdout_terminal() else sys.stdout


def write_json(text: str) -> None:
    """Write JSON, or a part of it: on a terminal in other words, which mean the same."""
    sys.stdout.write(escaped(text) if is_stdout_terminal() else text)


def write_line(text: str) -> None:
    """Write one line that is a value."""
    sys.stdout.write((visible_line(text) if is_stdout_terminal() else text) + "\n")


def is_stdout_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout.isatty()


class _Visible:
    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(visible(text))
