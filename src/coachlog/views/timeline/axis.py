"""Where things stand on a timeline: the period, its conversations and the days between them."""

from datetime import date
from typing import NamedTuple

from coachlog.views.timeline.lines import Moment, TimelineConversation


class AxisPeriod(NamedTuple):
    """From *since* until *until*, both included; open where one is not given."""

    since: date | None
    until: date | None
    today: date

    def holds(self, day: str) -> bool:
        """Whether an ISO *day* lies in it."""
        return self.first() <= day <= self.last()

    def first(self) -> str:
        """The first day, as ISO text to compare with."""
        return self.since.isoformat() if self.since else ""

    def last(self) -> str:
        """The last day, as ISO text to compare with."""
        return self.until.isoformat() if self.until else "9999-12-31"

    def ends_today(self) -> bool:
        """Whether what is open and what is to come belongs to it."""
        return self.until is None or self.until >= self.today


class Axis:
    """The conversations of the period, and the days on which something happened outside them."""

    def __init__(self, talks: list[TimelineConversation], period: AxisPeriod) -> None:
        self._period = period
        self._talks: dict[int, Moment] = {}
        self._days: dict[tuple[str, str], Moment] = {}
        today = period.today.isoformat()
        for talk in talks:
            to_come = (talk.status == "planned" and talk.held_on >= today) or (
                talk.status == "cancelled" and talk.held_on > today
            )
            if period.holds(talk.held_on) and not to_come:
                moment = _moment(talk.held_on, talk.coachee, talk)
                self._talks[talk.number] = moment
                if talk.status == "held":
                    self._days[talk.held_on, talk.coachee] = moment

    def at(self, on: str, coachee: str, session: int | None = None) -> Moment | None:
        """Where something of the day *on* belongs; None outside the period.

        What was noted on the day of a conversation stands with it, whoever noted it.
        """
        if session in self._talks:
            return self._talks[session]
        if not self._period.holds(on):
            return None
        return self._days.setdefault((on, coachee), _moment(on, coachee))

    def moments(self) -> list[Moment]:
        """All of them, oldest first."""
        found = {id(one): one for one in (*self._talks.values(), *self._days.values())}
        return sorted(found.values(), key=_when)


def _moment(on: str, coachee: str, talk: TimelineConversation | None = None) -> Moment:
    return Moment(on, coachee, talk, [], [], [], [], [], [])


def _when(moment: Moment) -> tuple[str, str]:
    return moment.on, moment.conversation.starts_at if moment.conversation else "~"
