"""When the first talks with a newcomer are proposed: on working days after the first one."""

from datetime import date, datetime, timedelta

from coachlog.base.clock import zone
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.kit import FirstTalk
from coachlog.journal.onboarding.working_days import working_day_from
from coachlog.journal.session.moments import USUAL_HOUR


def proposed(
    first_day: date, now: datetime, zone_name: str
) -> list[tuple[FirstTalk, datetime | None]]:
    """Return each of the first talks with its moment; None for one whose moment has passed."""
    return [(talk, _moment(talk, first_day, now, zone_name)) for talk in kit.talks()]


def _moment(talk: FirstTalk, first_day: date, now: datetime, zone_name: str) -> datetime | None:
    day = working_day_from(first_day + timedelta(days=talk.after_days))
    moment = datetime.combine(day, USUAL_HOUR, zone(zone_name))
    return moment if moment > now else None
