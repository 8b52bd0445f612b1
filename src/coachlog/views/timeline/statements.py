"""What the timeline reads from the journal, in SQL; a person or a goal narrows it down."""

from typing import NamedTuple


class Conditions(NamedTuple):
    """What narrows each statement down: to one person, or to what matters in the period."""

    people: str
    records: str
    scores: str
    goals: str
    actions: str


PEOPLE = "select handle, name, role, team, since, archived_at from "
TALKS = (
    "select number, coachee, status, starts_at, time_zone, held_on, minutes, form, method, topic,"
    " summary, options, options_by_coachee, next_at, reality_now, reality_score,"
    " (select text from answers a where a.session = sessions.number order by place limit 1)"
    " from sessions"
    " where starts_at >= :first and starts_at < :last"
)
APPOINTMENTS = (
    "select number, coachee, status, starts_at, time_zone, next_at, topic from sessions"
    " where number in (select number from session where next_at >= :first"
    " union all select number from session where status = 'planned' and starts_at >= :first"
    " union all select number from session where status = 'cancelled' and starts_at >= :first)"
)
SERVES = (
    "select group_concat(o.statement, '; ') from goal g join goal_objective l on l.goal_id = g.id"
    " join objective o on o.id = l.objective_id where g.number = goals.number"
)
GOALS = (
    "select number, coachee, statement, target_on, baseline, target, status, set_on, closed_on,"  # noqa: S608 - parts of our own
    f" session, ({SERVES}) from goals where set_on <= :until and "
)
SCORE_BEFORE = (
    "select e.score from goal_score e left join session m on m.id = e.session_id"
    " where e.goal_id = s.goal_id and e.scored_on <= s.scored_on and (e.scored_on < s.scored_on"
    " or coalesce(m.number, 1e18) < coalesce(n.number, 1e18))"
    " order by e.scored_on desc, coalesce(m.number, 1e18) desc limit 1"
)
"""The score before `s`; of one day, one given outside a conversation counts as the latest."""
SCORES = (
    "select g.number, c.handle, s.scored_on, s.score, n.number,"  # noqa: S608 - parts of our own
    f" coalesce(({SCORE_BEFORE}), case when g.set_on < s.scored_on then g.baseline end)"
    " from goal_score s join goal g on g.id = s.goal_id join coachee c on c.id = g.coachee_id"
    " left join session n on n.id = s.session_id"
    " where s.scored_on >= :since and s.scored_on <= :until"
)
ACTIONS = (
    "select number, coachee, what, agreed_on, due_on, status, closed_on, session, goal,"
    " done_by from actions where agreed_on <= :until and "
)
OBSERVATIONS = (
    "select number, coachee, observed_on, fact, goal from observations"
    " where observed_on >= :since and observed_on <= :until"
)
REFERRALS = "where referred_on >= :since and referred_on <= :until"
RELEVANT_GOALS = "(status = 'active' or set_on >= :since or closed_on >= :since)"
RELEVANT_ACTIONS = "(status = 'open' or agreed_on >= :since or closed_on >= :since)"
# The same, an index for each condition: for everybody SQLite would read every row otherwise.
RELEVANT_GOALS_OF_ALL = (
    "number in (select number from goal where status = 'active'"
    " union all select number from goal where set_on >= :since"
    " union all select number from goal where closed_on >= :since)"
)
RELEVANT_ACTIONS_OF_ALL = (
    "number in (select number from action where status = 'open'"
    " union all select number from action where agreed_on >= :since"
    " union all select number from action where closed_on >= :since)"
)

PERSON_OF_GOAL = "select coachee from goals where number = :goal"

OF_ALL = Conditions(
    people="coachees order by name_sort, handle",
    records="",
    scores="",
    goals=RELEVANT_GOALS_OF_ALL,
    actions=RELEVANT_ACTIONS_OF_ALL,
)
OF_PERSON = Conditions(
    people="everybody where handle = :coachee",
    records=" and coachee = :coachee",
    scores=" and c.handle = :coachee",
    goals=f"{RELEVANT_GOALS} and coachee = :coachee",
    actions=f"{RELEVANT_ACTIONS} and coachee = :coachee",
)
