"""Run one function on many inputs in worker processes: in order, bounded, and past a crash."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Final, Generic, TypeVar

Input = TypeVar("Input")
Output = TypeVar("Output")

_AHEAD: Final = 8
"""Inputs that wait for each worker: enough to keep it busy, few enough to forget."""


def run(
    work: Callable[[Input], Output],
    inputs: Iterable[Input],
    processes: int,
    stop: threading.Event,
) -> Iterator[tuple[Input, Output | BaseException]]:
    """Each input with its result, or with the exception that it raised, in order.

    ``processes`` 0 works in a thread of this process. When a worker dies, what was under way is
    tried again one by one, and the input that kills it comes with BrokenProcessPool. After
    ``stop`` is set no further input is begun.
    """
    pool = _Pool(work, processes)
    try:
        for one in inputs:
            pool.submit(one)
            if pool.is_full():
                yield pool.next()
            if stop.is_set():
                return
        while pool.waiting and not stop.is_set():
            yield pool.next()
    finally:
        pool.close()


class _Pool(Generic[Input, Output]):
    """Workers and what they were given; replaced when one of them dies."""

    def __init__(self, work: Callable[[Input], Output], processes: int) -> None:
        self._work = work
        self._processes = processes
        self._executor = _executor(processes)
        self.waiting: deque[tuple[Input, Future[Output]]] = deque()

    def submit(self, one: Input) -> None:
        """Give an input to the workers."""
        try:
            future = self._executor.submit(self._work, one)
        except BrokenProcessPool as error:
            # found out when its turn comes: then it is tried again
            future = Future()
            future.set_exception(error)
        self.waiting.append((one, future))

    def is_full(self) -> bool:
        """Whether as much waits as should."""
        return len(self.waiting) > self._processes * _AHEAD

    def next(self) -> tuple[Input, Output | BaseException]:
        """The oldest input with its result."""
        one, future = self.waiting.popleft()
        error = future.exception()
        if isinstance(error, BrokenProcessPool):
            future = self._again(one)
            error = future.exception()
        return one, future.result() if error is None else error

    def _again(self, one: Input) -> Future[Output]:
        """Try an input alone after a worker died; then the others go to new workers."""
        self.close()
        with _executor(1) as alone:
            future = alone.submit(self._work, one)
            future.exception()
        self._executor = _executor(self._processes)
        again = [other for other, _ in self.waiting]
        self.waiting.clear()
        for other in again:
            self.submit(other)
        return future

    def close(self) -> None:
        """Let the workers end; what they were given and did not begin is dropped."""
        self._executor.shutdown(wait=True, cancel_futures=True)


def _executor(processes: int) -> Executor:
    if processes < 1:
        return ThreadPoolExecutor(1)
    # spawn: a fork would inherit locks and the descriptors of the library
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, context, initializer=_live_and_die_with_the_parent)


def _live_and_die_with_the_parent() -> None:
    """The terminal sends ctrl+c to every process: the one that adds decides what ends.

    When that one is killed, its workers would wait for ever for what it can no longer send.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
