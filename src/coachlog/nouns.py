"""Every noun and verb as a stub, in the order in which help lists them."""

from typing import NamedTuple

from coachlog.base.texts import N_


class Stub(NamedTuple):
    """A command by name: one line of help, and where its function or its group stands.

    *target* is `module:function`; for a group it is a table of stubs.
    """

    help: str
    target: "str | dict[str, Stub]"
    panel: str = ""


Table = dict[str, Stub]

_JOURNAL = "coachlog.journal"
TALKING, LOOKING, JOURNAL, PROGRAM = (
    N_("Talking"),
    N_("Look back"),
    N_("The journal"),
    N_("The program"),
)

SESSION: Table = {
    "new": Stub(
        N_("Have a conversation: guided, or from options and JSON."),
        "coachlog.guide.commands:new",
    ),
    "resume": Stub(N_("Continue an unfinished conversation."), "coachlog.guide.resumption:resume"),
    "plan": Stub(
        N_("Plan a conversation: with whom, and when."),
        "coachlog.guide.appointment_commands:plan",
    ),
    "move": Stub(
        N_("Move an appointment to another moment."),
        "coachlog.guide.appointment_commands:move",
    ),
    "cancel": Stub(
        N_("Cancel an appointment."),
        f"{_JOURNAL}.session.appointment.commands:cancel",
    ),
    "missed": Stub(
        N_("Mark an appointment as missed."), f"{_JOURNAL}.session.appointment.commands:missed"
    ),
    "list": Stub(N_("List conversations, newest first."), f"{_JOURNAL}.session.commands:list_"),
    "show": Stub(N_("Show one conversation."), f"{_JOURNAL}.session.show:show"),
    "edit": Stub(N_("Edit one conversation."), f"{_JOURNAL}.session.edit:edit"),
    "release": Stub(
        N_("Release a text to somebody else, word for word."),
        f"{_JOURNAL}.session.release:release",
    ),
    "remove": Stub(N_("Remove one conversation."), f"{_JOURNAL}.session.commands:remove"),
}
COACHEE: Table = {
    "new": Stub(N_("Add a person."), f"{_JOURNAL}.coachee.entry:new"),
    "list": Stub(N_("List the people, by name."), f"{_JOURNAL}.coachee.commands:list_"),
    "show": Stub(N_("Show one person."), "coachlog.views.person.commands:show"),
    "edit": Stub(N_("Edit somebody's details."), f"{_JOURNAL}.coachee.entry:edit"),
    "talent": Stub(N_("What somebody is good at."), f"{_JOURNAL}.coachee.talents:talent"),
    "rename": Stub(N_("Give somebody another short name."), f"{_JOURNAL}.coachee.commands:rename"),
    "merge": Stub(
        N_("Merge two entries of the same person."),
        f"{_JOURNAL}.coachee.merge_command:merge_",
    ),
    "remove": Stub(
        N_("Remove somebody, with everything recorded about them."),
        f"{_JOURNAL}.coachee.removal:remove",
    ),
    "archive": Stub(
        N_("Put somebody in the archive, or bring them back."),
        f"{_JOURNAL}.coachee.commands:archive",
    ),
}
TRAJECTORY: Table = {
    "new": Stub(N_("Start a trajectory with somebody."), f"{_JOURNAL}.trajectory.entry:new"),
    "list": Stub(N_("List trajectories, newest first."), f"{_JOURNAL}.trajectory.commands:list_"),
    "show": Stub(N_("Show one trajectory."), "coachlog.views.trajectory.commands:show"),
    "edit": Stub(N_("Edit a trajectory."), f"{_JOURNAL}.trajectory.entry:edit"),
    "close": Stub(N_("Close a trajectory."), f"{_JOURNAL}.trajectory.commands:close"),
    "remove": Stub(
        N_("Remove a trajectory with all that belongs to it."),
        f"{_JOURNAL}.trajectory.commands:remove",
    ),
}
GOAL: Table = {
    "new": Stub(N_("Set a goal with somebody."), f"{_JOURNAL}.goal.entry:new"),
    "list": Stub(N_("List goals, newest first."), f"{_JOURNAL}.goal.commands:list_"),
    "show": Stub(N_("Show one goal and its scores."), "coachlog.views.goal.commands:show"),
    "score": Stub(N_("Score a goal from 0 to 10."), f"{_JOURNAL}.goal.commands:score"),
    "scale": Stub(
        N_("Describe what you would see at five levels of a goal."),
        f"{_JOURNAL}.goal.levels.entry:scale",
    ),
    "level": Stub(
        N_("Record at which of its levels a goal is."), f"{_JOURNAL}.goal.levels.commands:level"
    ),
    "achieve": Stub(N_("Mark a goal as reached."), f"{_JOURNAL}.goal.commands:achieve"),
    "drop": Stub(N_("Mark a goal as given up."), f"{_JOURNAL}.goal.commands:drop"),
    "edit": Stub(N_("Edit a goal."), f"{_JOURNAL}.goal.entry:edit"),
    "release": Stub(
        N_("Release a goal to somebody else, with its steps."), f"{_JOURNAL}.release.entry:release"
    ),
    "remove": Stub(N_("Remove a goal."), f"{_JOURNAL}.goal.commands:remove"),
}
ACTION: Table = {
    "new": Stub(N_("Agree on an action with somebody."), f"{_JOURNAL}.action.entry:new"),
    "list": Stub(N_("List actions, open ones first."), f"{_JOURNAL}.action.commands:list_"),
    "show": Stub(N_("Show one action."), "coachlog.views.action.commands:show"),
    "done": Stub(N_("Mark an action as done."), f"{_JOURNAL}.action.commands:done"),
    "confidence": Stub(
        N_("Note how sure somebody is about an action, 1 to 10."),
        f"{_JOURNAL}.action.commands:confidence",
    ),
    "drop": Stub(N_("Mark an action as no longer needed."), f"{_JOURNAL}.action.commands:drop"),
    "edit": Stub(N_("Edit an action."), f"{_JOURNAL}.action.entry:edit"),
    "remove": Stub(N_("Remove an action."), f"{_JOURNAL}.action.commands:remove"),
}
TOPIC: Table = {
    "park": Stub(N_("Park a topic for a later conversation."), f"{_JOURNAL}.topic.entry:park"),
    "list": Stub(N_("List topics, waiting ones first."), f"{_JOURNAL}.topic.commands:list_"),
    "show": Stub(N_("Show one topic."), f"{_JOURNAL}.topic.commands:show"),
    "edit": Stub(N_("Edit a topic."), f"{_JOURNAL}.topic.entry:edit"),
    "drop": Stub(
        N_("Mark a topic as no longer needed."),
        f"{_JOURNAL}.topic.commands:drop",
    ),
    "remove": Stub(N_("Remove a topic."), f"{_JOURNAL}.topic.commands:remove"),
}
OBSERVATION: Table = {
    "new": Stub(
        N_("Note what you saw at work: fact, effect, wish."), f"{_JOURNAL}.observation.entry:new"
    ),
    "list": Stub(
        N_("List what you saw at work, newest first."), f"{_JOURNAL}.observation.commands:list_"
    ),
    "show": Stub(N_("Show one observation."), f"{_JOURNAL}.observation.commands:show"),
    "edit": Stub(N_("Edit an observation."), f"{_JOURNAL}.observation.entry:edit"),
    "remove": Stub(N_("Remove an observation."), f"{_JOURNAL}.observation.commands:remove"),
}
WORKABILITY: Table = {
    "new": Stub(
        N_("Discuss how workable the work is, if the person wants to."),
        f"{_JOURNAL}.workability.entry:new",
    ),
    "list": Stub(N_("List check-ins, newest first."), f"{_JOURNAL}.workability.commands:list_"),
    "trend": Stub(
        N_("Show how each figure changed over time."), "coachlog.views.workability.commands:trend"
    ),
    "show": Stub(N_("Show one check-in."), f"{_JOURNAL}.workability.commands:show"),
    "edit": Stub(N_("Edit a check-in."), f"{_JOURNAL}.workability.entry:edit"),
    "remove": Stub(N_("Remove a check-in."), f"{_JOURNAL}.workability.commands:remove"),
    "consent": Stub(
        N_("Note that somebody explicitly agrees."),
        f"{_JOURNAL}.workability.commands:consent",
    ),
    "withdraw": Stub(
        N_("Note that somebody withdraws consent, and erase the data."),
        f"{_JOURNAL}.workability.commands:withdraw",
    ),
}
GROWTH: Table = {
    "new": Stub(N_("Note something you learned as a coach."), f"{_JOURNAL}.growth.entry:new"),
    "list": Stub(
        N_("List your own learning moments, newest first."), f"{_JOURNAL}.growth.commands:list_"
    ),
    "show": Stub(N_("Show one learning moment."), f"{_JOURNAL}.growth.commands:show"),
    "edit": Stub(N_("Edit a learning moment."), f"{_JOURNAL}.growth.entry:edit"),
    "remove": Stub(N_("Remove a learning moment."), f"{_JOURNAL}.growth.commands:remove"),
}
METHOD: Table = {
    "list": Stub(N_("List the methods: what each is for."), "coachlog.library.commands:list_"),
    "show": Stub(N_("Show a method, to read or to print."), "coachlog.library.commands:show"),
    "check": Stub(N_("Check your own method."), "coachlog.library.commands:check"),
    "new": Stub(N_("Start your own method."), "coachlog.library.own:new"),
}
OBJECTIVE: Table = {
    "new": Stub(
        N_("Record what the organisation or a team wants."), f"{_JOURNAL}.objective.entry:new"
    ),
    "list": Stub(N_("List objectives, active ones first."), f"{_JOURNAL}.objective.commands:list_"),
    "show": Stub(
        N_("Show one objective and the goals that serve it."),
        "coachlog.views.objective.commands:show",
    ),
    "reach": Stub(N_("Mark an objective as reached."), f"{_JOURNAL}.objective.commands:reach"),
    "drop": Stub(N_("Mark an objective as given up."), f"{_JOURNAL}.objective.commands:drop"),
    "edit": Stub(N_("Edit an objective."), f"{_JOURNAL}.objective.entry:edit"),
    "remove": Stub(N_("Remove an objective."), f"{_JOURNAL}.objective.commands:remove"),
}
REPORT: Table = {
    "prepare": Stub(
        N_("A page for the other person to prepare the next conversation."),
        "coachlog.report.commands:prepare",
    ),
    "takehome": Stub(
        N_("A page to take home after a conversation."), "coachlog.report.commands:takehome"
    ),
    "pop": Stub(N_("A personal development plan."), "coachlog.report.commands:pop"),
    "threeway": Stub(N_("The agenda of a three-way talk."), "coachlog.report.commands:threeway"),
    "fund": Stub(
        N_("A year in figures for a fund, without names."), "coachlog.report.fund.commands:fund"
    ),
}
EXPORT: Table = {
    "csv": Stub(N_("Print a table of the journal as CSV."), "coachlog.admin.export_commands:csv")
}
CONFIG: Table = {
    "list": Stub(N_("Show the settings."), "coachlog.admin.commands:config_list"),
    "get": Stub(N_("Print one setting."), "coachlog.admin.commands:config_get"),
    "set": Stub(N_("Change one setting."), "coachlog.admin.setting:config_set"),
}
COMPLETION: Table = {
    "install": Stub(
        N_("Let TAB complete commands, names and numbers in your shell."),
        "coachlog.completion.commands:install",
    ),
    "show": Stub(
        N_("Print the script that install would put in place."), "coachlog.completion.commands:show"
    ),
    "remove": Stub(N_("Remove what install put in place."), "coachlog.completion.commands:remove"),
}
ROOT: Table = {
    "session": Stub(N_("Conversations: have, resume, plan, list, show, edit."), SESSION, TALKING),
    "today": Stub(
        N_("Appointments, overdue actions, unfinished conversations."),
        "coachlog.views.today.commands:today",
        TALKING,
    ),
    "prep": Stub(
        N_("One page to prepare a conversation."), "coachlog.views.prep.commands:prep", TALKING
    ),
    "method": Stub(N_("Methods: what leads a conversation, and your own."), METHOD, TALKING),
    "match": Stub(
        N_("What the organisation wants, who is good at what, and the goals in between."),
        "coachlog.views.match.commands:match",
        LOOKING,
    ),
    "timeline": Stub(
        N_("What happened, month by month."), "coachlog.views.timeline.commands:timeline", LOOKING
    ),
    "search": Stub(
        N_("Search everything that was said and agreed."),
        "coachlog.views.search.commands:search",
        LOOKING,
    ),
    "review": Stub(
        N_("Look back: what came of a quarter, or of the time with somebody."),
        "coachlog.views.review.commands:review",
        LOOKING,
    ),
    "report": Stub(
        N_("Pages for others: to prepare, to take home, for a three-way talk."), REPORT, LOOKING
    ),
    "knows": Stub(
        N_("Who may know what: everything a reader was ever given."),
        f"{_JOURNAL}.release.commands:knows",
        LOOKING,
    ),
    "coachee": Stub(N_("The people you talk with."), COACHEE, JOURNAL),
    "trajectory": Stub(
        N_("Trajectories: a series of conversations with one person."), TRAJECTORY, JOURNAL
    ),
    "goal": Stub(N_("Development goals and their scores."), GOAL, JOURNAL),
    "action": Stub(N_("What somebody will do, and by when."), ACTION, JOURNAL),
    "topic": Stub(N_("Topics for a later conversation."), TOPIC, JOURNAL),
    "observation": Stub(N_("What you saw somebody do at work."), OBSERVATION, JOURNAL),
    "workability": Stub(
        N_("How workable the work is, with those who want to talk about it."), WORKABILITY, JOURNAL
    ),
    "growth": Stub(N_("Your own development as a coach."), GROWTH, JOURNAL),
    "objective": Stub(N_("What the organisation and its teams want."), OBJECTIVE, JOURNAL),
    "export": Stub(N_("Export data for other programs."), EXPORT, PROGRAM),
    "demo": Stub(
        N_("Look around in a made-up year of coaching."),
        "coachlog.admin.demo_commands:demo",
        PROGRAM,
    ),
    "schema": Stub(
        N_("Print the JSON Schema of an input."), "coachlog.admin.commands:schema", PROGRAM
    ),
    "config": Stub(N_("Settings."), CONFIG, PROGRAM),
    "history": Stub(
        N_("List what was done, newest first."),
        "coachlog.admin.history_commands:history",
        PROGRAM,
    ),
    "undo": Stub(
        N_("Undo the last step, or number N of the history."),
        "coachlog.admin.undo_commands:undo",
        PROGRAM,
    ),
    "redo": Stub(N_("Redo what was last undone."), "coachlog.admin.undo_commands:redo", PROGRAM),
    "completion": Stub(N_("TAB completion in your shell."), COMPLETION, PROGRAM),
}
