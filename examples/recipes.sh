#!/usr/bin/env bash
# What scripts can do with the journal. Each recipe is a function; call one by its name:
#   examples/recipes.sh conversations_a_month
# It needs a shell and python3, whose csv module reads texts with commas and line ends in them as well.
# COACHLOG is the command to use (python3 dev.py run does too); COACHLOG_STORE says which journal.
# The columns are explained in docs/reference/csv.md.
set -euo pipefail
COACHLOG=${COACHLOG:-coachlog}

# How many conversations were held in each month: 2026-09<TAB>2
conversations_a_month() {
  $COACHLOG session list --limit 0 --json | python3 -c '
import collections, json, sys
held = [s["held_on"][:7] for s in json.load(sys.stdin) if s["status"] == "held"]
for month, n in sorted(collections.Counter(held).items()):
    print(month, n, sep="\t")'
}

# Minutes of conversation with each person: amina<TAB>110
minutes_a_person() {
  $COACHLOG export csv sessions | python3 -c '
import collections, csv, sys
total = collections.Counter()
for row in csv.DictReader(sys.stdin):
    if row["status"] == "held":
        total[row["coachee"]] += int(row["minutes"] or 0)
for name, minutes in sorted(total.items()):
    print(name, minutes, sep="\t")'
}

# Open actions, what is due first comes first: 2026-10-02<TAB>amina<TAB>...
open_actions() {
  $COACHLOG action list --status open --limit 0 --csv | python3 -c '
import csv, sys
for row in csv.DictReader(sys.stdin):
    print(row["due_on"] or "-", row["coachee"], row["what"], sep="\t")'
}

# Open actions due within a week of today or past their day: 2026-10-02<TAB>amina<TAB>...
# Another day than today: recipes.sh due_this_week 2026-10-01
due_this_week() {
  $COACHLOG action list --status open --limit 0 --csv | TODAY=${1:-} python3 -c '
import csv, datetime, os, sys
today = datetime.date.fromisoformat(os.environ["TODAY"] or str(datetime.date.today()))
last = str(today + datetime.timedelta(days=7))
for row in csv.DictReader(sys.stdin):
    if row["due_on"] and row["due_on"] <= last:
        print(row["due_on"], row["coachee"], row["what"], sep="\t")'
}

# Whose ideas the options were: coachee<TAB>4
whose_options() {
  $COACHLOG export csv options | python3 -c '
import collections, csv, sys
for origin, n in sorted(collections.Counter(row["origin"] for row in csv.DictReader(sys.stdin)).items()):
    print(origin, n, sep="\t")'
}

# The share of options that the person coached brought up: amina<TAB>57%
share_of_own_options() {
  $COACHLOG export csv sessions | python3 -c '
import collections, csv, sys
own, all_of = collections.Counter(), collections.Counter()
for row in csv.DictReader(sys.stdin):
    own[row["coachee"]] += int(row["options_by_coachee"])
    all_of[row["coachee"]] += int(row["options"])
for name, n in sorted(all_of.items()):
    if n:
        print(name, f"{own[name] / n:.0%}", sep="\t")'
}

# The course of one goal as day and score: 2026-09-14<TAB>3
course_of_goal() {
  $COACHLOG export csv goal_scores | GOAL=${1:-1} python3 -c '
import csv, os, sys
for row in csv.DictReader(sys.stdin):
    if row["goal"] == os.environ["GOAL"]:
        print(row["scored_on"], row["score"], sep="\t")'
}

# Every table that others may see, one file each, in a folder: recipes.sh tables_to_files out
# The private notes (sessions_private, answers_private) stay where they are.
tables_to_files() {
  mkdir -p "$1"
  for table in coachees trajectories goals goal_scores sessions options actions answers; do
    $COACHLOG export csv "$table" > "$1/$table.csv"
    echo "$1/$table.csv"
  done
}

# Conversations out of a table with the columns coachee, date, minutes and topic, given on stdin:
#   recipes.sh take_in < agenda.csv
# All of them are kept, or none. Prints a number and a handle for each.
take_in() {
  python3 -c '
import csv, json, sys
for row in csv.DictReader(sys.stdin):
    print(json.dumps({key: value for key, value in row.items() if value}))' |
    $COACHLOG session new --from -
}

# All conversations as JSON Lines, which `coachlog session new --from` takes back, private notes too.
# What came of actions and which goals were reached is told by the tables, not by these lines.
all_conversations() {
  $COACHLOG session list --limit 0 --json | python3 -c '
import json, sys
for number in sorted(s["number"] for s in json.load(sys.stdin)):
    print(number)' | while read -r number; do
    $COACHLOG session show "$number" --json | python3 -c '
import json, sys
print(json.dumps(json.load(sys.stdin), ensure_ascii=False))'
  done
}

"$@"
