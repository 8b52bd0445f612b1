"""The page of practice hours, and the page of the time in each role."""

from collections.abc import Iterator, Sequence

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.dates.show import show_figure
from coachlog.display.page import Line, Page, Section, page_of
from coachlog.display.signs import DRAWN
from coachlog.practice.credentials import Figure
from coachlog.practice.progress import MINUTES, Need, quarters_missing
from coachlog.practice.reasons import COUNTING, NO_RULE_FOUND, REASONS
from coachlog.practice.sums import ROLE_WORDS, LedgerEntry, Sum, hours
from coachlog.schema.growth import GROWTH_UNITS
from coachlog.schema.practice import BODIES
from coachlog.terminal.context import hint
from coachlog.views.hours.obstacles import deciding_reasons, obstacle_lines
from coachlog.views.hours.read import Practice, RoleLine

LABELS = {
    "hours": N_("Hours"),
    "paid": N_("Paid hours"),
    "clients": N_("Clients"),
    "recent_hours": N_("Recent hours"),
    "training_hours": N_("Training"),
    "mentor_coaching_hours": N_("Mentor coaching"),
    "years": N_("Years of practice"),
    "development_hours_a_year": N_("Development in twelve months"),
    "feedback": N_("Feedback in twelve months"),
    "reflections": N_("Reflections in twelve months"),
    "recent_months": N_("Months that count as recent"),
    "supervision_hours_a_quarter": N_("Supervision in a quarter"),
}
"""What each figure of a credential is called."""


def practice_page(view: Practice) -> Page:
    """Return the page of practice hours; empty sections are left out."""
    sections = [
        Section(_("So far"), so_far(view)),
        Section(_("Supervision by quarter"), list(_quarters(view))),
        Section(_("Renewal"), list(_renewal(view))),
        Section(_("Credits by certificate"), list(unit_lines(view.units))),
        Section(_("Does not count"), list(_left_off(view.credential.body, view.lines))),
        Section(_("What would make it count"), list(obstacle_lines(view.lines))),
        Section(_("Counted by another body"), list(_others(view))),
        Section(
            _("Time in each role, {year}").format(year=view.today.year),
            [_role(time.role, time.minutes, time.sessions, time.people) for time in view.roles],
        ),
        Section(_("Where the figures come from"), list(_sources(view))),
    ]
    title = _("Hours for {credential}").format(credential=view.credential.name)
    return page_of(title, [view.credential.body_name], sections, _hints(view))


def so_far(view: Practice) -> list[Line]:
    """Return the lines of what was reached of each figure of the credential."""
    return [*_needs(view), *_nameless(view)]


def roles_page(lines: Sequence[RoleLine], year: int) -> Page:
    """Return the page of the time in each role of a year."""
    shown = [_role(line.role, line.minutes, line.sessions, line.people) for line in lines]
    lacking = sum(line.without_length for line in lines)
    text = ngettext(
        "{n} conversation has no length: it counts, its hours do not.",
        "{n} conversations have no length: they count, their hours do not.",
        lacking,
    )
    notes = [Line("", text.format(n=lacking))] if lacking else []
    nothing = [Line("", _("No conversation was held in that year."))]
    title = _("Time in each role, {year}").format(year=year)
    return Page(title, (), [Section("", [*shown, *notes] if shown else nothing)])


def in_hours(minutes: int) -> str:
    """Return minutes as hours with two decimals, in the language of the user."""
    return show_figure(hours(minutes), language())


def _needs(view: Practice) -> Iterator[Line]:
    for need in view.needs:
        doubts = _doubts(view.credential.asks[need.name])
        text = _reached(_amount(need.name, need.reached or 0), _asked(need))
        note = " · ".join(filter(None, (_missing(need), *doubts)))
        yield _ticked(_label(view, need.name), text, note, is_short=need.missing > 0)
        if need.name == "recent_hours" and not view.credential.asks["recent_months"].certain:
            yield Line("", _label(view, "recent_months"), _doubt(view, "recent_months"))
    if view.credential.needs:
        text = _("First you need {credential}.")
        yield Line("", text.format(credential=view.credential.needs.upper()))


def _label(view: Practice, name: str) -> str:
    months = view.credential.figure("recent_months")
    if name == "recent_hours":
        return _("Hours in the last {n} months").format(n=months)
    if name == "recent_months":
        return _("{n} months count as recent").format(n=months)
    return _(LABELS[name])


def _doubt(view: Practice, name: str) -> str:
    return " · ".join(_doubts(view.credential.asks[name]))


def _doubts(figure: Figure) -> Iterator[str]:
    """Yield why a figure of a body is not certain, if it is not."""
    if not figure.certain:
        yield _("Not certain: check this figure first.")
    if figure.also_seen is not None:
        yield _("Another source says {n}.").format(n=figure.also_seen)


def _amount(name: str, value: int) -> str:
    return in_hours(value) if name in MINUTES else str(value)


