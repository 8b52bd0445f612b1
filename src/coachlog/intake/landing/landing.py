"""Saves the records of a file: each is new, changed, as before, or a problem with its reason."""

from collections.abc import Iterable, Iterator

from coachlog.base.errors import CoachlogError, InputRefusedError
from coachlog.base.texts import N_, _
from coachlog.intake.landing import origins, services
from coachlog.intake.landing.each import land_each
from coachlog.intake.landing.people import People
from coachlog.intake.landing.summary import Summary
from coachlog.intake.record import IncomingRecord, Item, PersonReference, Problem
from coachlog.intake.request import ImportRequest
from coachlog.schema.field import PRIVATE, TEXT
from coachlog.schema.tables import TABLES
from coachlog.store.work import Work

Values = dict[str, object]
PERSON = "coachee"
SHARED_WORDS = {"session": "summary", PERSON: "context"}
"""The fields that free words go to with --shared."""
CHANGED_HERE = N_("{field} was changed here since, so it stays as it is.")
TWICE = N_("It stands in the file more than once: what came first counts.")
NOT_AGAIN = N_("{field} has become records of their own here, so it is not changed again.")
NO_PRIVATE_PLACE = N_(
    "Its free words were left out: they would be private, and this record has no private text."
)
SHARED_INSTEAD = N_("{reason} With --shared they go to: {field}")


def land(
    work: Work,
    source: str,
    request: ImportRequest,
    summary: Summary,
    items: Iterable[Item],
) -> None:
    """Put the records of one file that *source* names into the journal; *summary* counts them."""
    Landing(work, source, request, summary).land(items)


