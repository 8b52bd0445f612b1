"""A journal of any number of conversations, made by SQL within a second or two.

The years grow, not the days: however many conversations there are, the probe person has the same
fifty in the last year, and the last weeks of all others are the same too.
"""

from contextlib import closing
from pathlib import Path

from coachlog.store import derived
from coachlog.store.connection import open_writer

PROBE = "amina"
NOW = "2026-11-24T09:00:00Z"

_PROBE_TALKS = 50
_TALKS = """
create temp table talk as
with recursive seven(n) as (select 1 union all select n + 1 from seven where n < :sessions)
select n, n % 39 + 2 as person, julianday('2026-11-24T08:00') - (n + 3) / 3.0 as at
  from seven where n > :probe
union all
select n, 1, julianday('2026-11-24T10:00') - n * 7 from seven where n <= :probe
"""
_IN_ORDER = """
create temp table held as
select *, 't' || person || '-' || (nth / 50) as trajectory,
  'g' || person || '-' || (nth / 10) as goal
from (select row_number() over (order by at) as number, person, date(at) as day,
  strftime('%Y-%m-%dT%H:%M:00.000Z', at) as starts_at, date(at) >= '2026-11-12' as late,
  row_number() over (partition by person order by at) as nth,
  row_number() over (partition by person order by at desc) as ago
from talk)
"""
_PERSON = "'c' || h.person"
_FILL = (
    """
insert into coachee (id, handle, name, name_sort, role, archived_at, created_at)
select 'c' || h.person, case h.person when 1 then 'amina' else 'anna-' || h.person end,
  case h.person when 1 then 'Amina' else 'Anna ' || h.person end,
  case h.person when 1 then 'amina' else 'anna ' || h.person end, 'Teamlead',
  case when h.person % 13 = 4 then '2026-11-01T10:00:00.000Z' end, '1990-01-01T10:00:00.000Z'
from (select distinct person from held) h
""",
    f"""
insert into trajectory (id, number, coachee_id, kind, purpose, starts_on, status, rhythm_days,
  created_at)
select h.trajectory, row_number() over (order by h.number), {_PERSON},
  'coaching', 'To lead with calm', h.day, iif(h.ago <= 50, 'active', 'closed'), 30, h.starts_at
from held h where h.nth % 50 = 0 or h.nth = 1
""",
    f"""
insert into session (id, number, coachee_id, trajectory_id, status, starts_at, time_zone, held_on,
  minutes, form, method, method_version, topic, better, reality_now, reality_score, summary,
  private_note, next_at, created_at)
select 's' || h.number, h.number, {_PERSON}, h.trajectory,
  case when h.number % 17 = 5 then 'missed' else 'held' end, h.starts_at, 'Europe/Brussels',
  h.day, 60, 'video', 'grow', 1, 'Leading the meeting of the team', 'Two points less',
  'The meeting runs over, and Koen speaks most', 4, 'We agreed to begin with the agenda',
  'Looked tired', case h.ago when 1 then '2026-12-05T10:00:00.000Z' end, h.starts_at
from held h
""",
    f"""
insert into goal (id, number, coachee_id, trajectory_id, session_id, statement, baseline, target,
  set_on, status, closed_on, created_at)
select h.goal, row_number() over (order by h.number), {_PERSON},
  h.trajectory, 's' || h.number, 'I lead the meeting myself', 3, 8, h.day,
  iif(h.ago <= 10, 'active', 'achieved'), iif(h.ago <= 10, null, date(h.day, '+60 days')),
  h.starts_at
from held h where h.nth % 10 = 0 or h.nth = 1
""",
    """
insert into goal_score (id, goal_id, session_id, scored_on, score, created_at)
select 'x' || h.number, h.goal, 's' || h.number, h.day,
  h.nth % 10, h.starts_at
from held h
""",
    f"""
insert into action (id, number, coachee_id, session_id, goal_id, what, due_on, confidence, status,
  outcome, agreed_on, closed_on, created_at)
select 'a' || h.number || '-' || k.k, h.number * 2 + k.k - 2, {_PERSON}, 's' || h.number,
  h.goal, 'Ask Koen for five minutes', date(h.day, '+7 days'), 7,
  case when h.late then 'open' when h.number % 40 = 7 then 'dropped' else 'done' end,
  iif(h.late, null, 'He was glad'), h.day, iif(h.late, null, date(h.day, '+5 days')), h.starts_at
from held h, (select 1 as k union all select 2) k
""",
    """
insert into option (id, session_id, place, text, origin, chosen)
select 'o' || h.number || '-' || k.k, 's' || h.number, k.k, 'Begin with a round', 'coachee', k.k = 1
from held h, (select 1 as k union all select 2 union all select 3) k
""",
    """
insert into answer (id, session_id, place, stage, question, asked, text, layer)
select 'w' || h.number || '-' || k.k, 's' || h.number, k.k, 'goal', 'why', 'Why now?',
  'It costs an evening a week', iif(k.k = 1, 'shared', 'private')
from held h, (select 1 as k union all select 2) k
""",
    f"""
insert into topic (id, number, coachee_id, session_id, taken_up_id, text, status, parked_on,
  closed_on, created_at)
select 'p' || h.number, row_number() over (order by h.number), {_PERSON}, 's' || h.number,
  iif(h.late, null, 's' || h.number), 'Holidays', iif(h.late, 'parked', 'taken_up'), h.day,
  iif(h.late, null, h.day), h.starts_at
from held h where h.number % 5 = 0 or h.late
""",
    f"""
insert into talent (id, number, coachee_id, strength, created_at)
select 'n' || h.person, h.person, {_PERSON}, 'Listens', h.starts_at from held h where h.nth = 1
""",
    """
insert into operation (id, device_id, stamp, command, schema, origin)
select 'z' || h.number, 'device', replace(h.starts_at, ':00.000Z', printf(':00.%03dZ',
  h.number % 1000)), 'session new', 2, 'coachlog'
from held h
""",
    """
insert into change (operation, noun, record_id, verb, new)
select 'z' || h.number, 'session', 's' || h.number, 'insert', json_object('id', 's' || h.number)
from held h
""",
    """
insert into counter (noun, last)
select 'session', max(number) from session union all select 'action', max(number) from action
union all select 'goal', max(number) from goal union all select 'topic', max(number) from topic
union all select 'trajectory', max(number) from trajectory union all select 'talent', 40
""",
)


def make(path: Path, sessions: int, *, searched: bool = True) -> None:
    """Make a journal of so many conversations at *path*; without *searched*, no word is indexed."""
    with closing(open_writer(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        derived.drop(connection)
        connection.execute(_TALKS, {"sessions": sessions, "probe": _PROBE_TALKS})
        connection.execute(_IN_ORDER)
        for statement in _FILL:
            connection.execute(statement)
        derived.make(connection)
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
