"""Data sets that were fetched on this machine: what a program is about to download is copied of them."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, BinaryIO

__all__ = ['begin', 'provide']

_FORMAT = 1
_CONTENTS = 'contents.bin'
"""Unpacked files of a set, one after the other, and listings of folders: `src/data/packed-files.ts`."""
_MOST_PARTS = 8
"""Folders above a file that say which one it is."""
_PIECE = 1 << 20

_folder: Path | None = None
"""Of the store; None where runs are given none."""


def begin(folder: str | None) -> None:
    """Says where the sets are for the run that begins."""
    global _folder
    _folder = None if folder is None else Path(folder)


def provide(target: str | os.PathLike[str]) -> bool:
    """Puts a file of a fetched set where a program looks for it, unless there is one.

    It is a copy, so that what a program does to it stays there. Whether it is the right one the program
    checks, as it does with what it has downloaded.

    Args:
        target: where it is to be. The end of the path says which file it is.

    Returns:
        Whether a set has it, and it is there.
    """
    if _folder is None:
        return False
    path = Path(os.path.abspath(target))
    parts = path.parts[1:][-_MOST_PARTS:]
    names = ['/'.join(parts[first:]) for first in range(len(parts))]
    try:
        return any(_copy(each, names, path) for each in sorted((_folder / 'sets').iterdir()))
    except (OSError, ValueError, TypeError, KeyError):
        # A store that is not there, or damaged, is none: the program downloads.
        return False


def _copy(set_folder: Path, names: list[str], target: Path) -> bool:
    """Copies the file of a set that has one of these names, if there is one; longer names go first."""
    described: Any = json.loads((set_folder / 'set.json').read_text('utf-8'))
    if described['format'] != _FORMAT:
        return False
    kept = {name for name, _ in described['files']}
    for name in names:
        if name in kept:
            with open(set_folder / Path(name).name, 'rb') as file:
                return _write(file, None, target)
        if not described['contents']:
            continue
        with open(set_folder / _CONTENTS, 'rb') as packed:
            place = _find(packed, described['contents'], name)
            if place is not None:
                packed.seek(place[1])
                return _write(packed, place[0], target)
    return False


def _find(packed: BinaryIO, listing: list[Any], name: str) -> tuple[int, int] | None:
    """Bytes and offset of a packed file; None: it is not there."""
    *folders, last = name.split('/')
    for folder in folders:
        entry = next((entry for entry in listing if entry[0] == f'{folder}/'), None)
        if entry is None:
            return None
        packed.seek(entry[2])
        listing = json.loads(packed.read(entry[1]))
    return next(((size, offset) for entry, size, offset in listing if entry == last), None)


def _write(source: BinaryIO, size: int | None, target: Path) -> bool:
    """Writes `size` bytes, all where it is None, unless there is a file; nobody sees half of one."""
    if target.exists():
        return True
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, part = tempfile.mkstemp(dir=target.parent, prefix=f'.{target.name}.')
    try:
        with os.fdopen(descriptor, 'wb') as file:
            if size is None:
                shutil.copyfileobj(source, file, _PIECE)
            else:
                for left in range(size, 0, -_PIECE):
                    file.write(source.read(min(left, _PIECE)))
        os.chmod(part, 0o644)
        os.replace(part, target)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return True
