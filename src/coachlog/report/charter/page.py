"""The charter of a trajectory as a page to sign, with dots where something is not known."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coachlog.base.days import day_text, show_day
from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.coachee.queries import CoacheeLine
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.working_days import working_day_from
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.report.charter.elements import ROLES, note, sentences

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

DOTS = "." * 24
"""A dotted line to write on, within a sentence."""

SIGNATURE = "." * 36

SECTIONS = {
    N_("Who and why"): ("parties", "purpose"),
    N_("What is voluntary, and what is a duty"): ("voluntary", "reception", "voluntary_peter"),
    N_("Who does what"): ("roles", "line_stays", "training"),
    N_("What stays between us"): ("no_appraisal", "confidentiality", "limits", "notes", "handover"),
    N_("Time"): ("time", "evaluation"),
    N_("How we treat each other, and how it ends"): ("equal", "ending", "ending_peter"),
    N_("Signatures"): ("signatures",),
}
"""The elements of the charter under the headings of the page, in its order."""


def page(reader: "Reader", trajectory: TrajectoryLine, coach: str | None) -> Page:
    """Return the charter of a trajectory in the current language; *coach* is the coach's name."""
    person = coachee_line(reader, trajectory.coachee)
    gaps = {**_names(trajectory, person, coach), **_days(reader, trajectory, person)}
    texts = {id_: text.format(**gaps) for id_, text in sentences(trajectory.kind).items()}
    sections = [
        Section(_(title), [_sentence(texts[id_]) for id_ in ids if id_ in texts])
        for title, ids in SECTIONS.items()
    ]
    signatures = sections.pop()
    signatures = signatures._replace(lines=[*signatures.lines, *_signatures(gaps)])
    notes = Section(_("Good to know"), list(_notes(trajectory.kind)))
    title = _("Charter · {name}").format(name=person.name)
    return Page(title, _signed(trajectory), [*sections, signatures, notes])


def _sentence(text: str) -> Line:
    return Line("", text, sign=DRAWN.dot)


def _names(trajectory: TrajectoryLine, person: CoacheeLine, coach: str | None) -> dict[str, str]:
    return {
        "coachee": person.name,
        "coach": coach or DOTS,
        "role": _(ROLES[trajectory.kind]),
        "manager": trajectory.sponsor or DOTS,
        "organisation": person.organisation or DOTS,
        "purpose": (trajectory.purpose or DOTS).rstrip(".") or DOTS,
        "place": trajectory.charter_place or DOTS,
    }


def _days(reader: "Reader", trajectory: TrajectoryLine, person: CoacheeLine) -> dict[str, str]:
    """Return the days and numbers of the charter; halfway lies between the first and last day."""
    halfway = None
    if trajectory.ends_on:
        first_day = date.fromisoformat(trajectory.starts_on)
        length = date.fromisoformat(trajectory.ends_on) - first_day
        halfway = working_day_from(first_day + timedelta(days=length.days // 2))
    minutes = reader.value(_USUAL_MINUTES, trajectory=trajectory.number)
    return {
        "retention_date": day_text(person.retention_on, language()) or DOTS,
        "planned": str(trajectory.planned_sessions or DOTS),
        "minutes": str(minutes or DOTS),
        "halfway_date": show_day(halfway, language()) if halfway else DOTS,
        "end_date": day_text(trajectory.ends_on, language()) or DOTS,
        "date": day_text(trajectory.charter_signed_on, language()) or DOTS,
    }


_USUAL_MINUTES = (
    "select minutes from sessions where trajectory = :trajectory and minutes is not null"
    " group by minutes order by count(*) desc, minutes limit 1"
)


def _signatures(names: dict[str, str]) -> Iterator[Line]:
    for role in ("coachee", "coach", "manager"):
        yield Line("" if names[role] == DOTS else names[role], SIGNATURE)


def _signed(trajectory: TrajectoryLine) -> list[str]:
    if not trajectory.charter_signed_on:
        return []
    day = day_text(trajectory.charter_signed_on, language())
    return [_("signed {day}").format(day=day)]


def _notes(kind: str) -> Iterator[Line]:
    """Yield what the charter is in law, and for a newcomer whose duty reception is."""
    yield Line("", note("legal_note"))
    if kind == "onboarding":
        yield Line("", kit.duty_note())
        yield Line("", kit.legal_note())
    yield Line("", note("keep_note"))
