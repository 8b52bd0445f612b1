"""`coachlog search`: everything that was said, agreed and learned, by its words."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated

import typer

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.display.signs import ascii_only
from coachlog.interview.titles import questions, stage_names
from coachlog.journal.coachee.queries import find
from coachlog.store.connection import Reader
from coachlog.store.folded_copy import whole
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import (
    LIMIT,
    AsCsv,
    AsJson,
    Limit,
    OfPerson,
    OutputFormat,
    parse_limit,
    show_list,
    show_rows,
)
from coachlog.terminal.paging import screen
from coachlog.terminal.period import Since, Until, period_in_days
from coachlog.values import parse
from coachlog.views.search import hits as finding
from coachlog.views.search.hits import Hit, HitLine
from coachlog.views.search.labels import label
from coachlog.views.search.places import NOUNS, STAGE_NAMES
from coachlog.views.search.words import Query, query

COLUMNS = tuple(
    Column(field, "")
    for field in ("on", "coachee", "session", "noun", "number", "field", "layer", "excerpt")
)
"""In a pipe; a screen has no table of it."""

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS...",
        help=N_('All these words. "a phrase", begin*, -without'),
        show_default=False,
    ),
]
Noun = Annotated[
    str | None,
    option_info("--noun", N_("Only in session, goal, action, topic, coachee ..."), "WORD"),
]
Stage = Annotated[
    str | None,
    option_info("--stage", N_("Only in this stage: topic, goal, reality, options ..."), "WORD"),
]
Best = Annotated[
    bool, typer.Option("--best", help=N_("Best matches first, instead of the newest."))
]
Archived = Annotated[bool, typer.Option("--archived", help=N_("People in the archive too."))]
Shared = Annotated[bool, typer.Option("--shared", help=N_("Leave out what is for you only."))]


def search(
    words: Words,
    coachee: OfPerson = None,
    noun: Noun = None,
    stage: Stage = None,
    since: Since = None,
    until: Until = None,
    best: Best = False,
    archived: Archived = False,
    shared: Shared = False,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Search everything that was said and agreed, newest first.

    coachlog search koen --since 1y
    """
    run = context()
    most, asked = parse_limit(limit), query(words)
    first, last = period_in_days(since, until, run.today)
    wish = finding.SearchQuery(
        asked.match,
        noun=parse.choice(noun, NOUNS),
        stage=_stage(stage),
        since=first,
        until=last,
        archived=archived,
        shared=shared,
        best=best,
    )
    with whole(run.reader()) as reader:
        if coachee:
            wish = wish._replace(person=find(reader, coachee).id)
        form = OutputFormat(as_json, as_csv)
        shown = _show(run, form, finding.hits(reader, wish), most, best=best)
        if not shown and form == OutputFormat():
            _say_what_may_help(reader, asked, wish)


def _stage(typed: str | None) -> str | None:
    """The stage that is meant, also one of a method of the coach's own."""
    if typed is None or typed.strip() in STAGE_NAMES:
        return typed and typed.strip()
    return parse.choice(typed, tuple(dict.fromkeys((*STAGE_NAMES, *stage_names()))))


def _show(
    run: Context, wish: OutputFormat, found: Iterator[Hit], most: int | None, *, best: bool
) -> int:
    """Print what was found, *most* of it; the result is how much there was."""
    empty = _("Nothing was found.")
    if run.rich and wish == OutputFormat():
        some = _in_words(list(islice(found, most)))
        shown = len(some)
        if some:
            _draw(run, some, best=best)
        else:
            say(empty)
    elif run.aloud and wish == OutputFormat():
        shown = show_rows(_spoken(hit) for hit in _in_words(list(islice(found, most))))
        if not shown:
            say(empty)
    else:
        lines = (hit.line for hit in islice(found, most))
        shown = show_list(run, wish, HitLine._fields, lines, COLUMNS, empty)
    if shown == most and next(found, None):
        say(_("There is more: --limit 0 shows all."))
    return shown


def _in_words(some: list[Hit]) -> list[Hit]:
    """The same, each with what was asked in words where only the id of a question was kept."""
    if all(hit.line.noun != "answer" or " " in (hit.about or "") for hit in some):
        return some
    asked = questions()
    return [hit._replace(about=asked.get(hit.about or "", hit.about)) for hit in some]


def _spoken(hit: Hit) -> list[str]:
    """A hit as one line for who hears it: where it stands, what it is, and the words."""
    line = hit.line
    where = _("Conversation {n} with {name}").format(n=line.session, name=hit.name)
    told = [where if line.session else hit.name or "", day_text(line.on, language()), label(hit)]
    private = [_("for you only")] if line.layer == "private" else []
    return [each for each in (*told, line.excerpt, *private) if each]


def _draw(run: Context, some: list[Hit], *, best: bool) -> None:
    from coachlog.views.search.drawing import print_hits  # rich is for terminals only

    with screen(run) as out:
        print_hits(out, some, best=best, ascii_only=ascii_only())


def _say_what_may_help(reader: Reader, asked: Query, wish: finding.SearchQuery) -> None:
    """Say what is likeliest to find something after all."""
    everybody = not wish.archived and wish.person is None
    if everybody and finding.exists(reader, wish._replace(archived=True)):
        say("  " + _("There are results for people in the archive: add --archived."))
    elif wish.narrowed:
        say("  " + _("Search everywhere: leave out the options."))
    elif asked.phrases:
        say(
            "  " + _("Words in quotation marks must stand next to each other; leave out the marks.")
        )
    elif not asked.beginnings:
        told = _("Give only the beginning of a word: {command}")
        say("  " + told.format(command=hint("search 'feed*'")))
