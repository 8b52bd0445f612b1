"""A letter as a page: quotations from a year of conversations, framed by plain sentences."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, cycle, repeat

from coachlog.base.days import WEEKDAYS
from coachlog.base.name_words import PARTICLES
from coachlog.base.texts import N_, _, language
from coachlog.dates.show import show_written
from coachlog.display.page import ASIDE, BLANK, Line, Page, Section
from coachlog.journal.common.marks import coach_word
from coachlog.report.letter.pen import Pen
from coachlog.report.letter.read import (
    DISCOVERED,
    MADE_THE_DIFFERENCE,
    MOST_USEFUL,
    Aim,
    Deed,
    Quote,
    Story,
)

FIGURES = (
    *(N_("zero"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six")),
    *(N_("seven"), N_("eight"), N_("nine"), N_("ten")),
)
"""The figures of a scale, in words."""
_FEW, _SEVERAL = 3, 4
"""How many quotations of one kind stand in a letter at most."""


def page(story: Story, pen: Pen, name: str, coach: str | None, today: date) -> Page:
    """Return the letter for the person called *name*, in the language of this run.

    What is not known is left out, with the paragraph that it would stand in.
    """
    paragraphs = []
    for write in _PARAGRAPHS:
        pen.begin()
        paragraphs.append(list(write(story, pen)))
    paragraphs.append(list(_ahead(story, pen, today)))
    sections = [
        Section("", [Line("", show_written(today, language()), tone=ASIDE)], prose=True),
        _paragraph([_("Dear {name},").format(name=_first_name(name))]),
        _paragraph([_(OPENING)]),
        *(_paragraph(sentences) for sentences in paragraphs if sentences),
        _paragraph([_(CLOSING)]),
        _paragraph([_("With warm regards,")]),
        Section("", [Line("", BLANK), Line("", coach or coach_word(story.kind))], prose=True),
    ]
    return Page(_("A letter for {name}").format(name=name), [], sections)


OPENING = N_(
    "Before I wrote this, I read again what I kept of our conversations. What stands between"
    " quotation marks is yours: your words, as I wrote them down at the time."
)
CLOSING = N_(
    "In all of this, the words that count are yours. I only kept them, and with this letter I give"
    " them back to you. Read them again on a day when you can use them. Thank you for your trust."
)


def _paragraph(sentences: Sequence[str]) -> Section:
    return Section("", [Line("", " ".join(sentences))], prose=True)


def _first_name(name: str) -> str:
    """Return the first name, or the whole *name* where it begins with something else."""
    first = name.split()[0]
    is_name = (
        len(first) > 1 and not first.endswith((".", ",")) and first.casefold() not in PARTICLES
    )
    return first if is_name else name


def _beginning(story: Story, pen: Pen) -> Iterator[str]:
    """Yield the first words of the first conversation in which anything was noted."""
    for talk in story.talks:
        text = talk.topic or talk.reality_now or talk.better or talk.summary
        if text:
            is_first = story.is_from_start and talk == story.talks[0]
            template = N_("Our first conversation was {when}. You began with this: {words}")
            later = N_("I begin {when}. You said then: {words}")
            yield pen.sentence(template if is_first else later, Quote(text, talk.held_on))
            return


def _not_wanted(story: Story, pen: Pen) -> Iterator[str]:
    yield from _listed(
        pen,
        pen.fresh(story.not_wanted, _FEW),
        N_("You also knew what you did not want."),
        N_("You said it {when} like this: {words}"),
        N_("{when} you added: {words}"),
    )


def _wanted(story: Story, pen: Pen) -> Iterator[str]:
    """Yield the goals, each with why it mattered."""
    new = pen.fresh([aim.goal for aim in story.aims], _SEVERAL)
    why_of = {aim.goal: aim.why for aim in story.aims}
    templates = chain(
        [(N_("{when} you set yourself a goal: {words}"), N_("Why it mattered, you said: {words}"))],
        repeat((N_("{when} another was added: {words}"), N_("And why: {words}"))),
    )
    for goal, (template, reason) in zip(new, templates, strict=False):
        yield pen.sentence(template, goal)
        why = why_of[goal]
        if why and pen.is_new(why):
            yield pen.sentence_about(reason, words=pen.quote(why))


def _done(story: Story, pen: Pen) -> Iterator[str]:
    """Yield what was done, with its outcome; without outcomes only where no action has one."""
    with_outcome = {deed.planned: deed for deed in story.deeds if deed.outcome}
    chosen: dict[Quote, Deed] = with_outcome or {deed.planned: deed for deed in story.deeds}
    frames = chain(_STEPS, cycle(_STEPS[1:]))
    for index, (planned, (step, account)) in enumerate(
        zip(pen.fresh(list(chosen), _FEW), frames, strict=False)
    ):
        if index == 0:
            yield _("And then there are the steps that you took.")
        yield pen.sentence(step, planned)
        outcome = chosen[planned].outcome
        if outcome and pen.is_new(outcome.text):
            yield pen.sentence(account, outcome)


_STEPS = (
    (N_("{when} you planned this: {words}"), N_("How it went, you told me {when}: {words}")),
    (N_("{when} there was this: {words}"), N_("You told me {when}: {words}")),
    (N_("And {when}: {words}"), N_("What you said of it {when}: {words}")),
)
"""What was planned, and what the person said of it later, in turn."""


def _better(story: Story, pen: Pen) -> Iterator[str]:
    yield from _listed(
        pen,
        pen.fresh(story.better, _SEVERAL),
        N_("You saw for yourself what went better."),
        N_("{when}: {words}"),
        N_("{when}: {words}"),
    )


def _reached(story: Story, pen: Pen) -> Iterator[str]:
    """Yield the figures of then and now, and which goals were reached."""
    for aim in story.aims:
        goal = _named(aim, story.aims, pen)
        if aim.figures:
            then, now = (_(FIGURES[figure.value]) for figure in aim.figures)
            template = N_("You first gave {goal} {then} out of ten, and {now} {when}.")
            yield pen.sentence_about(template, aim.figures[1].on, goal=goal, then=then, now=now)
            if aim.reached_on and aim.reached_on[:7] == aim.figures[1].on[:7]:
                yield _("With that it was reached.")
            elif aim.reached_on:
                yield pen.sentence_about(N_("{when} it was reached."), aim.reached_on)
        elif aim.reached_on:
            yield pen.sentence_about(N_("{when} you reached {goal}."), aim.reached_on, goal=goal)


def _named(aim: Aim, aims: Sequence[Aim], pen: Pen) -> str:
    """Return what a goal is called: by its month where that is enough, else by its words."""
    if len(aims) == 1:
        return _("that goal")
    if [other.goal.on[:7] for other in aims].count(aim.goal.on[:7]) == 1:
        return _("the goal of {month}").format(month=pen.month(aim.goal.on))
    return _("the goal {words}").format(words=pen.phrase(aim.goal.text))


def _turned(story: Story, pen: Pen) -> Iterator[str]:
    for kind, said in story.turns:
        if pen.is_new(said.text):
            yield pen.sentence(_TURNS[kind], said)


_TURNS = {
    MADE_THE_DIFFERENCE: N_(
        "I asked which moment made the difference. You answered {when}: {words}"
    ),
    MOST_USEFUL: N_("What was most useful to you, you said {when}: {words}"),
    DISCOVERED: N_("What you discovered about yourself, you said {when}: {words}"),
}


def _good_at(story: Story, pen: Pen) -> Iterator[str]:
    talents = [
        said.text for said in pen.fresh([Quote(each, "") for each in story.talents], _SEVERAL)
    ]
    if talents:
        *before, last = map(pen.phrase, talents)
        words = last
        if before:
            words = _("{first} and {last}").format(first=", ".join(before), last=last)
        yield _("Along the way we put into words what you are good at: {words}.").format(
            words=words
        )


def _taken_along(story: Story, pen: Pen) -> Iterator[str]:
    """Yield what the last conversation with words was about, and what was kept of it."""
    for talk in reversed(story.talks):
        topic = talk.topic if pen.is_new(talk.topic) else None
        summary = talk.summary if pen.is_new(talk.summary) else None
        if topic or summary:
            is_last = story.is_until_now and talk == story.talks[-1]
            template = N_("Our last conversation was {when}.")
            yield pen.sentence_about(template if is_last else N_("I end {when}."), talk.held_on)
            if topic:
                yield pen.sentence_about(
                    N_("You brought this along: {words}"), words=pen.quote(topic)
                )
            if summary and pen.is_new(summary):
                taken = N_("What you took away from it, in your own words: {words}")
                yield pen.sentence_about(taken, words=pen.quote(summary))
            break
    if story.brought and pen.is_new(story.brought.text):
        yield pen.sentence(N_("What it has brought, we noted {when}: {words}"), story.brought)


def _ahead(story: Story, pen: Pen, today: date) -> Iterator[str]:
    """Yield what still comes: plans, what was kept for later, the next conversation."""
    more = N_("And also: {words}")
    planned = pen.fresh(story.planned, _FEW)
    yield from _listed(pen, planned, "", N_("This is what you still plan to do: {words}"), more)
    parked = pen.fresh(story.parked, _FEW)
    yield from _listed(pen, parked, "", N_("For later we kept this: {words}"), more)
    if story.next_on and story.next_on >= today:
        yield _("We talk again on {day}.").format(day=_next_day(story.next_on, today))


def _next_day(day: date, today: date) -> str:
    """Return a day to come with its weekday, and with its year where that is another."""
    written = show_written(day, language())
    if day.year == today.year:
        written = written.removesuffix(f" {day.year}")
    return f"{WEEKDAYS[language()][day.weekday()]} {written}"


def _listed(
    pen: Pen, all_said: Sequence[Quote], beginning: str, first: str, others: str
) -> Iterator[str]:
    """Yield a sentence for each: by the template *first* for the first one, *others* for the rest.

    A sentence that is the *beginning*, if any, comes before them.
    """
    for index, said in enumerate(all_said):
        if index == 0 and beginning:
            yield _(beginning)
        yield pen.sentence(others if index else first, said)


_PARAGRAPHS = (
    *(_beginning, _not_wanted, _wanted, _done, _better, _reached, _turned, _good_at),
    _taken_along,
)
"""What writes each paragraph, in their order."""
