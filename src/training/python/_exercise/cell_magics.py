"""Cells with a `%%` line in their head."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from _exercise.shell import Captured, time_statement, timed, write_file

__all__ = ['around', 'takes_over']


def takes_over(magic: str, source: str, variables: dict[str, Any]) -> bool:
    """Carries out a magic that does not execute the cell once; returns whether it is one of these."""
    name, _, line = magic.partition(' ')
    if name in ('writefile', 'file'):
        write_file(line, source.lstrip().partition('\n')[2])
        return True
    if name == 'timeit':
        time_statement(line, source, variables)
        return True
    return False


@contextmanager
def around(magic: str, variables: dict[str, Any]) -> Iterator[Captured | None]:
    """Around a cell, as its magic wants it; gives what captures, kept under the name that the magic says."""
    name, _, line = magic.partition(' ')
    if name == 'time':
        with timed():
            yield None
    elif name == 'capture':
        words = line.split()
        captured = Captured()
        with captured.taking(out='--no-stdout' not in words, err='--no-stderr' not in words):
            yield captured
            _drop_figures()
        for word in words:
            if not word.startswith('-'):
                variables[word] = captured
    else:
        yield None


def _drop_figures() -> None:
    """Figures that were drawn and not shown belong to what is captured."""
    pyplot = sys.modules.get('matplotlib.pyplot')
    if pyplot is not None:
        pyplot.close('all')
