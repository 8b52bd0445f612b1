"""Checks and saves conversations; slow to import, so loaded while the coach types or on demand."""

from collections.abc import Sequence

from coachlog.base.texts import _
from coachlog.journal.common.input_types import validated
from coachlog.journal.common.json_lines import at_line
from coachlog.journal.goal.model import ScoreInput
from coachlog.journal.session.model import SessionInput
from coachlog.journal.session.moments import day_of
from coachlog.journal.session.reality_score import goal_scored
from coachlog.journal.session.service import SavedSession, plan, record
from coachlog.journal.session.session_import import SessionImport
from coachlog.store.drafts import remove_draft
from coachlog.terminal.context import Context
from coachlog.terminal.patience import Patience


def save(
    context: Context,
    inputs: Sequence[object],
    draft_id: str | None = None,
    lines: Sequence[int | None] = (None,),
    *,
    ahead: bool = False,
) -> list[SavedSession]:
    """Check and save *inputs*, all or none, and remove the draft in the same transaction.

    With *ahead* they are planned conversations. *lines* has the line of each input in its file,
    for error messages. Raises InputRefusedError with the path of the first wrong field.
    """
    checked_inputs = []
    for raw_input, line in zip(inputs, lines, strict=True):
        with at_line(line):
            checked_inputs.append(_checked(context, raw_input))
    context.back_up_before_many(len(inputs))
    command, save_one = ("session plan", plan) if ahead else ("session new", record)
    patience = Patience(_("Conversations saved:"), silent=len(inputs) == 1)
    with context.work(command) as work, patience as waiting:
        saved, session_import = [], SessionImport()
        entries = zip(checked_inputs, inputs, lines, strict=True)
        for data, raw_input, line in waiting.each(entries):
            with at_line(line):
                session_import.use_new_numbers(data, raw_input)
                goal = goal_scored(work, data, raw_input)
                if goal is not None and data.reality.score is not None:
                    # The score for reality is the score of the person's only goal as well.
                    data.scores = [ScoreInput(goal=goal, score=data.reality.score)]
                recorded = save_one(work, data, context.zone)
                saved.append(recorded._replace(scored=goal))
                session_import.note_new_numbers(work, data, raw_input, recorded.number)
        session_import.finish(work)
        if draft_id:
            remove_draft(work, draft_id)
        return saved


def _checked(context: Context, raw_input: object) -> SessionInput:
    """Return the checked input; days such as "in a week" count from the day of the conversation."""
    day = day_of(raw_input, context.now, context.zone)
    return validated(SessionInput, raw_input, context.today, day)
