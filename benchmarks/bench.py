"""How long coachlog takes, in units of an empty Python: `python3 dev.py bench`.

Whole processes, all in turn, so that a busy moment of the machine touches all of them: each
operation in journals of each size, and before each of them F, which is `python -S -E -c pass`.
"""

import argparse
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

import report
from cases import BIG, CASES, MIDDLE, PROGRAM, ROOT, SMALL, Case
from measure import FailedError, Measurer, Order, floor_order
from results import Figure, Results, excesses
from stores import SMALL_STORE, Home, made_store, move_in

DOCUMENT = ROOT / "docs" / "reference" / "performance.md"
CHART = ROOT / "docs" / "pictures" / "performance.svg"
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"


def main() -> int:
    """Measure, print the table, and do what else the options ask."""
    asked = _options()
    place = nullcontext(asked.stores) if asked.stores else tempfile.TemporaryDirectory()
    with place as kept, tempfile.TemporaryDirectory() as folder, Measurer() as measurer:
        stores = Path(kept)
        homes = [
            move_in(Path(folder) / str(size), made_store(stores, size), size)
            for size in sorted(set(asked.sessions))
        ]
        cases = list(_known(homes[0], asked.only))
        results = measure(measurer, homes, cases, asked.rounds)
        peers = _peers(asked, measurer, stores, results) if asked.peers else []
    _tell(asked, cases, results, peers)
    over = list(excesses(results, cases))
    if over:
        print("over the limit:", *over, sep="\n  ", file=sys.stderr)
    return 1 if asked.check and over else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="dev.py bench", description="Measure coachlog as whole processes."
    )
    sizes = [SMALL, MIDDLE, BIG]
    parser.add_argument("--sessions", type=int, nargs="+", default=sizes, help="sizes of journals")
    parser.add_argument("--rounds", type=int, default=21, help="turns; the median counts")
    parser.add_argument("--only", default="", help="operations with this in their name")
    parser.add_argument("--stores", type=Path, help="a folder that keeps the made-up journals")
    parser.add_argument("--peers", action="store_true", help="install and measure other programs")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the figures as CSV")
    parser.add_argument("--chart", type=Path, metavar="FILE", help="draw them, as SVG")
    parser.add_argument("--write", action="store_true", help="put the table into the document")
    parser.add_argument("--check", action="store_true", help="fail when a limit is passed")
    return parser.parse_args()


def _known(home: Home, only: str) -> list[Case]:
    """The cases whose command exists; the others are told of."""
    wanted = [case for case in CASES if only in case.name]
    nouns = {case.noun for case in wanted if case.noun and not case.noun.startswith("-")}
    missing = set()
    with Measurer() as measurer:
        for noun in sorted(nouns):
            command = [*PROGRAM, noun, "--help"]
            try:
                measurer.run(Order(command, home.environment, str(home.folder)))
            except FailedError:
                missing.add(noun)
    for case in wanted:
        if case.noun in missing:
            print(f"passed over, for there is no such command: {case.words}", file=sys.stderr)
    return [case for case in wanted if case.noun not in missing]


def measure(measurer: Measurer, homes: list[Home], cases: list[Case], rounds: int) -> Results:
    """Every case in every home, in turn, and F before each of them."""
    floor: list[float] = []
    figures = {
        (case.name, home.sessions): Figure("coachlog", case.name, home.sessions, [], [])
        for case in cases
        for home in homes
        if home.sessions <= case.most
    }
    for turn in range(-1, rounds):  # the first turn warms the caches and does not count
        for home in homes:
            if home.sessions <= SMALL_STORE:
                home.lay_anew()
        for case in cases:
            if turn > 0 and turn % case.every:
                continue
            for home in homes:
                if home.sessions > case.most:
                    continue
                f = measurer.run(floor_order(home.environment))
                took = measurer.run(_order(case, home, turn))
                if turn >= 0:
                    floor.append(f.seconds)
                    figure = figures[case.name, home.sessions]
                    figure.took.append(took.seconds)
                    figure.memory.append(took.mebibytes)
    return Results(floor, figures, [home.sessions for home in homes])


def _order(case: Case, home: Home, turn: int) -> Order:
    words = home.words(case.words, turn)
    environment = home.environment | ({"_COACHLOG_COMPLETE": case.tab} if case.tab else {})
    return Order(
        command=[*case.program, *([words] if case.tab else words.split())],
        environment=environment,
        folder=str(home.folder),
        code=case.code,
        terminal=case.terminal,
        until=case.until,
    )


def _peers(
    asked: argparse.Namespace, measurer: Measurer, stores: Path, results: Results
) -> list[Figure]:
    from peers import measure_peers

    return list(measure_peers(measurer, stores, results.sizes, asked.rounds))


def _tell(
    asked: argparse.Namespace, cases: list[Case], results: Results, peers: list[Figure]
) -> None:
    text = f"{report.head(results, asked.rounds)}\n{report.table(results, cases)}"
    if peers:
        text += f"\n{report.peers_table(results, peers)}"
    print(text)
    figures = [*results.figures.values(), *peers]
    if asked.csv:
        report.write_csv(asked.csv, results, figures)
    if asked.chart:
        report.write_chart(asked.chart, results, figures)
    if asked.write:
        report.write_chart(CHART, results, figures)
        before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        DOCUMENT.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
