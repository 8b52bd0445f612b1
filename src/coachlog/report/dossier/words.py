"""The values of the journal as the person reads them: days, lengths and codes in words."""

from collections.abc import Mapping
from datetime import date

from coachlog.base.clock import local_moment
from coachlog.base.days import show_day
from coachlog.base.languages import SPOKEN
from coachlog.base.texts import _, count_text, language
from coachlog.dates.show import show_hours, show_moment
from coachlog.interview.method import put
from coachlog.interview.names import questions, title
from coachlog.journal.trajectory import fund
from coachlog.journal.workability.fields import LENSES
from coachlog.report.dossier.records import DossierField, DossierRecord
from coachlog.report.dossier.sentences import sentence
from coachlog.schema import field as schema
from coachlog.schema.vocabulary import ACTION_STATUSES, YES_NO
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
        if each.withheld:
            return sentence("withheld")
        if special := self._special(f"{record.table.name}.{field.name}", str(value)):
            return special
        if field.kind == schema.REFERENCE:
            return str(each.number) if each.number is not None else _("yes")
        if field.kind == schema.FLAG:
            return _(YES_NO[1 if value else 0])
        if field.words:
            return _(field.words.get(str(value), str(value)))
        return self._by_kind(field.kind, value)

    def _special(self, column: str, code: str) -> str:
        """Return the words of a code that come from elsewhere than `schema/`; "" for others."""
        if column == "answer.question":
            return self.question(code)
        if column == "session.method":
            return title(code, language(), own_methods())
        if column == "trajectory_theme.theme":
            return _(fund.AREAS[code]) if code in fund.AREAS else fund.load().theme_name(code)
        if column == "coachee.language":
            return SPOKEN[code].name if code in SPOKEN else code
        words = {"goal_lens.lens": LENSES, "review.status": ACTION_STATUSES}.get(column, {})
        return _(words[code]) if code in words else ""

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
            return count_text("every day", "every {n} days", value)
        return text
