"""Which backups may go: by their own days and numbers, whatever the clock says."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coachlog.store.backup_names import (
    DAMAGED,
    DAY,
    DAYS,
    KEPT,
    KINDS,
    LATEST_DAMAGED,
    LATEST_KEPT,
    LATEST_REASONS,
    MONTHS,
    WEEKS,
    Backup,
    expired,
    parse,
)

FIRST = date(2024, 1, 1)
days = st.dates(date(1970, 1, 1), date(2999, 12, 31))
kinds = st.sampled_from(list(KINDS))


def named(number: int, day: date, kind: str = DAY) -> Backup:
    return Backup(number, day.isoformat(), "0915", kind, f"{number:012x}")


backups = st.lists(st.tuples(days, kinds), max_size=60).map(
    lambda pairs: [named(number, *pair) for number, pair in enumerate(pairs, 1)]
)


def settled(made: list[Backup]) -> list[Backup]:
    """What is left where each was made in turn, and what may go went at once."""
    left: list[Backup] = []
    for backup in made:
        left.append(backup)
        gone = set(expired(left))
        left = [each for each in left if each not in gone]
    return left


@given(backups)
def test_a_name_tells_all_of_a_backup(made):
    assert [parse(backup.name) for backup in made] == made


@given(backups)
def test_the_newest_of_each_kind_and_the_latest_put_aside_never_go(made):
    gone = expired(made)

    put_aside = [backup for backup in made if backup.kind == KEPT]
    assert [backup for backup in put_aside if backup not in gone] == put_aside[-LATEST_KEPT:]
    for kind in KINDS:
        of_kind = [backup for backup in made if backup.kind == kind]
        assert not of_kind or of_kind[-1] not in gone
    assert expired([backup for backup in made if backup not in gone]) == []


@given(backups)
def test_whatever_is_made_the_folder_does_not_grow_for_ever(made):
    most = 2 * (DAYS + WEEKS + MONTHS) + LATEST_REASONS + LATEST_DAMAGED + LATEST_KEPT

    assert len(settled(made * 3)) <= most


@given(st.integers(1, 900))
def test_a_day_a_week_and_a_month_each_keep_their_newest(count):
    made = [named(n + 1, FIRST + timedelta(days=n)) for n in range(count)]

    left = settled(made)

    assert left[-min(count, DAYS) :] == made[-DAYS:]
    assert len(left) <= DAYS + WEEKS + MONTHS
    months = {backup.day[:7] for backup in made[-300:]}
    assert months <= {backup.day[:7] for backup in left}


@given(st.integers(1, 500), days, kinds)
def test_a_clock_that_jumps_costs_no_more_than_its_own_places(count, day, kind):
    left = settled([named(n + 1, FIRST + timedelta(days=n)) for n in range(count)])
    jumped = named(count + 1, day, kind)

    after = settled([*left, jumped])

    assert jumped in after
    assert len(set(left) - set(after)) <= 3


def test_the_ten_latest_that_were_made_for_a_reason_stay_and_three_damaged_ones():
    reasons = [named(n, FIRST, "merge") for n in range(1, 14)]
    damaged = [named(n, FIRST, DAMAGED) for n in range(21, 26)]

    assert expired(reasons + damaged) == [*reversed(damaged[:2]), *reversed(reasons[:3])]
