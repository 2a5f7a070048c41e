"""`get_ipython()`: what IPython's magics do where there is neither IPython nor a shell."""

import ast
import io
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

__all__ = ['Captured', 'Shell', 'TimeitResult', 'format_seconds', 'time_statement', 'timed', 'write_file']

_UNITS = ((1.0, 's'), (1e-3, 'ms'), (1e-6, 'μs'), (1e-9, 'ns'))
_INSTALLERS = ('pip', 'pip3', 'conda', 'mamba', 'apt', 'apt-get', 'uv', 'python -m pip')


class TimeitResult:
    """What `%timeit -o` gives.

    Attributes:
        loops: executions in each run.
        repeat: number of runs.
        all_runs: seconds of each run.
        timings: seconds of one execution, by run.
    """

    def __init__(self, loops: int, all_runs: list[float]) -> None:
        self.loops = loops
        self.repeat = len(all_runs)
        self.all_runs = all_runs
        self.timings = [run / loops for run in all_runs]
        self.best = min(self.timings)
        self.worst = max(self.timings)
        self.average = sum(self.timings) / self.repeat
        squares = sum((timing - self.average) ** 2 for timing in self.timings)
        self.stdev = (squares / self.repeat) ** 0.5

    def __str__(self) -> str:
        runs = f'{self.repeat} run{"s" if self.repeat != 1 else ""}'
        loops = f'{self.loops:,} loop{"s" if self.loops != 1 else ""} each'
        mean, deviation = format_seconds(self.average), format_seconds(self.stdev)
        return f'{mean} ± {deviation} per loop (mean ± std. dev. of {runs}, {loops})'

    def __repr__(self) -> str:
        return f'<TimeitResult : {self}>'


class Captured:
    """What a cell printed under `%%capture out`."""

    def __init__(self) -> None:
        self._stdout = io.StringIO()
        self._stderr = io.StringIO()
        self.outputs: list[Any] = []

    @property
    def stdout(self) -> str:
        return self._stdout.getvalue()

    @property
    def stderr(self) -> str:
        return self._stderr.getvalue()

    def show(self) -> None:
        """Prints it after all."""
        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)
        for value in self.outputs:
            print(repr(value))

    __call__ = show

    def __str__(self) -> str:
        return self.stdout

    @contextmanager
    def taking(self, *, out: bool = True, err: bool = True) -> Iterator[None]:
        """Takes in what is printed meanwhile."""
        with (
            redirect_stdout(self._stdout if out else sys.stdout),
            redirect_stderr(self._stderr if err else sys.stderr),
        ):
            yield


class Shell:
    """What `get_ipython()` gives to the code of a notebook.

    Args:
        variables: the namespace that magics work in.
    """

    def __init__(self, variables: dict[str, Any]) -> None:
        self.user_ns = variables

    def run_line_magic(self, name: str, line: str = '', *_: Any, **__: Any) -> Any:
        """Carries out `%name line`; what has no effect here is passed over."""
        if name == 'timeit':
            return time_statement(line, '', self.user_ns)
        if name == 'time':
            return self._time(line)
        return None

    magic = run_line_magic

    def run_cell_magic(self, name: str, line: str, cell: str) -> Any:
        """Carries out `%%name line` on the text of a cell."""
        if name == 'timeit':
            return time_statement(line, cell, self.user_ns)
        if name in ('writefile', 'file'):
            return write_file(line, cell)
        exec(cell, self.user_ns)
        return None

    def system(self, command: str) -> None:
        """`!command`: says that there is no shell; installing is passed over, for what there is is here."""
        if not command.startswith(_INSTALLERS):
            print(f'There is no shell here: !{command} was not run.', file=sys.stderr)

    def getoutput(self, command: str) -> list[str]:
        """`x = !command`, which cannot have a value.

        Raises:
            OSError: always: there is no shell.
        """
        hint = ' Python itself can list files: os.listdir().' if command.startswith(('ls', 'dir')) else ''
        raise OSError(f'There is no shell here, so !{command} has no output.{hint}')

    def _time(self, line: str) -> Any:
        tree = ast.parse(line)
        last = tree.body[-1] if tree.body else None
        with timed():
            if isinstance(last, ast.Expr) and len(tree.body) == 1:
                return eval(compile(ast.Expression(last.value), '<timed>', 'eval'), self.user_ns)
            exec(compile(tree, '<timed>', 'exec'), self.user_ns)
        return None


