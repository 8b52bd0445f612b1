"""The values of the journal as the person reads them: days, lengths and codes in words."""

from collections.abc import Mapping
from datetime import date

from coachlog.base.clock import local_moment
from coachlog.base.days import show_day
from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_hours, show_moment
from coachlog.interview.method import put
from coachlog.interview.names import questions, title
from coachlog.report.dossier.records import DossierField, DossierRecord
from coachlog.schema import field as schema
from coachlog.schema.vocabulary import YES_NO
from coachlog.settings import own_methods


class ValueWords:
    """Puts values in words in the language of this run, for the person called *name*."""

    def __init__(self, name: str, zone: str) -> None:
        self._name = name
        self._zone = zone
        self._questions: Mapping[str, str] | None = None

    def of(self, record: DossierRecord, each: DossierField) -> str:
        """Return the value of a field of a record as people read it."""
        field, value = each.field, each.value
        if (record.table.name, field.name) == ("answer", "question"):
            return self.question(str(value))
        if (record.table.name, field.name) == ("session", "method"):
            return title(str(value), language(), own_methods())
        if field.kind == schema.REFERENCE:
            return str(each.number) if each.number is not None else _("yes")
        if field.kind == schema.FLAG:
            return _(YES_NO[1 if value else 0])
        if field.words:
            return _(field.words.get(str(value), str(value)))
        return self._by_kind(field.kind, value)

    def question(self, question_id: str) -> str:
        """Return the words of a question, or its id where its method is gone."""
        if self._questions is None:
            self._questions = questions(language(), own_methods())
        words = self._questions.get(question_id, question_id)
        return put(words, self._name, _("coach"))

    def _by_kind(self, kind: str, value: object) -> str:
        text = str(value)
        if kind == schema.DAY:
            return show_day(date.fromisoformat(text), language())
        if kind == schema.MOMENT:
            return show_moment(local_moment(text, self._zone), language())
        if kind in (schema.MINUTES, schema.HOURS) and isinstance(value, int):
            return show_hours(value, language())
        if kind == schema.RHYTHM and isinstance(value, int):
            return ngettext("every day", "every {n} days", value).format(n=value)
        return text
