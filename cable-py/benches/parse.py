"""What the Python layer costs: ``python benches/parse.py [FILE…]``. Best of several rounds, in microseconds a telegram.

The core's own time on the same files is printed by the Rust example beside it:
``cargo run --release -p cable-core --example parse_time -- FILE…``.
"""

import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import cable

ROUNDS = 30
CORPUS = Path(__file__).parents[2] / "cable-core" / "tests" / "corpus"


def best(run: Callable[[], object], count: int) -> float:
    """Microseconds of the fastest round, for one of ``count`` telegrams."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        run()
        times.append(time.perf_counter_ns() - start)
    return min(times) / 1000 / count


def ten_properties(telegram: cable.Cable) -> tuple[object, ...]:
    """What an index of telegrams asks for."""
    header, subject = telegram.header, telegram.subject
    return (
        telegram.reference_id,
        telegram.classification and telegram.classification.display,
        header and header.date_time_group,
        header and header.originator and header.originator.name,
        header and [addressee.name for addressee in header.action],
        subject and subject.text,
        [tag.code for tag in telegram.tags],
        [reference.target for reference in telegram.references],
        telegram.captions,
        telegram.signature,
    )


def import_time() -> float:
    """Milliseconds that ``import cable`` adds to the start of Python."""

    def run(code: str) -> float:
        times = []
        for _ in range(10):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times.append(time.perf_counter() - start)
        return min(times) * 1000

    return run("import cable") - run("pass")


def main(arguments: Sequence[str]) -> None:
    paths = [Path(name) for name in arguments] or sorted(CORPUS.rglob("*.txt"))
    inputs = [path.read_bytes() for path in paths]
    count = len(inputs)

    def read(data: Callable[[cable.Cable], object]) -> float:
        """Time of reading from fresh telegrams, without that of their parse."""
        times = []
        for _ in range(ROUNDS):
            telegrams = [cable.parse(one) for one in inputs]
            start = time.perf_counter_ns()
            for telegram in telegrams:
                data(telegram)
            times.append(time.perf_counter_ns() - start)
        return min(times) / 1000 / count

    def parse_all() -> None:
        for one in inputs:
            cable.parse(one)

    print(f"telegrams        {count}, {sum(map(len, inputs)) / count:.0f} bytes on average")
    print(f"parse            {best(parse_all, count):8.2f} µs")
    print(f"ten properties   {read(ten_properties):8.2f} µs")
    print(f"paragraphs       {read(lambda telegram: telegram.paragraphs):8.2f} µs")
    print(f"to_json          {read(lambda telegram: telegram.to_json()):8.2f} µs")
    print(f"import           {import_time():8.1f} ms")
    extension = Path(str(cable._native.__file__))
    print(f"extension        {extension.stat().st_size / 1e6:8.2f} MB ({sysconfig.get_platform()})")


if __name__ == "__main__":
    main(sys.argv[1:])
