"""`report letter`: a letter for the person coached, in their own words, after a year."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _, count_text, speaking
from coachlog.display.page import Page
from coachlog.journal.coachee.lookup import Person, find, is_self
from coachlog.report.commands import PageTarget, Who, language_of, page_target, show
from coachlog.report.letter.names import OtherNames
from coachlog.report.letter.page import page
from coachlog.report.letter.pen import Pen
from coachlog.report.letter.read import Period, read
from coachlog.terminal.command_options import FileOptions, Yes, with_file
from coachlog.terminal.confirm import confirm_default_yes
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.output import AsCsv, AsJson
from coachlog.terminal.period import Since, Until, period
from coachlog.terminal.whole_page import show_whole

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

LEAST = 2
"""How many conversations, and how many quotations, a letter needs."""


@with_file
def letter(
    who: Who,
    since: Since = None,
    until: Until = None,
    yes: Yes = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    *,
    file: FileOptions,
) -> None:
    """Write a letter for somebody after a year, in their own words; nothing private is in it.

    coachlog report letter amina --output amina.pdf
    """
    target = page_target(as_json, as_csv, file)
    run = target.run
    days = _period(since, until, run.today)
    with run.reader() as reader:
        person = find(reader, who)
        names = OtherNames(reader, person, run.settings.name)
        their_language = language_of(reader, person)
        with speaking(their_language):
            letter_page = _letter(run, reader, person, days, Pen(names))
    if _is_confirmed(target, letter_page, names, their_language, yes=yes):
        with speaking(their_language):
            show(target, letter_page)
    if not target.file or yes or not run.attended:
        _say_what_to_check(names)
    if not target.file and not (as_json or as_csv):
        command = hint(f"report letter {person.handle} --output {person.handle}.pdf")
        say(_("As a file to hand over: {command}").format(command=command))


def _period(since: str | None, until: str | None, today: date) -> Period:
    """Return the days of the letter: the last twelve months, unless others were typed."""
    first, last = period(since, until, today)
    last = last or today
    first = first or _year_before(last)
    if first > last:
        raise UsageError(N_("The period ends before it begins."), "")
    return Period(first.isoformat(), last.isoformat())


def _year_before(day: date) -> date:
    """Return the same day a year before, so that both anniversaries are in the year."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return (day - timedelta(days=1) if is_leap_day else day).replace(year=day.year - 1)


def _letter(run: Context, reader: "Reader", person: Person, days: Period, pen: Pen) -> Page:
    """Return the letter. Raises RefusedError where there is too little to tell."""
    if is_self(reader, person.id):
        raise RefusedError(
            N_("A letter is for somebody you talk with, not for yourself."),
            N_("Your own year: coachlog report coach"),
        )
    story = read(reader, person, days, run.now)
    if len(story.talks) >= LEAST:
        letter_page = page(story, pen, person.name, run.settings.name, run.today)
        if pen.quotations >= LEAST:
            return letter_page
    longer = N_("Choose a longer time: coachlog report letter {handle} --since {example}")
    one = N_("A page about one conversation: coachlog report takehome N")
    raise RefusedError(
        N_(
            "From {first} until {last} too little was noted with {name} for a letter: it needs the"
            " words of two conversations."
        ),
        one if story.is_from_start and story.is_until_now else longer,
        first=date.fromisoformat(days.first),
        last=date.fromisoformat(days.last),
        name=person.name,
        handle=person.handle,
        example=int(days.first[:4]) - 1,
    )


def _is_confirmed(
    target: PageTarget,
    letter_page: Page,
    names: OtherNames,
    their_language: str | None,
    *,
    yes: bool,
) -> bool:
    """Return whether to go on; on a terminal a file is shown first, and confirmed."""
    run = target.run
    if target.file is None or yes or not run.attended:
        return True
    with speaking(their_language):
        show_whole(run, letter_page)
    _say_what_to_check(names)
    question = _("Write it to {path}?").format(path=target.file.path)
    if confirm_default_yes(run, [], question):
        return True
    say(_("Nothing was written."))
    return False


def _say_what_to_check(names: OtherNames) -> None:
    """Tell the coach, in the coach's own language, what to look at before it is handed over."""
    say(
        _(
            "Before you hand it over, read it aloud once: is everything in it theirs, may it be on"
            " paper, and is nobody named who should not be? In .docx you can add your own words."
        )
    )
    if names.hidden:
        say(
            count_text(
                "{n} name was hidden: {names}.",
                "{n} names were hidden: {names}.",
                len(names.hidden),
                names=", ".join(names.hidden),
            )
        )
