"""`session edit`: by options, JSON or questions."""

from typing import TYPE_CHECKING

from coachlog import kinds
from coachlog.journal.session.appointment.telling import tell_planned
from coachlog.journal.session.conversation import conversation
from coachlog.journal.session.fields import FORMS, MINUTES_MOST, STATUSES, communication
from coachlog.journal.session.moments import parse
from coachlog.journal.words import FORMS as FORM_WORDS
from coachlog.journal.words import STATUSES as STATUS_WORDS
from coachlog.terminal.collect import Asked, collect_change, with_options
from coachlog.terminal.context import context, say
from coachlog.terminal.output import AsJson, done, show_json
from coachlog.texts import N_, _

if TYPE_CHECKING:
    from coachlog.journal.session.day_change import Moved


def _moment(text: str) -> object:
    return parse(text, context().now, context().zone, past=True)


FIELDS = (
    Asked("date", N_("Date"), N_("2026-09-14T14:00, gisteren 14u30, hier à 14h."), _moment),
    Asked("minutes", N_("Minutes"), check=lambda text: kinds.scale(text, 1, MINUTES_MOST)),
    Asked(
        "form",
        N_("Form"),
        N_("in_person, video, phone, walk or written."),
        lambda text: kinds.choice(text, FORMS),
        words=FORM_WORDS,
    ),
    Asked(
        "status",
        N_("Status"),
        N_("held, planned, cancelled or missed."),
        lambda text: kinds.choice(text, STATUSES),
        words=STATUS_WORDS,
    ),
    Asked("topic", N_("Topic"), check=kinds.text),
    Asked("better", N_("What is better"), check=kinds.text),
    Asked("reality_now", N_("Now"), check=kinds.text),
    Asked("reality_score", N_("Score"), N_("0 to 10"), lambda text: kinds.scale(text, 0, 10)),
    Asked("reality_why_not_lower", N_("Why not lower"), check=kinds.text),
    Asked("reality_tried", N_("Tried before"), check=kinds.text),
    Asked("reality_exceptions", N_("When it goes better"), check=kinds.text),
    Asked("reality_people", N_("Who is involved"), check=kinds.text),
    Asked("reality_obstacles", N_("What holds back"), check=kinds.text),
    Asked("summary", N_("Summary"), check=kinds.text),
    Asked("private_note", N_("Private note"), N_("For you only."), kinds.text),
    Asked("reflection", N_("Reflection of the coach"), N_("For you only."), kinds.text),
    Asked(
        "next_at",
        N_("Next conversation"),
        check=lambda text: parse(text, context().now, context().zone, past=False),
    ),
    Asked("reason", N_("Reason"), N_("Why it was cancelled or missed."), kinds.text),
    Asked(
        "communication",
        N_("Forms of communication"),
        N_("listen, summarise, ask, scale, feedback, observe, show, rehearse, share."),
        communication,
    ),
)


@with_options(FIELDS, number="N", more={"as_json": AsJson})
def edit(which: str, given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Change a conversation: only what you give changes.

    coachlog session edit 1 --minutes 45
    """
    run = context()
    number = kinds.number(which) or 0
    with run.reader() as reader:
        kept = conversation(reader, number)
    reality = {f"reality_{key}": value for key, value in kept.get("reality", {}).items()}
    forms = {"communication": " ".join(kept.get("communication", []))}
    title = _("Conversation {n} with {name}").format(n=number, name=kept["coachee_name"])
    changes = collect_change(run, FIELDS, given, source, kept | reality | forms, title)
    if not changes:
        done(_("Nothing changed."))
        return
    from coachlog.journal.answer_types import checked
    from coachlog.journal.session.model import SessionEdit
    from coachlog.journal.session.service import edit as change

    data = checked(SessionEdit, changes, run.today)
    with run.work("session edit") as work:
        moved = change(work, number, data, run.zone)
    _tell_moved(moved)
    if as_json:
        with run.reader() as reader:
            show_json(conversation(reader, number))
        return
    done(_("Conversation {n} is changed.").format(n=number), f"session show {number}")
    if "date" in changes and (data.status or kept["status"]) == "planned":
        tell_planned(run, number)


def _tell_moved(moved: "list[Moved]") -> None:
    """Say what got the new day with the conversation."""
    if moved:
        from coachlog.upkeep.removing import counted  # most changes move nothing

        what = ", ".join(counted(table, n) for table, n in moved)
        say(_("Moved along to the new day: {what}.").format(what=what))
