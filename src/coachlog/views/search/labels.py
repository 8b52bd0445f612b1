"""What each field that can be found is called, for people."""

from coachlog.base.texts import _
from coachlog.schema.tables import TABLES
from coachlog.views.search.hits import Hit

FIELDS = {
    name: {each.name: each.found_as or each.label for each in table.fields if each.is_searched}
    for name, table in TABLES.items()
    if any(each.is_searched for each in table.fields)
}
"""By table and column. Labels of more than 26 characters would stand on a line of their own."""

_ALONE = ("statement", "what", "text", "strength", "purpose", "fact")
"""Fields that are what the record is: its name and number say enough."""


def record(hit: Hit) -> str:
    """The name of a numbered record."""
    return _(TABLES[hit.line.noun].naming.found_as).format(n=hit.line.number)


def label(hit: Hit) -> str:
    """The label of a hit: the question, or which record and which field of it."""
    line = hit.line
    if line.noun == "release":
        return " · ".join(
            (record(hit), *_beside(line.noun, line.field), _("for {whom}").format(whom=hit.about))
        )
    if hit.about:
        return hit.about
    field = _(FIELDS[line.noun][line.field])
    if not TABLES[line.noun].naming.found_as or hit.name is None:
        return field  # what is of nobody has its name in the heading
    return " · ".join((record(hit), *_beside(line.noun, line.field)))


def _beside(noun: str, field: str) -> tuple[str, ...]:
    """The name of a field beside that of its record, where it is not what the record is."""
    return () if field in _ALONE else (_(FIELDS[noun][field]),)
