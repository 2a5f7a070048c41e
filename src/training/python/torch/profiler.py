"""torch.profiler: how long the sections of a program take, measured by the clock.

What the operations inside a section take, and memory, are not measured: a table says so.
"""

import json
import time
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, NoReturn

from ._names import missing

__all__ = [
    'ProfilerAction',
    'ProfilerActivity',
    'profile',
    'record_function',
    'schedule',
    'tensorboard_trace_handler',
]

_OFFERED_LATE_BY = 'torch'
_OFFERED = []

_NOTE = (
    'Only sections named with record_function are timed here: D2L Exercises does not time single operations.'
)
_MICROSECONDS = 1e6


class ProfilerActivity(Enum):
    """What is to be watched: there is a CPU here."""

    CPU = 0
    XPU = 1
    CUDA = 2


class ProfilerAction(Enum):
    """What a schedule does in a step."""

    NONE = 0
    WARMUP = 1
    RECORD = 2
    RECORD_AND_SAVE = 3


class _Section:
    """One time that a section ran."""

    __slots__ = ('children', 'ended', 'name', 'started')

    def __init__(self, name: str) -> None:
        self.name = name
        self.started = time.perf_counter()
        self.ended = self.started
        self.children: list[_Section] = []

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.ended - self.started


# The profiles that run, innermost last, and the sections that are open in the innermost.
_running: list['profile'] = []


class record_function:
    """Names a section of a program for the profile that runs: a context, or a decorator."""

    def __init__(self, name: str, args: str | None = None) -> None:
        self.name = name
        self._open: _Section | None = None

    def __enter__(self) -> 'record_function':
        self._open = _running[-1]._begin(self.name) if _running else None
        return self

    def __exit__(self, *_: object) -> None:
        if self._open is not None and _running:
            _running[-1]._finish(self._open)

    def __call__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **kwargs: Any) -> Any:
            with record_function(self.name):
                return function(*args, **kwargs)

        return called


class _Average:
    """All times that a section of one name ran, in microseconds."""

    def __init__(self, key: str, sections: list[_Section]) -> None:
        self.key = key
        self.count = len(sections)
        self.cpu_time_total = sum(each.seconds for each in sections) * _MICROSECONDS
        inside = sum(child.seconds for each in sections for child in each.children) * _MICROSECONDS
        self.self_cpu_time_total = self.cpu_time_total - inside

    @property
    def cpu_time(self) -> float:
        """The mean of the times."""
        return self.cpu_time_total / self.count


class _Averages(list[_Average]):
    """The sections of a profile, each name once."""

    def table(self, sort_by: str | None = None, row_limit: int = 100, **_: Any) -> str:
        """The sections as a table, and what it leaves out."""
        wanted = (sort_by or '').replace('device', 'cpu').replace('cuda', 'cpu')
        rows = sorted(self, key=lambda each: getattr(each, wanted, 0), reverse=True) if wanted else list(self)
        width = max([len(each.key) for each in rows[:row_limit]] + [len('Name')])
        heads = ('Self CPU', 'CPU total', 'CPU time avg', '# of Calls')
        rule = '  '.join('-' * size for size in (width, *(13 for _ in heads)))
        lines = [rule, '  '.join([f'{"Name":>{width}}', *(f'{head:>13}' for head in heads)]), rule]
        for each in rows[:row_limit]:
            times = (each.self_cpu_time_total, each.cpu_time_total, each.cpu_time)
            shown = [f'{_shown(value):>13}' for value in times]
            lines.append('  '.join([f'{each.key:>{width}}', *shown, f'{each.count:>13}']))
        return '\n'.join([*lines, rule, _NOTE, ''])

    def __str__(self) -> str:
        return self.table()


def _shown(microseconds: float) -> str:
    if microseconds >= 1e6:
        return f'{microseconds / 1e6:.3f}s'
    return f'{microseconds / 1e3:.3f}ms' if microseconds >= 1e3 else f'{microseconds:.3f}us'


