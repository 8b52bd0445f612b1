"""The dossier as JSON: everything the page says, and every value as the journal has it."""

from typing import Any

from coachlog.base.texts import _, language
from coachlog.report.dossier.page import coach_of, employer_of, heading, who_answers
from coachlog.report.dossier.read import EMPLOYER, Dossier, DossierGroup
from coachlog.report.dossier.records import DossierRecord
from coachlog.report.dossier.sentences import authority, sentence, sentences, source_of
from coachlog.report.dossier.words import ValueWords

Data = dict[str, object]


def as_json(dossier: Dossier, zone: str) -> Data:
    """Return the whole dossier; what is withheld is named, without its content."""
    words = ValueWords(dossier.person.name, zone)
    where = authority()
    person = dossier.person
    return {
        "coachee": person.handle,
        "name": person.name,
        "language": language(),
        "made_on": dossier.made_on,
        "coach": coach_of(dossier),
        "controller": dossier.controller,
        "employer": employer_of(dossier) if dossier.controller == EMPLOYER else None,
        "who_answers": who_answers(dossier),
        "month": sentence("month"),
        "purposes": sentences("purposes"),
        "basis": person.agreement_basis,
        "recipients": _recipients(dossier),
        "kept_until": person.retention_on,
        "history_days": dossier.log_days,
        "rights": sentences("rights"),
        "authority": {**where._asdict(), "checked_on": where.checked_on.isoformat()},
        "requests": [request._asdict() for request in dossier.requests],
        "records": [_group(group, words, dossier) for group in dossier.groups],
        "unfinished": [talk._asdict() for talk in dossier.unfinished],
        "withheld": [{"record": key, "reason": sentence("withheld")} for key in dossier.withheld],
        "also": [text._asdict() for text in dossier.mentions],
        "named_elsewhere": list(dossier.elsewhere),
    }


def _recipients(dossier: Dossier) -> list[Data]:
    releases: list[Data] = [
        {
            "to_whom": release.to_whom,
            "release": release.number,
            "charter": None,
            "released_on": release.released_on,
            "handed_over_on": release.handed_over_on,
            "withdrawn_on": release.withdrawn_on,
        }
        for release in dossier.releases
    ]
    charters: list[Data] = [
        {
            "to_whom": charter.sponsor,
            "release": None,
            "charter": charter.number,
            "released_on": charter.charter_signed_on,
            "handed_over_on": charter.charter_signed_on,
            "withdrawn_on": None,
        }
        for charter in dossier.charters
    ]
    return [*releases, *charters]


def _group(group: DossierGroup, words: ValueWords, dossier: Dossier) -> Data:
    main, *parts = group.records
    is_withheld = bool(group.key) and group.key in dossier.withheld
    return {
        "noun": main.table.name,
        "number": main.number,
        "title": heading(main) if not is_withheld else main.heading,
        "source": source_of(main.table.name),
        "third_persons": list(group.others) if not is_withheld else [],
        "withheld": is_withheld,
        "noted_at": main.created_at if not is_withheld else None,
        "fields": [] if is_withheld else _fields(main, words),
        "parts": []
        if is_withheld
        else [
            {
                "noun": part.table.name,
                "number": part.number,
                "title": part.heading,
                "noted_at": part.created_at,
                "fields": _fields(part, words),
            }
            for part in parts
        ],
    }


def _fields(record: DossierRecord, words: ValueWords) -> list[dict[str, Any]]:
    return [
        {
            "field": each.field.key,
            "label": _(each.field.label) if each.field.label else each.field.key,
            "layer": each.layer,
            "value": each.number if each.number is not None else each.value,
            "text": words.of(record, each),
            "withheld": each.withheld,
        }
        for each in record.fields
    ]
