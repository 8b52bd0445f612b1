"""The labels of records and fields that a search can find."""

from coachlog.base.texts import _
from coachlog.schema.tables import TABLES
from coachlog.views.search.hits import Hit

FIELDS = {
    name: {field.name: field.found_as or field.label for field in table.fields if field.is_searched}
    for name, table in TABLES.items()
    if any(field.is_searched for field in table.fields)
}
"""By table and column. Labels of more than 26 characters would stand on a line of their own."""

_MAIN_FIELDS = ("statement", "what", "text", "strength", "purpose", "fact")
"""Fields with the main text of a record: the name and number of the record say enough."""


def record(hit: Hit) -> str:
    """Return the name of the record of a hit with its number, such as `Goal 3`."""
    return _(TABLES[hit.line.noun].naming.found_as).format(n=hit.line.number)


def label(hit: Hit) -> str:
    """Return the label of a hit: the question, or the record, the field, or both."""
    line = hit.line
    if line.noun == "release":
        return f"{_record_and_field(hit)} · {_('for {whom}').format(whom=hit.about)}"
    if hit.about:
        return hit.about
    record_has_name = bool(TABLES[line.noun].naming.found_as)
    # Of a record without a person, the heading above its hits has the name already.
    if not record_has_name or hit.name is None:
        return _(FIELDS[line.noun][line.field])
    return _record_and_field(hit)


def _record_and_field(hit: Hit) -> str:
    field = hit.line.field
    if field in _MAIN_FIELDS:
        return record(hit)
    return f"{record(hit)} · {_(FIELDS[hit.line.noun][field])}"
