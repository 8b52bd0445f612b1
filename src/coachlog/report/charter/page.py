"""The charter of a trajectory as a page to sign, with a blank for what is not known."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coachlog.base.days import day_text, show_day
from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Page, Section, blank
from coachlog.display.signs import DRAWN
from coachlog.journal.coachee.queries import CoacheeLine
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.working_days import working_day_from
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.report.charter.elements import Party, note, parties, sentences

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

DOTS = "." * 24
"""A dotted line to write on, within a sentence."""

SIGNING = ("coachee", "coach", "manager")
"""Who signs, by the name of their gap, in the order of the page."""

FIRST = "parties"
"""The sentence that names everybody: it has a blank to write on for a name that is not known."""

Names = Mapping[str, str | None]
Parties = Mapping[str, Party]

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
    who = parties(trajectory.kind)
    names = _names(trajectory, person, coach)
    gaps = {
        **{name: text or DOTS for name, text in names.items()},
        **_days(reader, trajectory, person),
        "role": who["coach"].role,
    }
    texts = {
        id_: _filled(text, gaps, _blanks(names, who) if id_ == FIRST else _called(names, who))
        for id_, text in sentences(trajectory.kind).items()
    }
    sections = [
        Section(_(title), [_sentence(texts[id_]) for id_ in ids if id_ in texts])
        for title, ids in SECTIONS.items()
    ]
    signatures = [Section("", _signature(names[role], who[role])) for role in SIGNING]
    notes = Section(_("Good to know"), list(_notes(trajectory.kind)))
    title = _("Charter · {name}").format(name=person.name)
    return Page(title, _signed(trajectory), [*sections, *signatures, notes])


def _sentence(text: str) -> Line:
    return Line("", text, sign=DRAWN.dot)


def _names(
    trajectory: TrajectoryLine, person: CoacheeLine, coach: str | None
) -> dict[str, str | None]:
    """Return what people filled in, by gap; None for what is not known."""
    return {
        "coachee": person.name,
        "coach": coach,
        "manager": trajectory.sponsor,
        "organisation": person.organisation,
        "purpose": (trajectory.purpose or "").rstrip("."),
        "place": trajectory.charter_place,
    }


def _blanks(names: Names, who: Parties) -> dict[str, str]:
    """Return a blank to write on, and whose name it is for, for each name that is not known."""
    blanks = {name: f"{DOTS} ({each.role})" for name, each in who.items() if not names[name]}
    return blanks | ({"coach": DOTS} if "coach" in blanks else {})  # their role is told beside it


def _called(names: Names, who: Parties) -> dict[str, str]:
    """Return what those are called whose name is not known."""
    return {name: each.called for name, each in who.items() if not names[name]}


def _filled(text: str, gaps: dict[str, str], unknown: dict[str, str]) -> str:
    """Return a sentence without gaps; one that begins with somebody *unknown* has a capital."""
    begun = re.sub(
        r"(?:^|(?<=\. ))\{(\w+)\}",
        lambda found: _capital(unknown[found[1]]) if found[1] in unknown else found[0],
        text,
    )
    filled = begun.format(**gaps | unknown)
    return filled.removesuffix(".") if filled.endswith(DOTS + ".") else filled


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


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


def _signature(name: str | None, party: Party) -> list[Line]:
    """Return a line to sign on, and below it who signs, or a blank for the name."""
    who = f"{name}, {party.role}" if name else f"{party.blank} {DOTS}"
    return [blank("", 2), Line("", who)]


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
