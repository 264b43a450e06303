"""What a scan of whole dumps takes: ``python benches/scan.py DUMP…``; each in its own process, on one and two threads.

Dumps of any size are written by ``cargo run --release -p cable-core --example synthetic_dump -- ROWS > DUMP``.
"""

import re
import subprocess
import sys
import time
from pathlib import Path

import cable


def peak() -> float:
    """Most memory this process has held, in MiB."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else float("nan")


def measure(path: str, workers: int) -> None:
    """Reads each row once and sees that it stands where the last one ended."""
    start = time.perf_counter()
    rows = errors = end = 0
    for member in cable.scan(path, workers=workers):
        place = member.place
        assert place is not None and (place.row, place.start) == (rows + 1, end)
        rows, end = rows + 1, place.end
        if isinstance(member, cable.MemberError):
            errors += 1
        else:
            assert member.reference_id
    assert end == Path(path).stat().st_size
    seconds = time.perf_counter() - start
    print(
        f"{path}: {rows} rows in order, {errors} errors, {workers} workers: {seconds:.2f} s, "
        f"{seconds * 1e6 / max(rows, 1):.1f} µs a row, peak {peak():.1f} MiB",
        flush=True,
    )


def main(arguments: list[str]) -> None:
    if len(arguments) == 3 and arguments[0] == "--one":
        measure(arguments[1], int(arguments[2]))
        return
    for path in arguments:
        for workers in ("1", "2"):
            subprocess.run([sys.executable, __file__, "--one", path, workers], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
