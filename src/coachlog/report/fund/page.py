"""The report to the fund, in words."""

from coachlog.base.days import day_text
from coachlog.base.languages import SPOKEN
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.display.page import Line, Page, Section
from coachlog.journal.trajectory.fund import AREAS, THEME_NAMES, Fund
from coachlog.report.fund.counts import AREA, COMBINED, KIND, THEME, TOTAL, FundLine
from coachlog.report.fund.yearly import Report
from coachlog.schema.vocabulary import TRAJECTORY_KINDS

TOTALS = {
    "conversations": N_("Conversations"),
    "hours": N_("Hours"),
    "training_hours": N_("Training hours"),
    "people": N_("People"),
}
KEPT_BACK = "–"


def page(report: Report) -> Page:
    """The page for people."""
    parts = {
        part: [one for one in report.lines if one.part == part]
        for part in (TOTAL, KIND, AREA, THEME, COMBINED)
    }
    several = [one for one in parts[COMBINED] if one.people]
    sections = [
        Section("", _about(report)),
        Section(_("Totals"), [_total(one) for one in parts[TOTAL]]),
        Section(_("Kinds"), [_line(one) for one in parts[KIND]]),
        Section(_("Action areas"), [_line(one) for one in parts[AREA]]),
        Section(_("Themes"), [_line(one) for one in parts[THEME]]),
        Section(_("Exactly these areas"), [_line(one) for one in several]),
        Section("", [Line("", note) for note in _notes(report)]),
    ]
    title = _("{fund}: report for {year}").format(
        fund=Fund(report.fund, (), {}, {}).called, year=report.year
    )
    return Page(title, [_state(report)], [part for part in sections if part.lines])


def _state(report: Report) -> str:
    if report.published_on is None:
        return _("draft, not published")
    return _("published {day}").format(day=day_text(report.published_on, language()))


def _about(report: Report) -> list[Line]:
    told = {_("Project"): report.project, _("Organisation"): report.organisation}
    return [Line(label, name) for label, name in told.items() if name]


def _total(one: FundLine) -> Line:
    if one.value is None:
        return Line(_(TOTALS[one.id]), _counted(one))
    if one.id == "conversations":
        return Line(_(TOTALS[one.id]), one.value)
    figure = one.value.replace(".", SPOKEN[language()].decimal)
    return Line(_(TOTALS[one.id]), figure)


def _line(one: FundLine) -> Line:
    if one.part == KIND:
        return Line("", _(TRAJECTORY_KINDS[one.id]), _counted(one))
    if one.part == THEME:
        usual = _(THEME_NAMES[one.id]) if one.id in THEME_NAMES else one.id.replace("_", " ")
        return Line("", one.name or usual, _counted(one))
    return Line("", " + ".join(_(AREAS[area]) for area in one.id.split("+")), _counted(one))


def _counted(one: FundLine) -> str:
    if one.people is None:
        return KEPT_BACK
    people = ngettext("{n} person", "{n} people", one.people).format(n=one.people)
    if one.goals is None:
        return people
    goals = ngettext("{n} goal", "{n} goals", one.goals).format(n=one.goals)
    return f"{people}, {goals}"


def _notes(report: Report) -> list[str]:
    kinds = ", ".join(_(TRAJECTORY_KINDS[kind]) for kind in report.counted)
    counted = _("Only trajectories of this kind are counted: {kinds}.").format(kinds=kinds)
    if len(report.lines) <= 2:
        return [_("With fewer than five people, only conversations and hours are shown."), counted]
    kept_back = _("– is withheld: with it, a group of one to four people could be worked out.")
    return [kept_back, _("One person may count in several areas and themes."), counted]
