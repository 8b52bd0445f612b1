"""`refer`: who can help, at once; then to whom and when somebody was referred, never why."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from coachlog.base.errors import CoachlogError, MissingWordsError, RefusedError, UsageError
from coachlog.base.texts import N_, _, in_each_language, in_user_language
from coachlog.journal.coachee.lookup import Person, PersonFilter, find
from coachlog.journal.common.columns import columns
from coachlog.journal.common.lists import handle_if_named
from coachlog.journal.common.numbered import by_number, remove_numbered
from coachlog.journal.referral.cards import Cards, read_cards
from coachlog.journal.referral.page import page
from coachlog.journal.referral.queries import REFERRALS, ReferralLine, save_referral
from coachlog.journal.trajectory.queries import latest
from coachlog.schema.referral import HELPERS, REFERRAL
from coachlog.terminal.command_options import Yes, option_info
from coachlog.terminal.context import Context, context, hint
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.new_record import show_new_record
from coachlog.terminal.output import AsCsv, AsJson, MaybeWho, On, OutputFormat, show_list
from coachlog.terminal.prompters import make_prompter
from coachlog.terminal.whole_page import show_whole
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

COLUMNS = columns(REFERRAL, "coachee", "referred_on", "helper")
NEVER_KEPT = (
    N_("“{card}” is never kept: it would tell something that is nobody's business."),
    N_("Nothing was saved. The cards that can be kept: {cards}."),
)


class CardLine(NamedTuple):
    """A card, as `refer --json` and `--csv` give it; *kept* tells whether it can be kept."""

    card: str
    urgent: bool
    name: str
    when: str
    how: str
    checked_on: str
    old: bool
    certain: bool
    kept: bool


def refer(
    who: MaybeWho = None,
    card: Annotated[
        str | None, option_info("--card", N_("Keep that you referred to this card."), "CARD")
    ] = None,
    on: On = None,
    listed: Annotated[
        bool, typer.Option("--list", help=N_("List what was kept: to whom and when."))
    ] = False,
    remove: Annotated[
        str | None, option_info("--remove", N_("Remove this one of what was kept."), "N")
    ] = None,
    yes: Yes = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show who can help, urgent cards first; then keep to whom somebody was referred, never why.

    coachlog refer amina
    """
    run, wish = context(), OutputFormat(as_json, as_csv)
    if [card is not None, listed, remove is not None].count(True) > 1:
        raise UsageError(
            N_("Choose one of --card, --list and --remove."),
            N_("How to use it: coachlog refer --help"),
        )
    if listed:
        _list(run, who, wish)
    elif remove is not None:
        line = by_number(REFERRALS, remove)
        remove_numbered(REFERRAL.name, line, _(REFERRAL.naming.found_as).format(n=line.number), yes)
    elif card is not None:
        _keep(run, who, card, on, as_json)
    elif as_json or as_csv:
        show_list(run, wish, CardLine._fields, _card_lines(run, read_cards()), (), "")
    else:
        _show(run, who, on)


def _list(run: Context, who: str | None, wish: OutputFormat) -> None:
    with run.reader() as reader:
        filters = PersonFilter(handle_if_named(reader, who))
        found = list(REFERRALS.rows(reader, filters))
    show_list(run, wish, ReferralLine._fields, found, COLUMNS, _("Nobody was referred yet."))


def _card_lines(run: Context, cards: Cards) -> list[CardLine]:
    return [
        CardLine(
            card.id,
            card.urgent,
            in_user_language(card.name),
            in_user_language(card.when),
            in_user_language(card.how),
            card.checked_on.isoformat(),
            card.is_old(run.today),
            card.certain,
            bool(card.kept_as),
        )
        for card in cards.cards
    ]


def _keep(run: Context, who: str | None, typed: str, on: str | None, as_json: bool) -> None:
    """Save the card that was typed; raises MissingWordsError without a person or a card."""
    missing = [] if who else ["WHO"]
    missing += [] if typed.strip() else ["CARD"]
    if who is None or missing:
        raise MissingWordsError(missing, hint("refer amina --card general_practitioner"))
    with run.reader() as reader:
        person = find(reader, who)
    _save(run, person, _helper_on(read_cards(), typed), on, as_json=as_json)


def _helper_on(cards: Cards, typed: str) -> str:
    """Return what the journal keeps of the card with this id, or name in any language.

    Raises KindError for no card, RefusedError for one that is never kept.
    """
    by_id = {card.id: card for card in cards.cards}
    names = _names_by_id(cards)
    chosen = by_id[parse.choice(typed, names) or ""]
    if chosen.kept_as is None:
        keepable = {id_: names[id_] for id_, card in by_id.items() if card.kept_as}
        known = parse.format_known(keepable)
        raise RefusedError(*NEVER_KEPT, card=in_user_language(chosen.name), cards=known)
    return chosen.kept_as


def _names_by_id(cards: Cards) -> dict[str, list[str]]:
    """Return the names of each card, that in the user's language first.

    What the journal keeps is one of them, for the first card that is kept as that.
    """
    names_by_id: dict[str, list[str]] = {}
    kept: set[str] = set()
    for card in cards.cards:
        names = [in_user_language(card.name), *card.name.values()]
        if card.kept_as and card.kept_as not in kept:
            kept.add(card.kept_as)
            names += [card.kept_as.replace("_", " "), *in_each_language(HELPERS[card.kept_as])]
        names_by_id[card.id] = names
    return names_by_id


def _save(
    run: Context, person: Person, helper: str, on: str | None, *, as_json: bool = False
) -> None:
    day = run.past_day(on).isoformat()
    with run.work("refer") as work:
        number = save_referral(work, person, helper, day)
    with run.reader() as reader:
        kept = REFERRALS.one(reader, number)
    text = N_("Referral {n} kept: to whom and when, not why.")
    show_new_record(kept, text, "refer --list", "undo", as_json=as_json)


def _show(run: Context, who: str | None, on: str | None) -> None:
    """Show the cards whatever is wrong with the journal; then ask what to keep, at a terminal."""
    cards, person, kind, problem = read_cards(), None, "", None
    try:
        if who is not None:
            with run.reader() as reader:
                person = find(reader, who)
                kind = _kind(reader, person)
    except CoachlogError as error:  # somebody may be in danger now
        problem = error
    show_whole(run, page(cards, run.today, kind, person.handle if person else ""))
    if problem:
        raise problem
    if person and run.attended:
        _ask(run, person, on)


def _kind(reader: "Reader", person: Person) -> str:
    trajectory = latest(reader, person.handle)
    return trajectory.kind if trajectory else ""


def _ask(run: Context, person: Person, on: str | None) -> None:
    """Ask to whom and when *person* was referred, if that is to be kept; never why."""
    helpers = {str(number): helper for number, helper in enumerate(HELPERS, 1)}
    listed = [f"{number:>3}  {_(HELPERS[helper])}" for number, helper in helpers.items()]

    def number_of(typed: str) -> str | None:
        return parse.choice(str(parse.number(typed)), [*helpers])

    asked = _("Keep that you referred {name}? To whom?").format(name=person.name)
    help_text = N_("A number; Enter keeps nothing.")
    questions = [FormField("helper", asked, help_text, number_of, hints=listed)]
    if on is None:
        questions.append(
            FormField(
                "on",
                N_("When? Enter: today."),
                check=run.past_day,
                when=lambda answers: bool(answers["helper"]),
            )
        )
    answers = ask_in_turn(make_prompter(run), questions, {})
    if chosen := answers.get("helper"):
        _save(run, person, helpers[chosen], answers.get("on", on))
