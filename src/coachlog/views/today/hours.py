"""What is due for a credential: text in time on the page of today, and only where one is set."""

from datetime import date, timedelta
from typing import NamedTuple

from coachlog.base.days import show_day
from coachlog.base.texts import _, language
from coachlog.practice.credentials import Credential, credential
from coachlog.practice.renewal import renewal
from coachlog.practice.windows import quarter_begin, quarter_end, quarter_of
from coachlog.settings import Settings
from coachlog.store.connection import Reader

QUARTER_ENDS_SOON = 30
"""So many days before the end of a quarter its supervision is asked for."""


class HoursWarning(NamedTuple):
    """What is due for a credential: the supervision of a quarter, or its renewal.

    *about* is the quarter or the credential, *value* how many minutes of supervision there were.
    """

    kind: str
    on: date
    about: str
    text: str
    value: int | None = None


def warnings(reader: Reader, settings: Settings, today: date) -> list[HoursWarning]:
    """Return what is due for the credential of *settings*; nothing where none is set."""
    if not settings.credential:
        return []
    target = credential(settings.credential)
    return [
        *_supervision(reader, target, settings.credential_partner, today),
        *_renewal(target, settings.credential_granted_on, today),
    ]


def _supervision(
    reader: Reader, target: Credential, partner: str | None, today: date
) -> list[HoursWarning]:
    asked, last_day = target.figure("supervision_hours_a_quarter"), quarter_end(today)
    if asked is None or last_day - today > timedelta(days=QUARTER_ENDS_SOON):
        return []
    kinds = "('supervision', 'intervision')" if partner else "('supervision')"
    minutes = int(
        reader.value(
            "select coalesce(sum(minutes), 0) from growth"  # noqa: S608 - words of our own
            f" where done_on between :first and :last and kind in {kinds}",
            first=quarter_begin(today).isoformat(),
            last=last_day.isoformat(),
        )
    )
    if minutes >= asked * 60:
        return []
    text = _("{n} minutes of supervision in {quarter}, {asked} asked until {day}.").format(
        n=minutes, quarter=quarter_of(today), asked=asked * 60, day=show_day(last_day, language())
    )
    return [HoursWarning("supervision", last_day, quarter_of(today), text, minutes)]


def _renewal(target: Credential, granted_on: str | None, today: date) -> list[HoursWarning]:
    due = renewal(target, granted_on)
    if due is None or today < due.told_from:
        return []
    text = (
        _("{credential} had to be renewed by {day}.")
        if due.due_on < today
        else _("Renew {credential} by {day}.")
    )
    text = text.format(credential=target.name, day=show_day(due.due_on, language()))
    return [HoursWarning("renewal", due.due_on, target.name, text)]
