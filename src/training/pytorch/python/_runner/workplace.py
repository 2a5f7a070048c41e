"""The folder that a run is in, and the data that it finds there."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ['entered']


@contextlib.contextmanager
def entered(message: dict[str, Any]) -> Iterator[None]:
    """Makes the run's folder the current one while it goes on.

    That is the document's folder, as for a notebook; one of its own where there is none, or where the run has
    a data folder, which it finds as `data` and `../data` then. What a run has left in a folder of its own is
    kept, and told.

    Args:
        message: a `run` line.
    """
    folder, data = message.get('folder'), message.get('dataFolder')
    if folder is not None and data is None and os.path.isdir(folder):
        with _inside(folder), _importing(folder):
            yield
        return
    place = Path(tempfile.mkdtemp(prefix='d2l-exercise-'))
    work = place / 'work'
    work.mkdir()
    if data is not None:
        for link in (place / 'data', work / 'data'):
            _link(link, data)
    try:
        with _inside(work), _importing(folder):
            yield
    finally:
        _clear(place)


@contextlib.contextmanager
def _inside(folder: str | Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextlib.contextmanager
def _importing(folder: str | None) -> Iterator[None]:
    """Modules beside the document can be imported, as a notebook's can."""
    if folder is None:
        yield
        return
    sys.path.append(folder)
    try:
        yield
    finally:
        if folder in sys.path:
            sys.path.remove(folder)


def _link(link: Path, data: str) -> None:
    try:
        link.symlink_to(data, target_is_directory=True)
    except OSError:
        # Windows wants a right for it: the files themselves then.
        shutil.copytree(data, link)


def _clear(place: Path) -> None:
    """Removes the folder, unless the run has left something in it."""
    left = [
        path
        for path in place.rglob('*')
        if path.is_file() and 'data' not in path.relative_to(place).parts[:2]
    ]
    if left:
        print(f'What this run has written is in {place / "work"}.', file=sys.stderr)
        return
    for link in (place / 'data', place / 'work' / 'data'):
        if link.is_symlink():
            link.unlink()
    shutil.rmtree(place, ignore_errors=True)
