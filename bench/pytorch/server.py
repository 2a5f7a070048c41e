"""PyTorch's side of the bench: runs the programs it is sent in one warm interpreter.

Each line of stdin is `{"sources": [...], "seed": n}`: sources that share one fresh namespace. Each line of
stdout is `{"stdout": "...", "milliseconds": x, "peak": y}` with the time of the whole and the most MiB of
memory meanwhile (null where the system does not tell), or `{"error": "..."}`. The first line tells the
versions and the number of threads.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import sys
import time
import traceback
from pathlib import Path
from typing import Any

os.environ['MPLBACKEND'] = 'agg'

import torch
from d2l import torch as d2l  # noqa: F401 - imported once, as the engine has it


def forget_peak() -> None:
    """Has the system count the most memory anew, where it can."""
    with contextlib.suppress(OSError):
        Path('/proc/self/clear_refs').write_text('5')


def peak() -> float | None:
    """The most MiB of memory since, as the system knows them."""
    try:
        status = Path('/proc/self/status').read_text()
    except OSError:
        return None
    found = re.search(r'VmHWM:\s+(\d+)', status)
    return None if found is None else int(found[1]) / 1024


def run(sources: list[str], seed: int) -> dict[str, Any]:
    """Execute the sources and time them together."""
    namespace: dict[str, Any] = {'__name__': '__main__'}
    printed = io.StringIO()
    forget_peak()
    try:
        with contextlib.redirect_stdout(printed):
            start = time.perf_counter()
            torch.manual_seed(seed)
            for source in sources:
                exec(compile(source, '<bench>', 'exec'), namespace)
            milliseconds = 1000 * (time.perf_counter() - start)
    except Exception:
        return {'error': traceback.format_exc()}
    return {'stdout': printed.getvalue(), 'milliseconds': milliseconds, 'peak': peak()}


def main() -> None:
    """Serves requests until stdin ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--threads', type=int, default=0, help='0: as many as PyTorch takes by itself')
    threads = parser.parse_args().threads
    if threads > 0:
        torch.set_num_threads(threads)
    print(json.dumps({'torch': torch.__version__, 'threads': torch.get_num_threads()}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(run(request['sources'], request['seed'])), flush=True)


if __name__ == '__main__':
    main()
