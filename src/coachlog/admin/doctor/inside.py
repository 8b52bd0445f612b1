"""Checks of what is in the journal: damage, references, schema, tallies, full-text index."""

from collections import Counter
from functools import partial
from itertools import islice

from coachlog.admin.doctor.case import Case
from coachlog.admin.doctor.finding import ERROR, NOTICE, WARNING, Trouble, no_trouble
from coachlog.base.texts import N_, _, count_text
from coachlog.store import checkup
from coachlog.store.connection import Reader
from coachlog.store.expected import SCHEMA
from coachlog.store.faults import STORE_GONE, STORE_NEWER, WAY_BACK
from coachlog.store.journals import was_used
from coachlog.terminal.context import hint

_MOST_NAMED = 5
_MADE_ANEW = N_("Made anew from the records.")


def journal(case: Case) -> list[Trouble]:
    """Whether the journal is there and can be read."""
    store = case.run.store
    error = case.error
    if error is not None:
        return [Trouble(ERROR, error.cause_text(), _with_program(error.remedy_text()))]
    if case.copy is not None:
        return no_trouble(_("The journal {path} can be read.").format(path=store))
    is_expected = not case.run.thrown_away and (case.run.is_store_chosen or was_used(store))
    if is_expected:
        cause, remedy = (_(text).format(path=store) for text in STORE_GONE)
        return [Trouble(ERROR, cause, _with_program(remedy))]
    text = _("There is no journal at {path} yet: it is made when you save something.")
    return [Trouble(NOTICE, text.format(path=store))]


def integrity(case: Case) -> list[Trouble]:
    """Whether SQLite finds every page, cell and value of the file sound."""
    if not case.problems:
        return []
    first = "; ".join(" ".join(text.split()) for text in case.problems[:_MOST_NAMED])
    text = count_text(
        "The journal is damaged in {n} place: {first}.",
        "The journal is damaged in {n} places: {first}.",
        len(case.problems),
        first=first,
    )
    return [Trouble(ERROR, text, _way_back())]


def references(_case: Case, copy: Reader) -> list[Trouble]:
    """Whether each record that another one refers to is there."""
    broken = Counter(checkup.broken_references(copy))
    if not broken:
        return []
    pairs = ", ".join(f"{table} → {missing}" for table, missing in list(broken)[:_MOST_NAMED])
    count = broken.total()
    text = count_text(
        "{n} record refers to one that is not there ({pairs}).",
        "{n} records refer to others that are not there ({pairs}).",
        count,
        pairs=pairs,
    )
    return [Trouble(ERROR, text, _way_back())]


def records(_case: Case, copy: Reader) -> list[Trouble]:
    """Whether each text, day and draft can be read."""
    fields = list(islice(checkup.unreadable_fields(copy), checkup.MOST_PROBLEMS))
    if not fields:
        return []
    where = ", ".join(sorted({f"{field.noun}.{field.column}" for field in fields})[:_MOST_NAMED])
    text = count_text(
        "{n} record has a text or a day that cannot be read ({where}).",
        "{n} records have a text or a day that cannot be read ({where}).",
        len(fields),
        where=where,
    )
    return [Trouble(ERROR, text, _way_back())]


def schema(case: Case, copy: Reader) -> list[Trouble]:
    """Whether the journal is of this version, with all its tables, views and triggers."""
    version = checkup.schema_version(copy)
    if version > SCHEMA:
        cause, remedy = map(_, STORE_NEWER)
        text = cause.format(path=copy.path, found=version, known=SCHEMA)
        return [Trouble(ERROR, text, remedy)]
    if not case.is_current:
        text = _("The journal is of an earlier coachlog: the next command brings it up to date.")
        return [Trouble(NOTICE, text, _with_program(_("For example: coachlog today")))]
    return _schema_troubles(checkup.differing_objects(copy), copy)


def tallies(_case: Case, copy: Reader) -> list[Trouble]:
    """Whether the counts that lists show are those of the records."""
    if not (differing := checkup.differing_tallies(copy)):
        return []
    text = _("Counts that lists show are not those of the records ({names}).")
    return [_derived_trouble(WARNING, text.format(names=", ".join(differing)), copy)]


def index(_case: Case, copy: Reader) -> list[Trouble]:
    """Whether search finds all words of the records, and no others."""
    if not checkup.is_index_wrong(copy):
        return []
    text = _("The full-text index is not as the records are: search may miss something.")
    return [_derived_trouble(WARNING, text, copy)]


def _schema_troubles(differences: checkup.SchemaDifferences, copy: Reader) -> list[Trouble]:
    """Return a trouble for each way in which the schema of an up-to-date journal differs."""
    found = []
    if differences.lost_tables:
        text = _("Tables of the journal are missing or were altered by another program ({names}).")
        found.append(
            Trouble(ERROR, text.format(names=_name_list(differences.lost_tables)), _way_back())
        )
    if differences.lost:
        text = _("Views, triggers or indexes of the journal are missing or altered ({names}).")
        found.append(
            _derived_trouble(WARNING, text.format(names=_name_list(differences.lost)), copy)
        )
    if differences.added:
        text = _("Another program added something to the journal, which is left alone ({names}).")
        found.append(Trouble(NOTICE, text.format(names=_name_list(differences.added))))
    return found


def _name_list(names: list[str]) -> str:
    ellipsis = " …" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + ellipsis


def _derived_trouble(level: str, message: str, copy: Reader) -> Trouble:
    """Return the trouble with what is derived from the records: `--fix` makes it again."""
    remedy = _with_program(_("To make it anew from the records: coachlog doctor --fix"))
    mend = partial(checkup.rebuild_derived, copy.path)
    return Trouble(level, message, remedy, mend, _(_MADE_ANEW))


def _way_back() -> str:
    return _with_program(_(WAY_BACK))


def _with_program(remedy: str) -> str:
    """Return a remedy with its commands as the person has to type them."""
    return remedy.replace(": coachlog ", f": {hint('')}")
