"""`python -m coachlog`, and the entry point of the installed command."""

import sys

from coachlog.main import main


def run() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
