"""Notes the mistakes of a method that only show where all its questions are known."""

from coachlog.base.texts import _
from coachlog.interview.file_table import FileTable
from coachlog.interview.fills import DISCREET_FIELDS, LAST_ANSWER_COUNTS, LIST_FIELDS
from coachlog.interview.method import Method
from coachlog.interview.mistakes import FilePosition


def note_indiscreet(top: FileTable, method: Method) -> None:
    """Note each field that a discreet method fills, but that stands on pages of its own."""
    for stage_index, stage in enumerate(method.stages):
        for question_index, question in enumerate(stage.questions):
            if question.fills in (None, *DISCREET_FIELDS):
                continue
            position = FilePosition(stage_index, question_index)
            place = _("question {id}").format(id=question.id)
            problem = _("{field} is shown elsewhere, and this method is discreet")
            remedy = _("Leave out fills: the answer is then saved beside its question.")
            message = problem.format(field=question.fills)
            top.mistakes.add(position, "fills", place, message, remedy)


def note_duplicates(top: FileTable, method: Method) -> None:
    """Note an id or a field that occurs twice: one of the two would be lost."""
    stage_ids: set[str] = set()
    question_ids: set[str] = set()
    filled_by: dict[str, str] = {}
    for stage_index, stage in enumerate(method.stages):
        _note_duplicate(top, stage_ids, stage.id, _("the stages"), FilePosition(stage_index))
        for question_index, question in enumerate(stage.questions):
            position = FilePosition(stage_index, question_index)
            _note_duplicate(top, question_ids, question.id, _("the questions"), position)
            if question.fills in filled_by and question.fills not in (
                *LIST_FIELDS,
                *LAST_ANSWER_COUNTS,
            ):
                problem = _("{field} is already filled by {other}")
                message = problem.format(field=question.fills, other=filled_by[question.fills])
                place = _("question {id}").format(id=question.id)
                remedy = _("Leave out fills: the answer is then saved beside its question.")
                top.mistakes.add(position, "fills", place, message, remedy)
            if question.fills:
                filled_by.setdefault(question.fills, question.id)


def _note_duplicate(
    top: FileTable, seen_ids: set[str], id_: str, place: str, position: FilePosition
) -> None:
    """Note an id that is in *seen_ids* already, and add it to that set."""
    if id_ and id_ in seen_ids:  # a missing id, "", has been noted already
        problem = _("{one} is there twice").format(one=id_)
        top.mistakes.add(position, "id", place, problem, _("Give it a different id."))
    seen_ids.add(id_)
