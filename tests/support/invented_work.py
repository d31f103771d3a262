"""Work for the tests of adding: what a worker process is given to do."""

import os
import signal
import time

from invented_reports import a_report

from store.library.adding import Done, Task, done_with


def read_quickly(task: Task) -> Done:
    """A report from the first line of the file; some names stand for trouble."""
    name, path = task.source.path.name, str(task.source.path)
    if "kill" in name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "raise" in name:
        raise RuntimeError("not foreseen")
    if "refuse" in name:
        return Done(path, refusal=f"{path}: no report found in it")
    document, articles = a_report(task.source.path.read_text(), path=path, series=None)
    if task.known == document.sha256:
        return Done(path, present=True)
    return done_with(document, articles)


def read_slowly(task: Task) -> Done:
    """The same, a little later."""
    time.sleep(0.02)
    return read_quickly(task)
