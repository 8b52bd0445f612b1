"""The page of the right of access, in the language of the person."""

from collections import Counter
from collections.abc import Iterator

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.common.history_words import many
from coachlog.report.dossier.read import EMPLOYER, Dossier, DossierGroup
from coachlog.report.dossier.records import DossierRecord
from coachlog.report.dossier.sentences import authority, sentence, sentences, source_of
from coachlog.report.dossier.words import ValueWords
from coachlog.schema.field import DAY, PRIVATE
from coachlog.schema.vocabulary import BASES

OF_NO_INTEREST = (("answer", "stage"),)
"""Codes by which the program sorts, in JSON only: the question beside it tells more."""


def page(dossier: Dossier, zone: str, *, for_coach: bool) -> Page:
    """Return the whole dossier; *for_coach* marks what names others and has to be looked at."""
    words = ValueWords(dossier.person.name, zone)
    sections = [
        Section("", [*_intro(dossier)]),
        Section(_("What the notes are for"), [_dotted(each) for each in _purposes(dossier)]),
        Section(_("Which kinds of data"), [_dotted(each) for each in _kinds(dossier)]),
        Section(_("Who was given something"), [*_recipients(dossier)]),
        Section(_("How long it is kept"), [_dotted(each) for each in _kept(dossier)]),
        Section(_("What you can ask"), [*_rights()]),
        *(
            _record_section(group, words, dossier, for_coach=for_coach)
            for group in dossier.groups
            if group.records[0].table.name != "correction"
        ),
        *_unfinished(dossier, words),
        Section(
            _("What notes about others say of you"),
            [Line(text.label, text.text) for text in dossier.mentions],
        ),
    ]
    title = _("All notes about {name}").format(name=dossier.person.name)
    facts = [day_text(dossier.made_on, language())]
    return Page(title, facts, [section for section in sections if section.lines])


def _intro(dossier: Dossier) -> Iterator[Line]:
    coach = coach_of(dossier)
    yield Line("", sentence("intro", coach=coach))
    yield Line("", who_answers(dossier))
    yield Line("", sentence("month"))
    yield Line("", sentence("no_advice"))


def coach_of(dossier: Dossier) -> str:
    """Return the name of the coach, or what a coach without one is called."""
    return dossier.coach or sentence("the_coach")


def who_answers(dossier: Dossier) -> str:
    """Return who is responsible for the notes, and answers a request."""
    return sentence(
        dossier.controller,
        coach=coach_of(dossier),
        employer=employer_of(dossier) if dossier.controller == EMPLOYER else "",
    )


def employer_of(dossier: Dossier) -> str:
    """Return what the employer is called: as noted with the person, or in general words."""
    person = dossier.person
    return person.controller or person.organisation or sentence("your_employer")


def _purposes(dossier: Dossier) -> list[str]:
    basis = dossier.person.agreement_basis
    words = sentence("basis", basis=_(BASES[basis])) if basis else sentence("basis_unknown")
    return [*sentences("purposes"), words]


def _kinds(dossier: Dossier) -> list[str]:
    counts = Counter(record.table.name for group in dossier.groups for record in group.records)
    of_tables = ", ".join(many(table, count) for table, count in counts.items())
    return [of_tables, sentence("health"), sentence("outside", coach=coach_of(dossier))]


def _recipients(dossier: Dossier) -> Iterator[Line]:
    """Yield who was given a released text or a charter, and how far that is."""
    for release in dossier.releases:
        if release.handed_over_on:
            status = _("handed over {day}").format(day=_day(release.handed_over_on))
        elif release.withdrawn_on:
            status = _("withdrawn {day}, not handed over").format(day=_day(release.withdrawn_on))
        else:
            status = _("released {day}, not handed over").format(day=_day(release.released_on))
        yield Line(release.to_whom, _("released text {n}").format(n=release.number), status)
    for charter in dossier.charters:
        signed = _("signed {day}").format(day=_day(charter.charter_signed_on))
        yield Line(charter.sponsor or "", _("the charter"), signed)
    if not (dossier.releases or dossier.charters):
        yield _dotted(sentence("no_recipient"))


def _kept(dossier: Dossier) -> list[str]:
    until = dossier.person.retention_on
    kept = sentence("kept_until", day=_day(until)) if until else sentence("kept_unknown")
    return [kept, sentence("kept_copies", days=dossier.log_days)]


def _rights() -> Iterator[Line]:
    yield from (_dotted(right) for right in sentences("rights"))
    where = authority()
    yield _dotted(sentence("complaint"))
    checked = sentence("checked", day=day_text(where.checked_on.isoformat(), language()))
    yield Line(where.name, f"{where.address}\n{where.phone}\n{where.site}", checked)


def _record_section(
    group: DossierGroup, words: ValueWords, dossier: Dossier, *, for_coach: bool
) -> Section:
    """Return a record with its parts; one that is withheld only says so, and why."""
    main = group.records[0]
    title = heading(main)
    if group.key and group.key in dossier.withheld:
        return Section(title, [Line("", sentence("withheld"))])
    lines = [
        line for record in group.records for line in _lines(record, words, is_part=record != main)
    ]
    lines += _corrections(dossier, group)
    note = source_of(main.table.name)
    if for_coach and group.others:
        names = ", ".join(group.others)
        note = f"{note} · {_('names {names}: look at it first').format(names=names)}"
    return Section(title, lines, note=note)


def heading(record: DossierRecord) -> str:
    """Return what people call a record, with its day."""
    day = next(
        (each.value for each in record.fields if each.field.kind == DAY and each.value), None
    )
    text = record.heading
    if record.table.name == "coachee":
        return _("Who you are")
    return f"{text} · {_day(str(day))}" if day and record.table.noun.view else text


def _lines(record: DossierRecord, words: ValueWords, *, is_part: bool) -> Iterator[Line]:
    """Yield a line for each field; what the coach alone may read says so, and a part has a head."""
    if is_part:
        yield Line("", record.heading, tone="heading")
    labels_shown: set[str] = set()
    for each in record.fields:
        if each.field.kind == DAY and each.field.label in labels_shown:
            continue  # the day of a moment that was told already
        if (record.table.name, each.field.name) in OF_NO_INTEREST:
            continue
        labels_shown.add(each.field.label)
        note = _("a note of the coach, so far for the coach only") if each.layer == PRIVATE else ""
        label = _(each.field.label) if each.field.label else each.field.key
        yield Line(label, words.of(record, each), note)
    if is_part and not record.fields:
        yield Line("", _("nothing else"))


def _corrections(dossier: Dossier, group: DossierGroup) -> Iterator[Line]:
    """Yield what the person said beside the texts of a record, or that one was put right."""
    ids = {record.id for record in group.records}
    for other in dossier.groups:
        for record in other.records:
            values = {each.field.name: each.value for each in record.fields}
            if record.table.name == "correction" and record.about in ids:
                statement = str(values.get("statement") or _("the text was replaced"))
                yield Line(_("Correction"), statement, _day(str(values.get("said_on") or "")))


def _unfinished(dossier: Dossier, words: ValueWords) -> Iterator[Section]:
    for talk in dossier.unfinished:
        lines = [Line(words.question(key), text) for key, text in talk.answers.items()]
        title = _("Unfinished conversation · {day}").format(day=_day(talk.on))
        note = _("discarded, and gone for good before long") if talk.dropped else ""
        yield Section(title, lines, note=note)


def _dotted(text: str) -> Line:
    return Line("", text, sign=DRAWN.dot)


def _day(day: str | None) -> str:
    return day_text(day, language())
