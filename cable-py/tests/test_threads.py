"""One telegram asked by many threads at once, and many telegrams read at once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import cable

from telegrams import corpus

THREADS = 8


def test_values_are_the_same_for_all_threads() -> None:
    inputs = [path.read_bytes() for path in corpus()]
    for data in inputs:
        telegram = cable.parse(data)
        start = threading.Barrier(THREADS)

        def ask(telegram: cable.Cable = telegram, start: threading.Barrier = start) -> tuple[object, ...]:
            start.wait()
            return telegram.paragraphs, telegram.header, telegram.to_json(), telegram.spans(), telegram.diagnostics

        with ThreadPoolExecutor(THREADS) as pool:
            answers = [answer.result() for answer in [pool.submit(ask) for _ in range(THREADS)]]
        assert all(answer == answers[0] for answer in answers)
        assert all(answer[0] is answers[0][0] for answer in answers), "kept once for all"


def test_many_telegrams_at_once() -> None:
    inputs = [path.read_bytes() for path in corpus()] * 4
    expected = [cable.parse(data).to_json() for data in inputs]
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(lambda data: cable.parse(data).to_json(), inputs)) == expected
