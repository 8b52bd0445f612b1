"""Checks of what keeps the journal safe in time: backups, copies, drafts, the clock."""

from datetime import date, timedelta

from coachlog.admin.backup.choice import all_backups
from coachlog.admin.doctor.case import Case
from coachlog.admin.doctor.finding import NOTICE, WARNING, Trouble, no_trouble, with_command
from coachlog.base import clock
from coachlog.base.days import show_day
from coachlog.base.errors import CoachlogError
from coachlog.base.texts import _, count_text, language
from coachlog.store.backup_check import problem_of
from coachlog.store.backup_names import DAMAGED
from coachlog.store.backup_places import WARN_DAYS, days_without_copy
from coachlog.store.connection import Reader
from coachlog.store.upkeep import is_switched_off

OLD_DRAFT_DAYS = 14
CLOCK_LEEWAY = timedelta(minutes=10)
"""How far the clocks of two computers with the same journal may be apart."""


def backups(case: Case) -> list[Trouble]:
    """Whether there is a sound backup that is not much older than the last step."""
    found = [each for each in all_backups(case.run) if each.backup and each.backup.kind != DAMAGED]
    remedy = with_command(_("To make one now: {command}"), "backup now")
    last_on = _last_step_on(case)
    if not found:
        return _no_backup(case, last_on, remedy)
    newest = found[0]
    if problem := problem_of(newest.path, newest.digest):
        text = _("The newest backup, {path}, is damaged: {problem}.")
        return [Trouble(WARNING, text.format(path=newest.path, problem=problem), remedy)]
    made_on = date.fromisoformat(newest.backup.day) if newest.backup else case.run.today
    is_behind = last_on is not None and last_on > made_on
    days = (case.run.today - made_on).days
    if is_behind and days >= WARN_DAYS:
        text = count_text(
            "The newest backup is {n} day old, and you have saved something since.",
            "The newest backup is {n} days old, and you have saved something since.",
            days,
        )
        return [Trouble(WARNING, text, remedy)]
    day = show_day(made_on, language())
    text = count_text(
        "{n} backup, the newest of {day}.", "{n} backups, the newest of {day}.", len(found), day=day
    )
    return no_trouble(text)


def _no_backup(case: Case, last_on: date | None, remedy: str) -> list[Trouble]:
    """Return what to say where there is no backup: it matters once a day has passed."""
    if last_on is None:
        return no_trouble(_("There is nothing to back up yet."))
    if is_switched_off():
        text = _("There is no backup, and COACHLOG_BACKUP=no keeps coachlog from making one.")
        return [Trouble(NOTICE, text, remedy)]
    text = _("There is no backup of the journal.")
    return [Trouble(WARNING if last_on < case.run.today else NOTICE, text, remedy)]


def second_place(case: Case) -> list[Trouble]:
    """Whether a copy of the backups lies in a second place, such as a stick."""
    place = case.run.second_place
    if not place:
        text = _("The backups lie on this computer only: if it is lost, so are they.")
        remedy = _("To have a copy on a stick: {command}")
        return [Trouble(NOTICE, text, with_command(remedy, "config set backup_to " + _("PLACE")))]
    days = days_without_copy(case.run.store, place, case.run.today)
    if days is None:
        return no_trouble(_("Backups are copied to {place}.").format(place=place))
    text = count_text(
        "For {n} day no backup was copied to {place}.",
        "For {n} days no backup was copied to {place}.",
        days,
        place=place,
    )
    remedy = with_command(_("Connect it, then: {command}"), "backup now")
    return [Trouble(WARNING, text, remedy)]


def drafts(case: Case, copy: Reader) -> list[Trouble]:
    """Whether no unfinished conversation has been waiting for long."""
    limit = clock.instant(case.run.now - timedelta(days=OLD_DRAFT_DAYS))
    sql = "select count(*) from draft where dropped_at is null and saved_at < :limit"
    count = int(copy.value(sql, limit=limit))
    if not count:
        return []
    text = count_text(
        "{n} unfinished conversation has been waiting for more than two weeks.",
        "{n} unfinished conversations have been waiting for more than two weeks.",
        count,
    )
    remedy = with_command(_("To finish or drop it: {command}"), "session resume")
    return [Trouble(NOTICE, text, remedy)]


def clock_right(case: Case) -> list[Trouble]:
    """Whether the last step of the history was not done after now."""
    stamp = case.contents.last_stamp if case.contents else ""
    if not stamp or stamp <= clock.instant(case.run.now + CLOCK_LEEWAY):
        return []
    day = _day_of(stamp, case)
    if day is None:
        return []  # damaged: another check says so
    text = _("The last step was done on {day}, and this computer says that it is {today} now.")
    message = text.format(day=show_day(day, language()), today=show_day(case.run.today, language()))
    remedy = _("Set the clock. If it is right now, the next thing you save puts the history right.")
    return [Trouble(WARNING, message, remedy)]


def _last_step_on(case: Case) -> date | None:
    """Return the day of the last step of the history; None without one."""
    stamp = case.contents.last_stamp if case.contents else ""
    return _day_of(stamp, case) if stamp else None


def _day_of(stamp: str, case: Case) -> date | None:
    """Return the day of a stamp in the time zone of the coach; None for one that is damaged."""
    try:
        return clock.local_day(clock.moment_of(stamp), case.run.zone)
    except (CoachlogError, ValueError, OverflowError):
        return None
