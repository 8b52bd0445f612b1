"""The talks that are only counted once a person was erased: day, minutes, role, and no more."""
# ruff: noqa: S608 - put together from our own SQL, never from values

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coachlog.store.connection import Reader, Writer
from coachlog.store.erasing.order import fingerprint
from coachlog.store.nameless_talks import APPRAISES, is_with_three

_HELD = (
    "select s.id, s.coachee_id, s.held_on, t.kind, s.minutes, s.people, s.paid, s.activity, s.form,"
    f" s.method, {APPRAISES},"
    " coalesce(t.policy, 0), coalesce(t.letter, 0), t.as_mentoring is not null"
    " from session s join trajectory t on t.id = s.trajectory_id"
    " where s.status = 'held' and s.id in (select value from json_each(:ids)) order by s.id"
)
_INSERT = (
    "insert into nameless_talk(id, person, held_on, kind, minutes, people, paid, activity, form,"
    " with_three, appraises, policy, letter, as_mentoring) values (:id, :person, :held_on, :kind,"
    " :minutes, :people, :paid, :activity, :form, :with_three, :appraises, :policy, :letter,"
    " :as_mentoring) on conflict (id) do nothing"
)


class _HeldTalk(NamedTuple):
    id: str
    person: str
    held_on: str
    kind: str
    minutes: int | None
    people: int | None
    paid: str | None
    activity: str | None
    form: str | None
    method: str | None
    appraises: int
    policy: int
    letter: int
    as_mentoring: int


def write_talks(writer: Writer, order_id: str, removed: Mapping[str, Sequence[str]]) -> int:
    """Write a line for each conversation that was held and is about to go; return how many.

    The ids come from the erasure, so that the lines of a backup are the same ones.
    """
    talks = held_talks(writer, removed.get("session", ()))
    for talk in talks:
        values = talk._asdict()
        with_three = is_with_three(values.pop("method"))
        values["id"] = fingerprint(f"{order_id} {talk.id}")
        values["person"] = fingerprint(f"{order_id} {talk.person}")
        writer.execute(_INSERT, **values, with_three=int(with_three))
    return len(talks)


def held_talks(reader: Reader, session_ids: Sequence[str]) -> list[_HeldTalk]:
    """Return those of these conversations that were held."""
    return list(reader.rows(_HeldTalk, _HELD, ids=json.dumps(list(session_ids))))
