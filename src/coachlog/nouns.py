"""Every noun and command as a stub, in the order in which help lists them."""

from coachlog.base.stubs import Stub, Table
from coachlog.base.texts import N_

_JOURNAL = "coachlog.journal"
TALKING, LOOKING, JOURNAL, PROGRAM = (
    N_("Talking"),
    N_("Look back"),
    N_("The journal"),
    N_("The program"),
)

METHOD: Table = {
    "list": Stub(N_("List the methods: what each is for."), "coachlog.library.commands:list_"),
    "show": Stub(N_("Show a method, to read or to print."), "coachlog.library.commands:show"),
    "check": Stub(N_("Check your own method."), "coachlog.library.commands:check"),
    "new": Stub(N_("Start your own method."), "coachlog.library.own:new"),
}
CONFIG: Table = {
    "list": Stub(N_("Show the settings."), "coachlog.admin.commands:config_list"),
    "get": Stub(N_("Print one setting."), "coachlog.admin.commands:config_get"),
    "set": Stub(N_("Change one setting."), "coachlog.admin.setting:config_set"),
}
HISTORY: Table = {
    "list": Stub(
        N_("List what was done, newest first."), "coachlog.admin.history_commands:history"
    ),
    "prune": Stub(N_("Forget old steps, with all their words."), "coachlog.admin.pruning:prune"),
}
BACKUP: Table = {
    "now": Stub(N_("Make a backup now."), "coachlog.admin.backup.commands:now"),
    "list": Stub(N_("List the backups, newest first."), "coachlog.admin.backup.commands:list_"),
    "verify": Stub(
        N_("Check whether the backups are sound."), "coachlog.admin.backup.commands:verify"
    ),
}
ERASE: Table = {
    "person": Stub(
        N_("Erase somebody for good, backups included."), "coachlog.admin.erasing.commands:person"
    ),
    "list": Stub(
        N_("List what was erased: days and numbers, no names."),
        "coachlog.admin.erasing.commands:list_",
    ),
    "finish": Stub(
        N_("Finish what could not be erased yet."), "coachlog.admin.erasing.commands:finish"
    ),
}
RETENTION: Table = {
    "list": Stub(
        N_("List until when the notes about each person are kept."),
        "coachlog.admin.retention:list_",
    ),
    "due": Stub(N_("List the people whose notes are due."), "coachlog.admin.retention:due"),
    "keep": Stub(N_("Keep the notes about somebody until a day."), "coachlog.admin.retention:keep"),
}
PROTECT: Table = {
    "start": Stub(
        N_("Encrypt the journal and its backups: nobody can read them without your key."),
        "coachlog.admin.protection.commands:protect",
    ),
    "status": Stub(
        N_("Tell whether the journal is protected, and how it is opened."),
        "coachlog.admin.protection.commands:status",
    ),
    "change": Stub(
        N_("Change the passphrase, where the key is kept, or the key itself."),
        "coachlog.admin.protection.changing:change",
    ),
    "recovery": Stub(
        N_("Open the journal with the words on your paper."),
        "coachlog.admin.protection.recovery:recovery",
    ),
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
    "session": Stub(
        N_("Conversations: have, resume, plan, list, show, edit."),
        f"{_JOURNAL}.session.verbs",
        TALKING,
    ),
    "today": Stub(
        N_("Appointments, overdue actions, unfinished conversations."),
        "coachlog.views.today.commands:today",
        TALKING,
    ),
    "prep": Stub(
        N_("One page to prepare a conversation."), "coachlog.views.prep.commands:prep", TALKING
    ),
    "refer": Stub(
        N_("Who can help when it is more than a conversation can carry."),
        f"{_JOURNAL}.referral.commands:refer",
        TALKING,
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
    "me": Stub(
        N_("You: with whom you talk, your own goals, what you learned and promised."),
        "coachlog.views.me.commands:me",
        LOOKING,
    ),
    "report": Stub(
        N_("Pages for others: to prepare, to take home, for a three-way talk."),
        "coachlog.report.verbs",
        LOOKING,
    ),
    "knows": Stub(
        N_("Who may know what: everything a reader was ever given."),
        f"{_JOURNAL}.release.commands:knows",
        LOOKING,
    ),
    "dossier": Stub(
        N_("Everything about somebody, for that person: the right of access."),
        "coachlog.report.dossier.commands:dossier",
        LOOKING,
    ),
    "rectify": Stub(
        N_("Put something right: the person's words beside a text, or instead of it."),
        f"{_JOURNAL}.correction.rectify:rectify",
        JOURNAL,
    ),
    "coachee": Stub(N_("The people you talk with."), f"{_JOURNAL}.coachee.verbs", JOURNAL),
    "trajectory": Stub(
        N_("Trajectories: a series of conversations with one person."),
        f"{_JOURNAL}.trajectory.verbs",
        JOURNAL,
    ),
    "onboarding": Stub(
        N_("A newcomer and their buddy: checklist, first talks, charter."),
        f"{_JOURNAL}.onboarding.verbs",
        JOURNAL,
    ),
    "goal": Stub(N_("Development goals and their scores."), f"{_JOURNAL}.goal.verbs", JOURNAL),
    "action": Stub(N_("What somebody will do, and by when."), f"{_JOURNAL}.action.verbs", JOURNAL),
    "topic": Stub(N_("Topics for a later conversation."), f"{_JOURNAL}.topic.verbs", JOURNAL),
    "observation": Stub(
        N_("What you saw somebody do at work."), f"{_JOURNAL}.observation.verbs", JOURNAL
    ),
    "workability": Stub(
        N_("How workable the work is, with those who want to talk about it."),
        f"{_JOURNAL}.workability.verbs",
        JOURNAL,
    ),
    "consent": Stub(
        N_("What somebody agreed to, in which words, and what was withdrawn."),
        f"{_JOURNAL}.consent.verbs",
        JOURNAL,
    ),
    "request": Stub(
        N_("What somebody asked for about the notes, to answer within a month."),
        f"{_JOURNAL}.request.verbs",
        JOURNAL,
    ),
    "correction": Stub(
        N_("Corrections that somebody asked for."), f"{_JOURNAL}.correction.verbs", JOURNAL
    ),
    "growth": Stub(N_("Your own development."), f"{_JOURNAL}.growth.verbs", JOURNAL),
    "contact": Stub(
        N_("The people inside and outside who help to find solutions."),
        f"{_JOURNAL}.contact.verbs",
        JOURNAL,
    ),
    "hours": Stub(
        N_("Time in each role; hours of practice for a credential."),
        f"{_JOURNAL}.hours.verbs",
        JOURNAL,
        alone="total",
    ),
    "network": Stub(
        N_("Learning networks: meetings, and peer consultation step by step."),
        f"{_JOURNAL}.network.verbs",
        JOURNAL,
    ),
    "objective": Stub(
        N_("What the organisation and its teams want."), f"{_JOURNAL}.objective.verbs", JOURNAL
    ),
    "import": Stub(
        N_("Bring in a journal, a calendar, a list or notes."),
        "coachlog.intake.commands:import_",
        PROGRAM,
    ),
    "export": Stub(
        N_("Export data for other programs."), "coachlog.admin.exporting.verbs", PROGRAM
    ),
    "profile": Stub(
        N_("How the lists that you bring in are read."), "coachlog.intake.tables.verbs", PROGRAM
    ),
    "demo": Stub(
        N_("Look around in a made-up year of coaching."),
        "coachlog.admin.demo_commands:demo",
        PROGRAM,
    ),
    "schema": Stub(
        N_("Print the JSON Schema of an input."), "coachlog.admin.commands:schema", PROGRAM
    ),
    "config": Stub(N_("Settings."), CONFIG, PROGRAM),
    "history": Stub(N_("List what was done, newest first."), HISTORY, PROGRAM, alone="list"),
    "undo": Stub(
        N_("Undo the last step, or number N of the history."),
        "coachlog.admin.undo_commands:undo",
        PROGRAM,
    ),
    "redo": Stub(N_("Redo what was last undone."), "coachlog.admin.undo_commands:redo", PROGRAM),
    "backup": Stub(N_("Backups of the journal: make one, list, check."), BACKUP, PROGRAM),
    "restore": Stub(
        N_("Put a backup in the place of the journal."),
        "coachlog.admin.backup.restoring:restore",
        PROGRAM,
    ),
    "retention": Stub(
        N_("Until when the notes about each person are kept."), RETENTION, PROGRAM, alone="list"
    ),
    "erase": Stub(
        N_("Erase somebody for good, backups included."),
        ERASE,
        PROGRAM,
        alone="person",
        takes_words=True,
    ),
    "pseudonymise": Stub(
        N_("Make a copy without names."), "coachlog.admin.pseudonyms.commands:pseudonymise", PROGRAM
    ),
    "protect": Stub(
        N_("Protect the journal: nobody can read it without your key."),
        PROTECT,
        PROGRAM,
        alone="start",
    ),
    "unprotect": Stub(
        N_("Take the protection off the journal."),
        "coachlog.admin.protection.commands:unprotect",
        PROGRAM,
    ),
    "doctor": Stub(
        N_("Check whether the journal is sound, safe and private."),
        "coachlog.admin.doctor.commands:doctor",
        PROGRAM,
    ),
    "completion": Stub(N_("TAB completion in your shell."), COMPLETION, PROGRAM),
}
