"""Other programs that keep entries at the command line: installed, filled, and measured alike.

Those of PyPI get an environment each, beside the made-up journals; those of Debian are installed
on the machine. Each gets as many entries as the journal has conversations.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import FailedError, Measurer, Order, SlowError
from peer_stores import PEERS, Peer
from results import Figure

PATIENCE = 60.0
TURNS = 5
"""More would take hours: some need a minute for one answer."""


def measure_peers(
    measurer: Measurer, stores: Path, sizes: list[int], rounds: int
) -> Iterator[Figure]:
    """What each peer that can be installed takes for each operation, at each size."""
    with tempfile.TemporaryDirectory() as folder:
        for peer in PEERS:
            program = _installed(peer, stores / "peers")
            for size in sizes if program else ():
                place = Path(folder) / f"{peer.name}-{size}"
                place.mkdir()
                yield from _measured(measurer, peer, program, place, size, min(rounds, TURNS))
                shutil.rmtree(place)


def _installed(peer: Peer, environments: Path) -> str:
    """The path of the program, installed if need be; empty where that cannot be done."""
    try:
        found = _from_debian(peer) if peer.debian else _from_pypi(peer, environments)
    except (subprocess.CalledProcessError, OSError):
        found = ""
    if not found:
        print(f"{peer.name} cannot be installed here.", file=sys.stderr)
    return found


def _from_pypi(peer: Peer, environments: Path) -> str:
    place = environments.resolve() / peer.name
    program = place / "bin" / peer.program
    if not program.exists():
        print(f"Installing {peer.name} ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "-qq", peer.package]
        subprocess.run([*pip, "--disable-pip-version-check"], check=True)
    return str(program) if program.exists() else ""


def _from_debian(peer: Peer) -> str:
    found = shutil.which(peer.program)
    if not found and shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing {peer.name} ...", file=sys.stderr)
        command = ["apt-get", "install", "-y", "-qq", peer.package]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found = shutil.which(peer.program)
    return found or ""


def _measured(
    measurer: Measurer, peer: Peer, program: str, place: Path, size: int, rounds: int
) -> Iterator[Figure]:
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(place),
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "TZ": "Europe/Brussels",
    }
    environment |= {name: value.format(place=place) for name, value in peer.environment.items()}
    peer.fill(place, size)
    for operation, words in peer.operations.items():
        command = [program, *(word.format(place=place) for word in (*peer.options, *words))]
        order = Order(command, environment, str(place), patience=PATIENCE)
        yield _figure(measurer, order, peer.name, operation, size, rounds)


def _figure(
    measurer: Measurer, order: Order, name: str, operation: str, size: int, rounds: int
) -> Figure:
    """What was measured; the first turn does not count, and a slow one is the last."""
    took: list[float] = []
    memory: list[float] = []
    try:
        for turn in range(-1, rounds):
            measured = measurer.run(order)
            if turn >= 0:
                took.append(measured.seconds)
                memory.append(measured.mebibytes)
    except SlowError:
        return Figure(name, operation, size, [order.patience], [0.0], problem="too slow")
    except FailedError as error:
        print(error, file=sys.stderr)
        return Figure(name, operation, size, [0.0], [0.0], problem="failed")
    return Figure(name, operation, size, took, memory)