class profile:
    """Measures how long the sections of the code inside take.

    Args:
        activities: accepted; there is a CPU only.
        schedule: which steps are measured.
        on_trace_ready: is called with the profile when a measured stretch of steps is over, or at the end.
    """

    def __init__(
        self,
        *_: Any,
        activities: Iterable[ProfilerActivity] | None = None,
        schedule: Callable[[int], ProfilerAction] | None = None,
        on_trace_ready: Callable[['profile'], Any] | None = None,
        **__: Any,
    ) -> None:
        self._schedule = schedule
        self._on_trace_ready = on_trace_ready
        self._sections: list[_Section] = []
        self._open: list[_Section] = []
        self.step_num = 0
        self._action = ProfilerAction.RECORD if schedule is None else schedule(0)

    def start(self) -> None:
        """Begins to measure."""
        _running.append(self)
        self._begin_step()

    def stop(self) -> None:
        """Ends measuring."""
        self._end_step()
        if self in _running:
            _running.remove(self)
        if self._on_trace_ready is not None and self._schedule is None:
            self._on_trace_ready(self)

    def __enter__(self) -> 'profile':
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _begin_step(self) -> None:
        if self._schedule is not None:
            self._begin(f'ProfilerStep#{self.step_num}')

    def _end_step(self) -> None:
        while self._open:
            self._finish(self._open[-1])

    def step(self) -> None:
        """Says that the next step of a schedule begins."""
        self._end_step()
        if self._action is ProfilerAction.RECORD_AND_SAVE and self._on_trace_ready is not None:
            self._on_trace_ready(self)
            self._sections = []
        self.step_num += 1
        if self._schedule is not None:
            self._action = self._schedule(self.step_num)
        self._begin_step()

    def _begin(self, name: str) -> _Section | None:
        if self._action not in (ProfilerAction.RECORD, ProfilerAction.RECORD_AND_SAVE):
            return None
        section = _Section(name)
        if self._open:
            self._open[-1].children.append(section)
        self._open.append(section)
        self._sections.append(section)
        return section

    def _finish(self, section: _Section) -> None:
        section.ended = time.perf_counter()
        if section in self._open:
            del self._open[self._open.index(section) :]

    def events(self) -> _Averages:
        """Every time that a section ran."""
        return _Averages(_Average(each.name, [each]) for each in self._sections)

    def key_averages(self, group_by_input_shape: bool = False, group_by_stack_n: int = 0) -> _Averages:
        """The sections, each name once."""
        names = dict.fromkeys(each.name for each in self._sections)
        return _Averages(
            _Average(name, [each for each in self._sections if each.name == name]) for name in names
        )

    def table(self, sort_by: str | None = None, **options: Any) -> str:
        """The sections as a table."""
        return self.key_averages().table(sort_by, **options)

    @property
    def self_cpu_time_total(self) -> float:
        """What all sections took together, in microseconds."""
        return sum(each.self_cpu_time_total for each in self.key_averages())

    def export_chrome_trace(self, path: str) -> None:
        """Writes the sections into a file that chrome://tracing reads."""
        events = [
            {
                'name': each.name,
                'ph': 'X',
                'ts': each.started * _MICROSECONDS,
                'dur': each.seconds * _MICROSECONDS,
                'pid': 0,
                'tid': 0,
            }
            for each in self._sections
        ]
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'traceEvents': events}, file)

    def export_stacks(self, path: str, metric: str = 'self_cpu_time_total') -> NoReturn:
        """Where the calls came from is not recorded.

        Raises:
            NotImplementedError: always.
        """
        raise NotImplementedError('D2L Exercises does not record where calls come from: use key_averages()')

    def __repr__(self) -> str:
        return self.table() if self._sections else f'<profile: {_NOTE}>'


def schedule(
    *, wait: int, warmup: int, active: int, repeat: int = 0, skip_first: int = 0, **_: Any
) -> Callable[[int], ProfilerAction]:
    """Which steps are measured: `active` ones, after those to wait for and to warm up, over and over."""

    def action(step: int) -> ProfilerAction:
        cycle, place = divmod(step - skip_first, wait + warmup + active)
        if step < skip_first or (repeat and cycle >= repeat) or place < wait:
            return ProfilerAction.NONE
        if place < wait + warmup:
            return ProfilerAction.WARMUP
        last = place == wait + warmup + active - 1
        return ProfilerAction.RECORD_AND_SAVE if last else ProfilerAction.RECORD

    return action


def tensorboard_trace_handler(dir_name: str, *_: Any, **__: Any) -> Callable[[profile], None]:
    """Writes each measured stretch into a file of the folder."""
    import os

    def handle(measured: profile) -> None:
        os.makedirs(dir_name, exist_ok=True)
        measured.export_chrome_trace(os.path.join(dir_name, f'step-{measured.step_num}.pt.trace.json'))

    return handle


def __getattr__(name: str) -> Any:
    raise missing('torch.profiler', name)
