#!/usr/bin/env bash
# What scripts can do with the journal. Each recipe is a function; call one by its name:
#   examples/recipes.sh conversations_a_month
# COACHLOG is the command to use; COACHLOG_STORE says which journal.
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

# Whose ideas the options were: coachee<TAB>4
whose_options() {
  $COACHLOG export csv options | python3 -c '
import collections, csv, sys
for origin, n in sorted(collections.Counter(row["origin"] for row in csv.DictReader(sys.stdin)).items()):
    print(origin, n, sep="\t")'
}

# The course of one goal as day and score: 2026-09-14<TAB>3
course_of_goal() {
  $COACHLOG export csv goal_scores | GOAL=${1:-1} python3 -c '
import csv, os, sys
for row in csv.DictReader(sys.stdin):
    if row["goal"] == os.environ["GOAL"]:
        print(row["scored_on"], row["score"], sep="\t")'
}

# All conversations as JSON Lines, which `coachlog session new --from` takes back.
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
