"""Reads a dossier: everything about a person, who was given what, and what is withheld."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.safe import visible_line
from coachlog.base.texts import N_
from coachlog.journal.coachee.handles import drafts_of
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.coachee.queries import CoacheeLine
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.release.queries import RELEASES, ReleaseLine
from coachlog.journal.request.queries import RequestLine, open_requests
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryLine
from coachlog.report.dossier.mentions import MentionElsewhere, plain_key, read_mentions
from coachlog.report.dossier.names import NamesOfOthers, named_elsewhere, own_names
from coachlog.report.dossier.records import DossierField, DossierRecord, read_records
from coachlog.settings import Settings

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

EMPLOYER, ME = "employer", "me"
"""Who answers for the notes: the controller."""

EMPLOYERS_KINDS = ("manager", "onboarding", "mentoring")
"""Kinds of trajectory for whose notes the employer is assumed to be responsible."""


class DossierGroup(NamedTuple):
    """A record with its parts; *others* are the names of others in it, to be looked at first."""

    records: Sequence[DossierRecord]
    others: Sequence[str]

    @property
    def key(self) -> str:
        """What to type to mean it, such as `session:12`."""
        return self.records[0].key

    @property
    def keys(self) -> list[str]:
        """What to type to mean it or one of its texts, such as `session:12:option.2.text`.

        The person is never meant as a whole.
        """
        whole = [self.key] if self.key not in ("", "coachee") else []
        texts = [self._text_key(record, each) for record in self.records for each in record.fields]
        return [*whole, *texts] if self.key else []

    def without(self, keys: Collection[str]) -> "DossierGroup":
        """Return it with the texts of *keys* marked as withheld and emptied."""
        records = [
            record._replace(
                fields=[
                    each._replace(value=None, number=None, withheld=True)
                    if self._text_key(record, each) in keys
                    else each
                    for each in record.fields
                ]
            )
            for record in self.records
        ]
        return self._replace(records=records)

    def _text_key(self, record: DossierRecord, each: DossierField) -> str:
        part = "" if record.id == self.records[0].id else f"{record.table.name}.{record.place}."
        return f"{self.key}:{part}{each.field.key}"


class UnfinishedTalk(NamedTuple):
    """A conversation that was begun and not finished: its day, and the answers by question."""

    on: str
    dropped: bool
    answers: Mapping[str, str]


class Dossier(NamedTuple):
    """Everything about a *person*, and what a page of the right of access says beside it.

    *elsewhere* are records about others that have the person's name, *mentions* the texts of those
    that are given too, *withheld* the keys of records that are left out. *controller* is EMPLOYER
    or ME; *assumed* where nobody chose it.
    """

    person: CoacheeLine
    coach: str
    groups: Sequence[DossierGroup]
    unfinished: Sequence[UnfinishedTalk]
    releases: Sequence[ReleaseLine]
    charters: Sequence[TrajectoryLine]
    requests: Sequence[RequestLine]
    elsewhere: Sequence[str]
    mentions: Sequence[MentionElsewhere]
    withheld: Sequence[str]
    controller: str
    assumed: bool
    log_days: int
    made_on: str

    def without(self, keys: Sequence[str]) -> "Dossier":
        """Return it without what *keys* name, such as `session 12` or `coachee context`.

        Raises NotFoundError for what it does not have. The person is never left out as a whole.
        """
        known = {plain_key(key): key for group in self.groups for key in group.keys}
        wanted = []
        for typed in keys:
            if plain_key(typed) not in known:
                raise NotFoundError(
                    N_("The dossier has no “{key}”."),
                    N_('For example --leave-out "session 12"; those that name others: {known}.'),
                    key=visible_line(typed)[:40],
                    known=", ".join(group.key for group in self.groups if group.others) or "–",
                )
            wanted.append(known[plain_key(typed)])
        withheld = sorted({*self.withheld, *wanted})
        groups = [group.without(withheld) for group in self.groups]
        return self._replace(withheld=withheld, groups=groups)


def read(
    reader: "Reader",
    person: Person,
    settings: Settings,
    log_days: int,
    today: str,
    also: Sequence[str] = (),
) -> Dossier:
    """Return everything about a person; nothing is left out yet.

    Of the records *also*, which are about others, it has the texts with the name of the person.
    """
    names = NamesOfOthers(reader, person, settings.name)
    groups = [
        DossierGroup(records, names.found_in(records))
        for records in _grouped(read_records(reader, person.id))
    ]
    known_ids = {record.id for group in groups for record in group.records}
    handle = {"coachee": person.handle}
    controller, assumed = _controller(reader, person, settings)
    elsewhere = named_elsewhere(reader, person, known_ids)
    return Dossier(
        person=coachee_line(reader, person.handle),
        coach=settings.name or "",
        groups=groups,
        unfinished=list(_unfinished(reader, drafts_of(reader, person))),
        releases=RELEASES.all(
            reader, "where coachee = :coachee order by released_on, number", **handle
        ),
        charters=TRAJECTORIES.all(reader, _SIGNED, **handle),
        requests=open_requests(reader, person.handle),
        elsewhere=elsewhere,
        mentions=read_mentions(reader, own_names(reader, person), elsewhere, also),
        withheld=(),
        controller=controller,
        assumed=assumed,
        log_days=log_days,
        made_on=today,
    )


_SIGNED = (
    "where coachee = :coachee and charter_signed_on is not null and sponsor is not null"
    " order by charter_signed_on"
)


def _grouped(records: Sequence[DossierRecord]) -> Iterator[list[DossierRecord]]:
    """Yield each record together with the parts that follow it."""
    group: list[DossierRecord] = []
    for record in records:
        if group and not any(record.owner == each.id for each in group):
            yield group
            group = []
        group.append(record)
    if group:
        yield group


def _controller(reader: "Reader", person: Person, settings: Settings) -> tuple[str, bool]:
    """Return who answers for the notes, and whether that is only assumed."""
    if settings.controller:
        return settings.controller, False
    sql = "select {} from trajectory where coachee_id = :id order by starts_on desc limit 1"
    kind = reader.value(sql.format("kind"), id=person.id)
    setting = reader.value(sql.format("setting"), id=person.id)
    is_own = setting == "external" or (kind not in EMPLOYERS_KINDS and kind == "career")
    return (ME if is_own else EMPLOYER), True


class _Draft(NamedTuple):
    started_at: str
    dropped_at: str | None
    state: str


def _unfinished(reader: "Reader", draft_ids: Sequence[str]) -> Iterator[UnfinishedTalk]:
    """Yield the unfinished conversations with their answers."""
    sql = (
        "select started_at, dropped_at, state from draft"
        " where id in (select value from json_each(:ids)) order by started_at"
    )
    for draft in reader.rows(_Draft, sql, ids=json.dumps(draft_ids)):
        state = json.loads(draft.state)
        interview = state.get("interview", {})
        parts = {**state.get("head", {}), **interview.get("given", {})}
        parts |= {**state.get("halves", {}), **state.get("parts", {})}
        answers = {key: "\n".join(_texts(value)) for key, value in parts.items()}
        on = str(state.get("head", {}).get("date") or draft.started_at)[:10]
        filled = {key: text for key, text in answers.items() if text}
        yield UnfinishedTalk(on, draft.dropped_at is not None, filled)


def _texts(value: object) -> Iterator[str]:
    """Yield all texts and figures within an answer, whatever its form."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)
    elif value not in (None, "") and not isinstance(value, bool):
        yield str(value)
