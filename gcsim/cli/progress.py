"""How far a command is."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress"]

_LINE_EVERY_S = 10.0


@contextmanager
def progress(name: str) -> Iterator[Callable[[float, str], None]]:
    """Show on stderr how far a command is: a bar in a terminal, elsewhere a line every ten seconds.

    Parameters
    ----------
    name : str
        What is being done, until the command says something closer.

    Yields
    ------
    callable
        To be called with the share that is done, from 0 to 1, and with what is being done.
    """
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(name, total=1.0)
            yield lambda share, doing: bar.update(task, completed=share, description=doing)
        return

    written = time.monotonic()

    def line(share: float, doing: str) -> None:
        nonlocal written
        if time.monotonic() - written >= _LINE_EVERY_S:
            written = time.monotonic()
            sys.stderr.write(f"{doing}: {share:.0%} done\n")
            sys.stderr.flush()

    yield line
