"""Keeps conversations: the heavy end, imported while the coach types or when a script gives one."""

from collections.abc import Sequence

from coachlog.base.texts import _
from coachlog.journal.common.input_types import checked
from coachlog.journal.common.json_lines import at_line
from coachlog.journal.goal.model import ScoreInput
from coachlog.journal.session.arrivals import Arrivals
from coachlog.journal.session.model import SessionInput
from coachlog.journal.session.moments import day_of
from coachlog.journal.session.service import Recorded, plan, record
from coachlog.journal.session.whose_score import goal_scored
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
) -> list[Recorded]:
    """Check and keep *inputs*, all or none, and throw the draft away with the same stroke.

    With *ahead* they are conversations that are planned. Raises InputRefusedError with the path of
    the first wrong field; *lines* tells for each input on which line it stands, and an error tells
    it too.
    """
    data = []
    for each, line in zip(inputs, lines, strict=True):
        with at_line(line):
            data.append(_checked(context, each))
    telling = Patience(_("Conversations saved:"), silent=len(data) == 1)
    with context.work("session plan" if ahead else "session new") as work, telling as waiting:
        recorded, arrivals = [], Arrivals()
        for talk, told, line in waiting.each(zip(data, inputs, lines, strict=True)):
            with at_line(line):
                arrivals.prepare(talk, told)
                scored = goal_scored(work, talk, told)
                if scored is not None and talk.reality.score is not None:
                    talk.scores = [ScoreInput(goal=scored, score=talk.reality.score)]
                kept = (plan if ahead else record)(work, talk, context.zone)
                recorded.append(kept._replace(scored=scored))
                arrivals.note(work, talk, told, kept.number)
            work.orm.expunge_all()  # what was kept is not needed any more, and takes its room
        arrivals.finish(work)
        if draft_id:
            remove_draft(work, draft_id)
        return recorded


def _checked(context: Context, data: object) -> SessionInput:
    """Days that lie ahead are counted from the day of the conversation."""
    return checked(SessionInput, data, context.today, day_of(data, context.now, context.zone))