@contextmanager
def timed() -> Iterator[None]:
    """Prints how long what happens meanwhile took, as `%time` does."""
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        yield
    finally:
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        user = format_seconds(cpu)
        print(f'CPU times: user {user}, sys: 0 ns, total: {user}\nWall time: {format_seconds(wall)}')


def format_seconds(seconds: float) -> str:
    """A time in the unit that suits it, with three digits: `12.3 ms`."""
    if seconds >= 60:
        return f'{int(seconds // 60)}min {seconds % 60:.0f}s'
    scale, unit = next((unit for unit in _UNITS if seconds >= unit[0]), _UNITS[-1])
    return f'{seconds / scale:.3g} {unit}'


def time_statement(line: str, cell: str, variables: dict[str, Any]) -> TimeitResult | None:
    """Times a statement as `%timeit` does: seven runs of at least 0.2 s unless the options say otherwise.

    Args:
        line: options (`-n 10 -r 3 -q -o`), then the statement, or what sets it up if there is a cell.
        cell: the statement of `%%timeit`; empty for `%timeit`.
        variables: the names that the statement finds; it leaves none behind.
    """
    options, rest = _options(line)
    statement, setup = (cell, rest) if cell else (rest, '')
    run = _function(statement, setup, variables)
    loops = int(options.get('n', 0)) or _enough_loops(run)
    result = TimeitResult(loops, [run(loops) for _ in range(int(options.get('r', 7)))])
    if 'q' not in options:
        print(result)
    return result if 'o' in options else None


def _options(line: str) -> tuple[dict[str, str], str]:
    """Options at the head of a magic's line, and the rest of it."""
    options: dict[str, str] = {}
    rest = line.strip()
    while rest.startswith('-') and len(rest) > 1 and rest[1] in 'nrpqoctv':
        letter, rest = rest[1], rest[2:].lstrip()
        value = ''
        if letter in 'nrp':
            value, _, rest = rest.partition(' ')
        options[letter] = value
        rest = rest.lstrip()
    return options, rest


def _function(statement: str, setup: str, variables: dict[str, Any]) -> Callable[[int], float]:
    """A function that executes the statement so many times and returns the seconds that it took."""
    template = ast.parse(
        'def inner(_loops, _timer):\n'
        '    setup\n'
        '    _start = _timer()\n'
        '    for _ in range(_loops):\n'
        '        statement\n'
        '    return _timer() - _start\n'
    )
    inner: Any = template.body[0]
    loop: Any = inner.body[2]
    loop.body = ast.parse(statement).body or [ast.Pass()]
    inner.body[0:1] = ast.parse(setup).body or [ast.Pass()]
    place: dict[str, Any] = {}
    exec(compile(ast.fix_missing_locations(template), '<timed>', 'exec'), variables, place)
    timed_loop = place['inner']
    return lambda loops: timed_loop(loops, time.perf_counter)


def _enough_loops(run: Callable[[int], float]) -> int:
    for power in range(10):
        if run(10**power) >= 0.2:
            return 10**power
    return 10**9


def write_file(line: str, text: str) -> None:
    """`%%writefile name` and `%%writefile -a name`: into the files of this run.

    Raises:
        ValueError: when the line names no file.
    """
    words = line.split()
    name = words[-1] if words else ''
    if not name or name in ('-a', '--append'):
        raise ValueError('%%writefile needs the name of a file')
    path = Path(name.strip('"\''))
    appends = words[0] in ('-a', '--append')
    print(f'{"Appending to" if appends else "Overwriting" if path.exists() else "Writing"} {name}')
    with path.open('a' if appends else 'w', encoding='utf-8') as file:
        file.write(text)
