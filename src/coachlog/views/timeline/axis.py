"""The axis of a timeline: its period, its conversations and the days between them."""

from datetime import date
from typing import NamedTuple

from coachlog.views.timeline.lines import Moment, TimelineConversation


class AxisPeriod(NamedTuple):
    """From *since* until *until*, both included; None is without a bound."""

    since: date | None
    until: date | None
    today: date

    def contains(self, day: str) -> bool:
        """Whether an ISO *day* lies in the period."""
        return self.first() <= day <= self.last()

    def first(self) -> str:
        """Return the first day as ISO text; "" without one, which sorts before every day."""
        return self.since.isoformat() if self.since else ""

    def last(self) -> str:
        """Return the last day as ISO text; far in the future without one."""
        return self.until.isoformat() if self.until else "9999-12-31"

    def includes_today(self) -> bool:
        """Whether the period ends today or later, so that open and coming things belong to it."""
        return self.until is None or self.until >= self.today


class Axis:
    """The moments of a period: its conversations, and days with something outside of them."""

    def __init__(self, talks: list[TimelineConversation], period: AxisPeriod) -> None:
        self._period = period
        self._moment_of_talk: dict[int, Moment] = {}
        self._moment_of_day: dict[tuple[str, str], Moment] = {}
        """By ISO day and handle; the conversation if one was held that day."""
        for talk in talks:
            if period.contains(talk.held_on) and not _is_upcoming(talk, period.today):
                moment = _moment(talk.held_on, talk.coachee, talk)
                self._moment_of_talk[talk.number] = moment
                if talk.status == "held":
                    self._moment_of_day[talk.held_on, talk.coachee] = moment

    def moment_for(self, on: str, coachee: str, session: int | None = None) -> Moment | None:
        """Return the moment at which something of the day *on* belongs.

        That is the conversation *session*, or else one held with *coachee* that day, or else the
        day itself, which is added to the axis. None for a day outside the period.
        """
        if session in self._moment_of_talk:
            return self._moment_of_talk[session]
        if not self._period.contains(on):
            return None
        return self._moment_of_day.setdefault((on, coachee), _moment(on, coachee))

    def moments(self) -> list[Moment]:
        """Return all moments, oldest first; of a day the conversations before the day itself."""
        # A conversation that was held is in both, as the same object.
        moments = (*self._moment_of_talk.values(), *self._moment_of_day.values())
        distinct = {id(moment): moment for moment in moments}
        return sorted(distinct.values(), key=_sort_key)


def _is_upcoming(talk: TimelineConversation, today: date) -> bool:
    """Whether *talk* is shown among the appointments instead: planned or cancelled, and to come."""
    if talk.status == "planned":
        return talk.held_on >= today.isoformat()
    return talk.status == "cancelled" and talk.held_on > today.isoformat()


def _moment(on: str, coachee: str, talk: TimelineConversation | None = None) -> Moment:
    return Moment(on, coachee, talk, *([] for _number in range(8)))


def _sort_key(moment: Moment) -> tuple[str, str]:
    # "~" sorts after every instant: the day itself comes after its conversations.
    starts_at = moment.conversation.starts_at if moment.conversation else "~"
    return moment.on, starts_at
