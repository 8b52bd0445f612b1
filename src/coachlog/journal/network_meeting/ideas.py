"""What meetings of networks brought to somebody: for a goal, a conversation or an action."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Section

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

PLACES = {
    "goal": N_("goal {n}"),
    "option": N_("idea of conversation {n}"),
    "action": N_("action {n}"),
}
"""What an idea was used for, by the word that names it in JSON."""
LATEST_MOST = 10
"""The most ideas that a page shows."""


class UsedIdea(NamedTuple):
    """What the coach took along from a *meeting* of a *network*, and where that was used.

    *place* is goal, option (of conversation *number*) or action; *coachee* is a handle.
    """

    meeting: int
    network: str
    met_on: str
    take_along: str | None
    place: str
    number: int
    coachee: str
    trajectory: int | None


# The uses come first, of which there are few: none is read where there is no network.
_MEETING = "select m.number, n.name, m.met_on, m.take_along,"
_OF_MEETING = (
    " cross join network_meeting m on m.id = u.meeting_id cross join network n"
    " on n.id = m.network_id cross join coachee c on c.id = r.coachee_id"
)
_WANTED = (
    " and m.met_on between :since and :until and (c.handle = :handle or :handle is null"
    " and c.archived_at is null and c.is_self is not 1)"
)
_USED = (
    f"{_MEETING} 'goal', r.number, c.handle, t.number"
    " from network_use u indexed by network_use_goal"
    f" cross join goal r on r.id = u.goal_id {_OF_MEETING}"
    " left join trajectory t on t.id = r.trajectory_id"
    f" where u.goal_id is not null {_WANTED}"
    f" union all {_MEETING} 'option', r.number, c.handle, t.number"
    " from network_use u indexed by network_use_session"
    f" cross join session r on r.id = u.session_id {_OF_MEETING}"
    " left join trajectory t on t.id = r.trajectory_id"
    f" where u.session_id is not null {_WANTED}"
    f" union all {_MEETING} 'action', r.number, c.handle, t.number"
    " from network_use u indexed by network_use_action"
    f" cross join action r on r.id = u.action_id {_OF_MEETING}"
    " left join session s on s.id = r.session_id left join trajectory t on t.id = s.trajectory_id"
    f" where u.action_id is not null {_WANTED}"
    " order by 3 desc, 1 desc, 5, 6"
)


def used_ideas(
    reader: "Reader",
    handle: str | None,
    since: str = "",
    until: str = "9999-12-31",
    trajectory: int | None = None,
) -> list[UsedIdea]:
    """Return what meetings of these days brought, the newest first.

    To one person, or to everybody but the coach and the archive; or in one *trajectory*.
    """
    found = reader.rows(UsedIdea, _USED, handle=handle, since=since, until=until)
    return [idea for idea in found if trajectory in (None, idea.trajectory)]


def used_section(ideas: Sequence[UsedIdea]) -> Section:
    """Return the section with the newest of *ideas*, for the coach alone."""
    lines = [_line(idea) for idea in ideas[:LATEST_MOST]]
    return Section(_("Brought from your networks"), lines, "private")


def count_used(ideas: Sequence[UsedIdea]) -> dict[str, int]:
    """Return how many meetings brought something, and for how many goals, ideas and actions."""
    places = Counter(place for place, _number in {(idea.place, idea.number) for idea in ideas})
    meetings = len({idea.meeting for idea in ideas})
    return {"meetings": meetings, **{f"{place}s": places[place] for place in PLACES}}


def _line(idea: UsedIdea) -> Line:
    place = _(PLACES[idea.place]).format(n=idea.number)
    source = f"{idea.network}, {day_text(idea.met_on, language())}"
    return Line(place, idea.take_along or _("meeting {n}").format(n=idea.meeting), source)