class Landing:
    """The landing of one file in a unit of work; what it does is counted in *summary*."""

    def __init__(self, work: Work, source: str, request: ImportRequest, summary: Summary) -> None:
        self._work = work
        self._source = source
        self._request = request
        self._people = People(work, request.coachee, may_add=request.new)
        self._summary = summary
        self._landed: set[str] = set()
        """The conversations that are new in this run: a day may have several."""
        self._seen: set[int] = set()

    def land(self, items: Iterable[Item]) -> None:
        """Save all *items*; one that cannot be saved becomes a problem, and changes nothing."""
        land_each(self._work, self._once_each(items), self._summary, self._land, _problem_of)
        self._summary.people.extend(person.name for person in self._people.added)
        self._summary.unknown.extend(self._people.unknown)

    def _once_each(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield *items*, with a problem in the place of a record that the file had before."""
        for item in items:
            if isinstance(item, Problem):
                yield item
            elif self._is_repeated(item):
                yield Problem(item.place, _(TWICE), item.raw)
            else:
                yield item

    def _is_repeated(self, item: IncomingRecord) -> bool:
        """Whether an earlier record of the file has the same key; of two, the first counts."""
        if item.known_only:
            return False
        mark = hash((item.noun, item.key))  # a number takes little memory
        is_again = mark in self._seen
        self._seen.add(mark)
        return is_again

    def _land(self, item: IncomingRecord) -> None:
        """Save one record: one of coachlog itself, a known one or a new one."""
        if item.own and self._land_own(item):
            return
        if item.own and (item.known_only or self._was_here(item)):
            self._summary.removed[item.noun] += 1
            return
        if item.talk and self._talk_of(item) is None:
            return  # the conversation became a problem, with all that belongs to it
        origin = origins.find(self._work, self._source, item.noun, item.key)
        if origin is None and item.known_only:
            return  # what it would change never came
        values = self._values(item)
        if origin is None:
            self._land_new(item, values)
        elif origin.digest == origins.fingerprint(values):
            self._count_known(origin)
        else:
            self._land_known(item, origin, values)

    def _land_new(self, item: IncomingRecord, values: Values) -> None:
        """Save a record that never came before, or fill in a person who is known."""
        if item.noun == PERSON:
            known = self._people.known(_as_who(item))
            if known is not None:
                self._fill_in(item, known.id, values)
                return
        elif _has_person(item.noun):
            values[PERSON] = self._person_of(item)
        landed = services.add(self._work, item.noun, values, self._request)
        if item.noun == "session":
            self._note_doubled(item, landed.id)
        if item.talk:
            self._work.update(item.noun, landed.id, {"session_id": self._talk_of(item)})
        if landed.person is not None:
            self._people.note(landed.person, _as_who(item))
            self._people.added.pop()  # counted as a new record
        values.pop(PERSON, None)
        origins.add_origin(self._work, self._source, item.key, item.noun, landed.id, values)
        self._summary.new[item.noun] += 1

    def _note_doubled(self, item: IncomingRecord, talk_id: str) -> None:
        """Note that the person has another conversation on that day, which may be the same one.

        The bounds on the moment, wider than any day, are for the index.
        """
        sql = (
            "select o.id from session n join session o on o.coachee_id = n.coachee_id"
            " and o.held_on = n.held_on and o.id <> n.id"
            " and o.starts_at between date(n.held_on, '-1 day') and date(n.held_on, '+2 days')"
            " where n.id = :id and n.status <> 'cancelled' and o.status <> 'cancelled'"
        )
        if any(other not in self._landed for (other,) in self._work.plain(sql, id=talk_id)):
            self._summary.doubled.append(item.place)
        self._landed.add(talk_id)

    def _was_here(self, item: IncomingRecord) -> bool:
        """Whether the record was in this journal once, and was removed since."""
        sql = "select 1 from change where noun = :noun and record_id = :id limit 1"
        return self._work.value(sql, noun=item.noun, id=item.own) is not None

    def _talk_of(self, item: IncomingRecord) -> str | None:
        """Return the id of the conversation that a record was agreed in; None where it is not."""
        origin = origins.find(self._work, self._source, "session", item.talk)
        talk_id = origin.record_id if origin else item.talk
        return talk_id if origins.row_of(self._work, "session", talk_id) else None

    def _person_of(self, item: IncomingRecord) -> str:
        """Return the short name of the person that a record belongs to: that of its talk first."""
        sql = (
            "select handle from coachee where id = (select coachee_id from session where id = :id)"
        )
        handle = self._work.value(sql, id=self._talk_of(item)) if item.talk else None
        return str(handle) if handle else self._people.of(item.who).handle

    def _count_known(self, origin: origins.Origin) -> None:
        is_there = origins.row_of(self._work, origin.noun, origin.record_id) is not None
        (self._summary.same if is_there else self._summary.removed)[origin.noun] += 1

    def _land_known(self, item: IncomingRecord, origin: origins.Origin, values: Values) -> None:
        """Change what came otherwise than before, unless the coach changed it meanwhile."""
        row = origins.row_of(self._work, origin.noun, origin.record_id)
        if row is None:
            self._summary.removed[origin.noun] += 1
            return
        changes: Values = {}
        known = () if item.known_only else origin.fields.keys()
        for key in values.keys() | set(known):
            before = origin.fields.get(key)
            if before is not None and before.came == origins.fingerprint_of(values.get(key)):
                continue
            column = origins.column_of(origin.noun, key)
            if column is None:
                self._add_problem(item, NOT_AGAIN, key)
            elif _was_changed_here(before, row[column], values.get(key)):
                self._add_problem(item, CHANGED_HERE, key)
            else:
                changes[key] = values.get(key)
        if changes:
            services.change(self._work, origin.noun, origin.record_id, changes, self._request)
        origins.update_origin(self._work, origin, values, keep=item.known_only)
        (self._summary.changed if changes else self._summary.same)[origin.noun] += 1

    def _land_own(self, item: IncomingRecord) -> bool:
        """Change a record that coachlog itself wrote to the file; False where it is not here."""
        row = origins.row_of(self._work, item.noun, item.own)
        if row is None:
            return False
        values = item.values if item.own_values is None else item.own_values
        changes = {
            key: value
            for key, value in values.items()
            if (column := origins.column_of(item.noun, key)) and not _is_same(row[column], value)
        }
        last_change = self._work.value(
            "select max(o.stamp) from change c join operation o on o.id = c.operation"
            " where c.noun = :noun and c.record_id = :id",
            noun=item.noun,
            id=item.own,
        )
        is_older = bool(item.as_of and last_change and str(last_change) > item.as_of)
        if changes and is_older:
            self._add_problem(item, CHANGED_HERE, *changes)
        elif changes:
            services.change(self._work, item.noun, item.own, changes, self._request)
            self._summary.changed[item.noun] += 1
            return True
        self._summary.same[item.noun] += 1
        return True

    def _fill_in(self, item: IncomingRecord, record_id: str, values: Values) -> None:
        """Give a person who was here already what is not known of them; nothing is replaced."""
        row = origins.row_of(self._work, item.noun, record_id) or {}
        missing: Values = {}
        for key, value in values.items():
            column = origins.column_of(item.noun, key)
            if column is None or value in (None, "") or key in ("name", "handle"):
                continue
            if row[column] is None:
                missing[key] = value
            elif not _is_same(row[column], value):
                self._add_problem(item, N_("{field} is different here, and stays as it is."), key)
        if missing:
            services.change(self._work, item.noun, record_id, missing, self._request)
        origins.add_origin(self._work, self._source, item.key, item.noun, record_id, values)
        (self._summary.changed if missing else self._summary.same)[item.noun] += 1

    def _values(self, item: IncomingRecord) -> Values:
        """Return the values of a record with its free words in the layer where they belong."""
        values: Values = {key: value for key, value in item.values.items() if value is not None}
        if not item.words:
            return values
        field = words_field(item.noun, shared=self._request.shared)
        if field is None:
            usual = words_field(item.noun, shared=True)
            reason = _(NO_PRIVATE_PLACE)
            if usual:
                label = _(TABLES[item.noun].labels[usual])
                reason = _(SHARED_INSTEAD).format(reason=reason, field=label)
            self._summary.problems.append(Problem(item.place, reason))
            return values
        present = values.get(field)
        values[field] = f"{present}\n\n{item.words}" if present else item.words
        return values

    def _add_problem(self, item: IncomingRecord, reason: str, *keys: str) -> None:
        labels = [_(TABLES[item.noun].labels.get(key, key)) for key in keys]
        text = _(reason).format(field=", ".join(labels))
        self._summary.problems.append(Problem(item.place, text))


def words_field(noun: str, *, shared: bool) -> str | None:
    """Return the key of the field of *noun* that takes free words; None where there is none."""
    if shared:
        return SHARED_WORDS.get(noun)
    texts = (field for field in TABLES[noun].fields if field.kind == TEXT and field.entry)
    return next((field.key for field in texts if field.layer == PRIVATE), None)


def _was_changed_here(before: origins.Fields | None, stored: object, value: object) -> bool:
    """Whether the coach gave a field another value than the one that came before."""
    if before is None:
        return stored is not None and not _is_same(stored, value)
    return before.landed != origins.fingerprint_of(stored)


def _has_person(noun: str) -> bool:
    return any(field.of == PERSON and field.entry for field in TABLES[noun].fields)


def _as_who(item: IncomingRecord) -> PersonReference:
    """Return how a file names a person whose record it holds."""
    if item.who:
        return item.who[0]
    reach = item.values.get("reach")
    return PersonReference(str(item.values.get("name", "")), (str(reach),) if reach else ())


def _is_same(stored: object, value: object) -> bool:
    """Whether a *value* as a file has it is what the store has."""
    return stored == value or str(stored) == str(value)


def _problem_of(item: IncomingRecord, error: CoachlogError) -> Problem:
    is_about_field = isinstance(error, InputRefusedError)  # its remedy is about what is typed
    texts = (error.cause_text(), "" if is_about_field else error.remedy_text())
    return Problem(item.place, " ".join(filter(None, texts)), item.raw)