def _asked(need: Need) -> str:
    """Return the figure that a body asks for; it asks for whole hours."""
    return str(need.asks // 60 if need.name in MINUTES else need.asks)


def _missing(need: Need) -> str:
    if not need.missing:
        return ""
    return _("{n} missing").format(n=_amount(need.name, need.missing))


def _nameless(view: Practice) -> Iterator[Line]:
    """Yield the hours that count without a name, by the reason why they have none."""
    for reason in COUNTING[1:]:
        minutes = sum(line.minutes for line in view.lines if line.reason == reason)
        if minutes:
            yield Line(in_hours(minutes), _(REASONS[reason]))


def _quarters(view: Practice) -> Iterator[Line]:
    if view.quarters is None:
        return
    asked = view.credential.figure("supervision_hours_a_quarter") or 0
    short = quarters_missing(view.quarters, asked)
    for quarter, minutes in view.quarters.items():
        text = _reached(in_hours(minutes), str(asked))
        yield _ticked(quarter, text, "", is_short=quarter in short)
    if doubt := _doubt(view, "supervision_hours_a_quarter"):
        yield Line("", doubt)
    text = _("Advised for your practice: {n} hours a year. Advice, no condition; not certain.")
    yield Line("", text.format(n=view.advised))


def _reached(reached: str, asked: str) -> str:
    return _("{reached} of {asked}").format(reached=reached, asked=asked)


def _ticked(label: str, text: str, note: str, *, is_short: bool) -> Line:
    """Return a line with a tick where enough was reached; a line with a sign has no label."""
    label_and_text = _("{label}: {text}").format(label=label, text=text)
    tone, sign = ("none", DRAWN.open) if is_short else ("good", DRAWN.done)
    return Line("", label_and_text, note=note, tone=tone, sign=sign)


def _renewal(view: Practice) -> Iterator[Line]:
    """Yield by when the credential has to be renewed, and what the body asks for that."""
    if view.renewal is None:
        return
    asks, due_on = view.credential.renewal, day_text(view.renewal.due_on.isoformat(), language())
    yield Line(_("By"), due_on)
    if view.credits is not None:
        text = _("{reached} of {asked}, of which {core} core and {ethics} ethics")
        text = text.format(
            reached=in_hours(view.credits),
            asked=asks["credits"].value,
            core=asks["core"].value,
            ethics=asks["ethics"].value,
        )
        yield Line(_("Credits"), text, _("hours of learning since then; the body decides"))
    if hours_asked := view.credential.figure("renewal_hours"):
        text = _("{n} hours in five years")
        yield Line(_("Practice"), text.format(n=hours_asked))


def unit_lines(units: Sequence[Need]) -> Iterator[Line]:
    """Yield how many hours certificates give of each unit, and what the body asks of it."""
    for need in units:
        label, reached = _(GROWTH_UNITS[need.name]), in_hours(need.reached or 0)
        if need.asks:
            text = _reached(reached, str(need.asks // 60))
            note = _("{n} missing").format(n=in_hours(need.missing)) if need.missing else ""
            yield _ticked(label, text, note, is_short=need.missing > 0)
        else:
            yield Line(label, reached)


def _left_off(body: str, lines: Sequence[LedgerEntry]) -> Iterator[Line]:
    """Yield the hours that do not count, by their reasons, except talks that were only planned."""
    for reasons in sorted(
        {deciding_reasons(line.against) for line in lines if line.against}, key=_order
    ):
        found = [line.talk for line in lines if deciding_reasons(line.against) == reasons]
        minutes = sum(talk.minutes or 0 for talk in found)
        if reasons[0] == "not_held" and not minutes:
            continue
        text = _("{hours} hours do not count: {reason}")
        count = ngettext("{n} conversation", "{n} conversations", len(found)).format(n=len(found))
        is_certain = not any((body, reason) in NO_RULE_FOUND for reason in reasons)
        doubt = "" if is_certain else _("no rule was found: not certain")
        note = " · ".join(filter(None, (count, doubt)))
        reason_text = " ".join(_(REASONS[reason]) for reason in reasons)
        yield Line("", text.format(hours=in_hours(minutes), reason=reason_text), note)


def _order(reasons: Sequence[str]) -> list[int]:
    return [list(REASONS).index(reason) for reason in reasons]


def _others(view: Practice) -> Iterator[Line]:
    for body, counted in view.others.items():
        yield Line(BODIES[body], _sum_text(counted))


def _sum_text(counted: Sum) -> str:
    people = ngettext("{n} person", "{n} people", counted.clients).format(n=counted.clients)
    return ", ".join((_hours_words(counted.minutes), people))


def _hours_words(minutes: int) -> str:
    return _("{n} hours").format(n=in_hours(minutes))


def _role(role: str, minutes: int, sessions: int, people: int) -> Line:
    talks = ngettext("{n} conversation", "{n} conversations", sessions).format(n=sessions)
    persons = ngettext("{n} person", "{n} people", people).format(n=people)
    return Line(_(ROLE_WORDS[role]), _hours_words(minutes), ", ".join((talks, persons)))


def _sources(view: Practice) -> Iterator[Line]:
    """Yield the source of each figure and the day on which it was read, if there is one."""
    by_source: dict[str, list[str]] = {}
    for name, figure in view.credential.asks.items():
        if name in LABELS:
            by_source.setdefault(figure.source, []).append(_label(view, name))
    day = day_text(view.credential.checked_on.isoformat(), language())
    for source, labels in by_source.items():
        text = _("As read on {date}; the body decides. Check: {url}")
        text = text.format(date=day, url=source) if source else _("From memory: look it up first.")
        yield Line(", ".join(labels), text)


def _hints(view: Practice) -> list[tuple[str, str]]:
    return [
        (hint("hours new"), _("note hours from before the journal")),
        (hint("hours --csv"), _("the ledger, line by line")),
        (hint(f"hours --year {view.today.year - 1}"), _("the time in each role of a year")),
    ]
