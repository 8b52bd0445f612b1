"""`coachlog search`: finds everything that was said, agreed and learned, by its words."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated

import typer

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.display.signs import ascii_only
from coachlog.interview.titles import questions, stage_names
from coachlog.journal.coachee.lookup import find
from coachlog.store.connection import Reader
from coachlog.store.folded_copy import searchable_reader
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
from coachlog.values.typed import choice
from coachlog.views.search import hits as finding
from coachlog.views.search.hits import Hit, HitLine
from coachlog.views.search.labels import label
from coachlog.views.search.places import NOUNS, STAGE_NAMES
from coachlog.views.search.words import Query, query

COLUMNS = tuple(
    Column(field, "")
    for field in ("on", "coachee", "session", "noun", "number", "field", "layer", "excerpt")
)
"""The columns in a pipe; a screen shows hits without a table."""

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
    most, words_query = parse_limit(limit), query(words)
    first, last = period_in_days(since, until, run.today)
    search_query = finding.SearchQuery(
        words_query.match,
        noun=choice(noun, NOUNS),
        stage=_stage(stage),
        since=first,
        until=last,
        archived=archived,
        shared=shared,
        best=best,
    )
    with searchable_reader(run.reader()) as reader:
        if coachee:
            search_query = search_query._replace(person=find(reader, coachee).id)
        output = OutputFormat(as_json, as_csv)
        count = _show(run, output, finding.hits(reader, search_query), most, best=best)
        if not count and output == OutputFormat():
            _suggest(reader, words_query, search_query)


def _stage(typed: str | None) -> str | None:
    """Return the stage that was *typed*; raises KindError for a word that is none.

    Stages of the coach's own methods count too. Their files are read only if no other one fits.
    """
    if typed is None:
        return None
    if typed.strip() in STAGE_NAMES:
        return typed.strip()
    all_stages = dict.fromkeys((*STAGE_NAMES, *stage_names()))
    return choice(typed, tuple(all_stages))


def _show(
    run: Context, output: OutputFormat, hits: Iterator[Hit], most: int | None, *, best: bool
) -> int:
    """Print *hits*, *most* at most, and return how many were printed."""
    empty = _("Nothing was found.")
    first_hits = islice(hits, most)
    is_for_people = output == OutputFormat()
    if is_for_people and (run.rich or run.aloud):
        shown_hits = _with_question_texts(list(first_hits))
        count = len(shown_hits)
        if not shown_hits:
            say(empty)
        elif run.rich:
            _draw(run, shown_hits, best=best)
        else:
            show_rows(_spoken_fields(hit) for hit in shown_hits)
    else:
        lines = (hit.line for hit in first_hits)
        count = show_list(run, output, HitLine._fields, lines, COLUMNS, empty)
    # With as many as wanted there may be another hit, which was not read yet.
    if count == most and next(hits, None):
        say(_("There is more: --limit 0 shows all."))
    return count


def _with_question_texts(hits: list[Hit]) -> list[Hit]:
    """Replace ids of questions by their texts; an answer may have been saved with either."""
    has_ids = any(
        hit.line.noun == "answer" and " " not in (hit.about or "")  # an id has no space, a text has
        for hit in hits
    )
    if not has_ids:  # then the files of the methods need not be read
        return hits
    text_by_id = questions()
    return [hit._replace(about=text_by_id.get(hit.about or "", hit.about)) for hit in hits]


def _spoken_fields(hit: Hit) -> list[str]:
    """Return source, day, label and excerpt of a hit for a screen reader, without empty ones."""
    line = hit.line
    source = hit.name or ""
    if line.session:
        source = _("Conversation {n} with {name}").format(n=line.session, name=hit.name)
    private = _("for you only") if line.layer == "private" else ""
    fields = (source, day_text(line.on, language()), label(hit), line.excerpt, private)
    return [field for field in fields if field]


def _draw(run: Context, hits: list[Hit], *, best: bool) -> None:
    from coachlog.views.search.drawing import print_hits  # rich is for terminals only

    with screen(run) as out:
        print_hits(out, hits, best=best, ascii_only=ascii_only())


def _suggest(reader: Reader, words: Query, search_query: finding.SearchQuery) -> None:
    """Print which change of a search without hits is most likely to find something, if any."""
    # A search about one person finds that person in the archive anyway.
    leaves_out_archive = not search_query.archived and search_query.person is None
    if leaves_out_archive and finding.has_hit(reader, search_query._replace(archived=True)):
        suggestion = _("There are results for people in the archive: add --archived.")
    elif search_query.is_narrowed:
        suggestion = _("Search everywhere: leave out the options.")
    elif words.has_phrase:
        suggestion = _(
            "Words in quotation marks must stand next to each other; leave out the marks."
        )
    elif not words.has_prefix:
        suggestion = _("Give only the beginning of a word: {command}").format(
            command=hint("search 'feed*'")
        )
    else:
        return
    say("  " + suggestion)
