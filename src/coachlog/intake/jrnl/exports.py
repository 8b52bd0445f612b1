"""What jrnl exports: JSON, and what it calls YAML, which no reader of YAML takes for its tabs."""

import json
from collections.abc import Iterator

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.intake.jrnl.entry import DiaryEntry, moment_in, titled, wrong_moment
from coachlog.intake.record import Problem

_NO_JSON = (
    N_("It is not JSON that can be read: {problem}"),
    N_("Was it cut off? Export it again."),
)


def parsed_json(text: str) -> object:
    """Return the JSON of a file. Raises RefusedError."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        problem = _("line {n}").format(n=error.lineno)
        raise RefusedError(*_NO_JSON, problem=problem) from error
    except RecursionError as error:
        raise RefusedError(*_NO_JSON, problem=_("it is too deeply nested")) from error
    except ValueError as error:  # Python reads no longer number
        problem = _("a number in it has thousands of digits")
        raise RefusedError(*_NO_JSON, problem=problem) from error


def entries_in_json(text: str) -> Iterator[DiaryEntry | Problem]:
    """Yield the entries of `jrnl --format json`. Raises RefusedError where there are none."""
    values = parsed_json(text)
    entries = values.get("entries") if isinstance(values, dict) else None
    if not isinstance(entries, list):
        raise RefusedError(N_("It has no list of entries."), N_("Is it an export of jrnl?"))
    for number, each in enumerate(entries, 1):
        place = _("entry {n}").format(n=number)
        if not isinstance(each, dict):
            yield Problem(place, _("It is no entry."), each)
            continue
        when = " ".join(str(each.get(key) or "") for key in ("date", "time")).strip()
        moment = moment_in(when)
        if moment is None:
            yield wrong_moment(place, when, each)
            continue
        title, body = (str(each.get(key) or "") for key in ("title", "body"))
        tags = each.get("tags")
        names = tuple(map(_without_sign, tags)) if isinstance(tags, list) else ()
        yield DiaryEntry(place, moment, title.strip(), body.strip(), names)


def entries_in_yaml(text: str, date_order: str | None) -> Iterator[DiaryEntry | Problem]:
    """Yield the entries of `jrnl --format yaml`: the tab before each line of a body is no text."""
    head: dict[str, str] = {}
    body: list[str] | None = None
    begun = 0
    for number, line in enumerate([*text.strip().replace("\r\n", "\n").split("\n"), "---"], 1):
        is_end = line.rstrip() in ("---", "...")
        if is_end and head:
            yield _of_yaml(head, body or [], begun, date_order)
        if is_end:
            head, body, begun = {}, None, number
        elif body is not None:
            body.append(line[1:] if line.startswith("\t") else line)
        elif head and not line.strip():  # version 2 names no body
            body = []
        else:
            key, colon, value = line.partition(":")
            if key == "body" and colon:
                body = []
            elif colon:
                head[key.strip()] = value.strip()


def _of_yaml(
    head: dict[str, str], body: list[str], line: int, date_order: str | None
) -> DiaryEntry | Problem:
    place = _("line {n}").format(n=line)
    when = head.get("date", "")
    moment = moment_in(when, date_order)
    if moment is None:
        return wrong_moment(place, when)
    tags = tuple(
        filter(None, (_without_sign(tag.strip()) for tag in head.get("tags", "").split(",")))
    )
    text = "\n".join(body).strip()
    title, rest = titled(f"{head.get('title', '')}\n{text}")
    return DiaryEntry(place, moment, title, rest, tags)


def _without_sign(tag: object) -> str:
    text = str(tag)
    return text[1:] if text[:1] in ("@", "#") else text
