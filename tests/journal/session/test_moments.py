"""From what was typed to the instants of a conversation."""

from datetime import UTC, datetime

import pytest

from coachlog.base.clock import instant
from coachlog.base.errors import RefusedError
from coachlog.dates.parse import DateNotUnderstoodError
from coachlog.journal.session.moments import parse, session_moments

NOW = datetime(2026, 11, 24, 9, 0, 31, 5000, UTC)
ZONE = "Europe/Brussels"


def at(text, **more):
    return instant(parse(text, NOW, ZONE, **({"past": True} | more)))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-02T14:00", "2026-11-02T13:00:00.000Z"),
        ("2026-11-02", "2026-11-02T08:00:00.000Z"),
        ("2026-11-02T14:00:31.500-05:00", "2026-11-02T19:00:31.500Z"),
        ("1900-01-02T00:00+00:17:30", "1900-01-01T23:42:30.000Z"),
        ("maandag 14u", "2026-11-23T13:00:00.000Z"),
    ],
)
def test_a_moment(text, moment):
    assert at(text) == moment


@pytest.mark.parametrize("text", ["1899-12-31T00:00Z", "2201-01-01T00:00Z", "14:00", "x", "2026"])
def test_no_moment(text):
    with pytest.raises(DateNotUnderstoodError):
        at(text)


def test_what_lies_ahead_is_meant_for_the_next_appointment():
    assert at("maandag 14u", past=False) == "2026-11-30T13:00:00.000Z"


def test_without_a_date_it_begins_in_this_minute():
    moments = session_moments(None, None, ZONE, NOW, held=True)

    assert instant(moments.starts_at) == "2026-11-24T09:00:00.000Z"
    assert moments.next_at is None


def test_the_next_appointment_is_counted_from_the_conversation():
    moments = session_moments("2026-09-14T14:00", "maandag 9u", ZONE, NOW, held=True)

    assert instant(moments.next_at) == "2026-09-21T07:00:00.000Z"


@pytest.mark.parametrize("date", ["2026-11-26", "2027-01-01T10:00"])
def test_what_was_held_does_not_lie_ahead(date):
    with pytest.raises(RefusedError, match="A conversation that was held cannot be in the future"):
        session_moments(date, None, ZONE, NOW, held=True)
    assert session_moments(date, None, ZONE, NOW, held=False)


@pytest.mark.parametrize("next_at", ["2026-09-14T14:00", "2026-09-13"])
def test_the_next_appointment_comes_later(next_at):
    with pytest.raises(RefusedError, match="is before this conversation"):
        session_moments("2026-09-14T14:00", next_at, ZONE, NOW, held=True)
