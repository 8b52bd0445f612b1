"""The context of a run: options of the program, settings, terminal, journal."""

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


MANY = 20
"""From this number of records saved at once, a backup is made first."""


class Context:
    """One run of the program."""

    def __init__(self, options: GlobalOptions, chosen: Settings) -> None:
        self.options = options
        self.settings = chosen
        self.now: datetime = clock.now()
        self.works: list[Work] = []
        self.watches: list[Watch] = []
        self.thrown_away = False  # True for a temporary journal, which is not registered
        self.has_draft = False  # True once an unfinished conversation was saved
        self.program = visible_line(os.environ.get("COACHLOG_PROGRAM") or "coachlog")

    @property
    def store(self) -> Path:
        """Return the path of the journal; it need not exist yet."""
        return settings.store_path(self.options.store, self.settings.store)

    @property
    def is_store_chosen(self) -> bool:
        """Return whether the journal's path comes from the configuration.

        An option and an environment variable have priority over it.
        """
        overriding_path = self.options.store or os.environ.get("COACHLOG_STORE")
        return bool(self.settings.store and not overriding_path)

    @property
    def zone(self) -> str:
        """Return the name of the coach's time zone."""
        return settings.time_zone(self.settings)

    @property
    def today(self) -> date:
        """Return the calendar day in the coach's time zone."""
        return clock.local_day(self.now, self.zone)

    @property
    def local_now(self) -> datetime:
        """Return the present moment on the clock of the coach."""
        return clock.on_reader_clock(clock.now())

    @property
    def second_place(self) -> str | None:
        """Return the folder for copies of backups; None if none was chosen."""
        return settings.backup_place(self.settings.backup_to)

    def past_day(self, text: str | None) -> date:
        """Return the day in *text*, the past one where two are possible; today without a text.

        Raises RefusedError for one that is still to come.
        """
        return past_day(text, self.today)

    @property
    def interactive(self) -> bool:
        """Return whether a person can be asked."""
        return not self.options.no_input and sys.stdin is not None and sys.stdin.isatty()

    @property
    def plain(self) -> bool:
        """Return whether to show plain lines only: with `--plain`, or on a dumb terminal."""
        return self.options.plain or os.environ.get("TERM", "") in ("dumb", "")

    @property
    def aloud(self) -> bool:
        """Return whether a person at a terminal reads, or hears, plain lines."""
        return self.plain and sys.stdout is not None and sys.stdout.isatty()

    @property
    def rich(self) -> bool:
        """Return whether stdout is a terminal that can show more than plain lines."""
        return not self.plain and sys.stdout is not None and sys.stdout.isatty()

    @property
    def attended(self) -> bool:
        """Return whether a person can answer and sees both stdout and stderr."""
        output_streams = (sys.stdout, sys.stderr)  # None if closed
        are_visible = all(stream is not None and stream.isatty() for stream in output_streams)
        return self.interactive and are_visible

    @property
    def first_run(self) -> bool:
        """Return whether a person is at a terminal and has no configuration file yet."""
        return self.attended and not settings.config_path().exists()

    @property
    def paged(self) -> bool:
        """Return whether to show long output in a pager."""
        is_wanted = not self.options.no_pager and self.settings.pager is not False  # None: not set
        return is_wanted and self.rich and self.interactive

    def reader(self) -> "Reader":
        """Open the journal for reading; an empty one if there is none yet."""
        from coachlog.terminal import journal  # help wants none

        return journal.reader(self)

    def work(self, command: str) -> "Work":
        """Begin one transaction on the journal, which is created if needed."""
        from coachlog.terminal import journal  # as above

        return journal.work(self, command)

    def ask_passphrase(self, path: Path) -> str:
        """Return the passphrase of the journal at *path*, asked once. Raises UnavailableError."""
        from coachlog.terminal import passphrase  # for a protected journal only

        return passphrase.ask_passphrase(self.interactive, path)

    def tell(self, text: str) -> None:
        """Say something to the person that is no result."""
        say(text)

    def begin_journal(self) -> None:
        """Create an empty journal. Raises RefusedError if the file exists."""
        from coachlog.terminal import journal  # as above

        journal.create_journal(self.store)

    def back_up_today(self) -> None:
        """Make the backup of the day if something was saved, else check the journal once a day.

        What is wrong is said on stderr.
        """
        if self.has_draft or any(work.has_saved for work in self.works):
            from coachlog.terminal import journal  # as above

            say_with_program(journal.back_up_today(self))
        elif self.watches:
            from coachlog.terminal import journal  # as above

            say_with_program(journal.check_whole(self))

    def back_up_before(self, kind: str) -> None:
        """Make a backup before something large is done; say on stderr what is wrong."""
        from coachlog.terminal import journal  # as above

        say_with_program(journal.back_up_before(self, kind))

    def back_up_before_many(self, count: int) -> None:
        """Make a backup before so many records are saved at once, if they are many."""
        if count >= MANY:
            self.back_up_before("import")

    def tell_if_open_to_others(self) -> None:
        """Say on stderr if other people on this machine may read the journal."""
        from coachlog.terminal import journal  # as above

        if journal.open_to_others(self.store):
            message = _("Others on this computer can read {path}, and that could not be changed.")
            say(message.format(path=self.store))


_current: list[Context] = []


def set_context(context: Context | None) -> None:
    """Make *context* the context of this run; None if it is not known yet."""
    _current[:] = settings.owners[:] = [] if context is None else [context]
    settings.known_keys.clear()
    clock.set_reader_zone(None if context is None else lambda: context.zone)


def context_of_run() -> Context | None:
    """Return the context of this run; None if there is none yet."""
    return _current[0] if _current else None


def context() -> Context:
    """Return the context of this run; IndexError before `set_context`."""
    return _current[0]


def say(text: str = "") -> None:
    """Write a message for the person, which is no result, to stderr."""
    message = break_between_words(visible(text), sys.stderr)
    print(message, file=sys.stderr, flush=True)  # noqa: T201 - the one place that tells


def hint(command: str) -> str:
    """Return *command* as the person has to type it, with the program's name."""
    return f"{_current[0].program if _current else 'coachlog'} {command}"


def say_with_program(lines: list[str]) -> None:
    """Say lines that name a command, as the person has to type it."""
    for line in lines:
        say(line.replace("coachlog ", hint(""), 1))


def environment_for_others() -> dict[str, str]:
    """Return the environment for a pager or an editor: nothing about the key of the journal."""
    return {name: value for name, value in os.environ.items() if name not in _ABOUT_KEYS}


_ABOUT_KEYS = ("COACHLOG_KEY_FILE", "COACHLOG_KEY_COMMAND")


def text_out() -> TextIO:
    """Return stdout for CSV and the like; on a terminal, control characters become visible."""
    return cast(TextIO, _Visible(sys.stdout)) if is_stdout_terminal() else sys.stdout


def write_json(text: str) -> None:
    """Write JSON, or a part of it; on a terminal, control characters are escaped."""
    sys.stdout.write(escaped(text) if is_stdout_terminal() else text)


def write_line(text: str) -> None:
    """Write a value on a line; on a terminal, control characters become visible."""
    sys.stdout.write((visible_line(text) if is_stdout_terminal() else text) + "\n")


def is_stdout_terminal() -> bool:
    """Return whether stdout is a terminal."""
    return sys.stdout.isatty()


class _Visible:
    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(visible(text))
