"""Runs cells as a notebook does: one namespace, the value of the last expression displayed."""

import ast
import importlib
import inspect
import json
import linecache
import random
import sys
from collections.abc import Callable
from types import CodeType
from typing import Any, TypedDict

from _exercise import cell_magics, environment, mistakes, places
from _exercise.ended import latest
from _exercise.failures import ErrorReport, report
from _exercise.namespace import Namespace
from _exercise.shell import Shell

__all__ = ['Cell', 'Outcome', 'ask', 'conclude', 'has_begun', 'run']

_FUTURE_FLAGS = 0x1FF0000
"""`__future__` features in `co_flags`; they last for the following cells."""

_notebook: Namespace | None = None
"""What the cells of a notebook share, once one of them has run."""


class _Source(TypedDict):
    source: str
    document: str
    firstLine: int


class Cell(_Source, total=False):
    """As `Cell` of the protocol."""

    magic: str
    execution: int


class Outcome(TypedDict):
    """How a run ended. `interrupted`: by a KeyboardInterrupt."""

    status: str
    displayed: str | None
    error: ErrorReport | None
    advice: mistakes.Mistake | None


def run(request: str) -> str:
    """Executes a run.

    Args:
        request: JSON with `cells`, `seed`, `outputCharacters`, `execution` (the number of a notebook's cell,
            null for other runs), `locate` (whether the lines that print are told), `lineValues` (whether
            the tensors that lines give names to are), `graph` (whether the tape behind them is) and `debug`
            (a `Setup` of the debugger, or null).

    Returns:
        An `Outcome` as JSON.
    """
    message: dict[str, Any] = json.loads(request)
    cells: list[Cell] = message['cells']
    execution: int | None = message['execution']
    environment.allowance.begin(message['outputCharacters'], message['locate'])
    namespace = _notebook if execution is not None else None
    if namespace is None:
        _seed(message['seed'])
        namespace = _begin(execution)
    _fill_linecache(cells)
    _look_at_lines(wanted=message['lineValues'] or message['graph'])
    _look_at_graph(wanted=message['graph'])
    documents = places.documents
    documents.update(cell['document'] for cell in cells)
    displayed: str | None = None
    latest.begin(namespace.variables)
    follow = _debugger(message['debug'], cells, namespace)
    try:
        displayed = follow(lambda: _execute(cells, namespace, execution))
    except KeyboardInterrupt as interrupt:
        latest.error = interrupt
        outcome = _failed('interrupted', interrupt, documents)
    except SystemExit as leaving:
        outcome = _left(leaving, documents)
        conclude()
    except BaseException as error:
        latest.error = error
        outcome = _failed('error', error, documents)
    else:
        _tell_last_step()
        environment.allowance.overflow.tell()
        outcome = Outcome(status='ok', displayed=displayed, error=None, advice=None)
    return json.dumps(outcome)


def has_begun() -> bool:
    """Whether a cell of a notebook has run, so that the next one goes on with what it has left."""
    return _notebook is not None


def ask(request: str) -> str:
    """Answers a question about the names of the run that has ended.

    Args:
        request: JSON of a `Question` of the protocol, with `outputCharacters`.

    Returns:
        An `Outcome` as JSON.
    """
    question: dict[str, Any] = json.loads(request)
    environment.allowance.begin(question['outputCharacters'], False)
    # Loaded by the first question.
    questions = importlib.import_module('_exercise.questions')
    documents = {*places.documents, questions.DOCUMENT}
    try:
        questions.answer(question)
    except KeyboardInterrupt as interrupt:
        outcome = _failed('interrupted', interrupt, documents)
    except BaseException as error:
        outcome = _failed('error', error, documents)
    else:
        outcome = Outcome(status='ok', displayed=None, error=None, advice=None)
    environment.allowance.overflow.tell()
    return json.dumps(outcome)


def conclude() -> None:
    """Reports what a run that did not come to its end has left: output, weights of its fits, figures."""
    environment.allowance.overflow.tell()
    for conclusion in environment.conclusions:
        conclusion()
    _show_figures()


def _tell_last_step() -> None:
    steps = sys.modules.get('d2l.training_steps')
    if steps is not None:
        steps.tell_end()


def _look_at_lines(*, wanted: bool) -> None:
    values = sys.modules.get('_exercise.line_values')
    if values is not None:
        values.begin(wanted=wanted)


def _look_at_graph(*, wanted: bool) -> None:
    graph = sys.modules.get('_exercise.graph')
    if graph is not None:
        graph.begin(wanted=wanted)


def _watch(code: CodeType, statements: list[ast.stmt]) -> None:
    values = sys.modules.get('_exercise.line_values')
    if values is not None:
        values.watch(code, statements)


def _debugger(
    setup: Any, cells: list[Cell], namespace: Namespace
) -> Callable[[Callable[[], str | None]], str | None]:
    """What a run's work is given to: something that does it, for a run that is debugged under observation."""
    if setup is None:
        return lambda work: work()
    # Loaded by the first run that is debugged.
    debugger = importlib.import_module('_exercise.debugger').Debugger(setup, namespace.variables)
    for cell in cells:
        debugger.know(cell['source'], cell['document'], cell['firstLine'])
    return debugger.follow


def _begin(execution: int | None) -> Namespace:
    """A fresh namespace, kept if it is a notebook's."""
    global _notebook
    namespace = Namespace()
    if execution is not None:
        _notebook = namespace
    return namespace


def _left(leaving: SystemExit, documents: set[str]) -> Outcome:
    """`exit()` is a good end; with a status or a text it is a failure."""
    if not leaving.code:
        return Outcome(status='ok', displayed=None, error=None, advice=None)
    return _failed('error', leaving, documents)


def _failed(status: str, error: BaseException, documents: set[str]) -> Outcome:
    try:
        told = report(error, documents)
        advice = mistakes.behind(error, told['traceback'])
    except KeyboardInterrupt:
        # What the learner wrote of the error, its `__str__` say, was stopped.
        return Outcome(status='interrupted', displayed=None, error=None, advice=None)
    return Outcome(status=status, displayed=None, error=told, advice=advice)


def _seed(seed: int) -> None:
    """The generators of Python and numpy; torch's is seeded by the engine before the run."""
    random.seed(seed)
    numpy = sys.modules.get('numpy')
    if numpy is not None and hasattr(numpy, 'random'):
        numpy.random.seed(seed % 2**32)


def _fill_linecache(cells: list[Cell]) -> None:
    """Lets tracebacks and `inspect` find the lines of documents that are no files here."""
    documents: dict[str, list[str]] = {}
    for cell in cells:
        lines = documents.setdefault(cell['document'], [])
        first = cell['firstLine'] - 1
        source = [line + '\n' for line in cell['source'].split('\n')]
        lines.extend(['\n'] * (first + len(source) - len(lines)))
        lines[first : first + len(source)] = source
    for document, lines in documents.items():
        linecache.cache[document] = (sum(map(len, lines)), None, lines, document)


def _execute(cells: list[Cell], namespace: Namespace, execution: int | None) -> str | None:
    """Executes cells in `__main__`.

    Returns:
        The repr of the last cell's last expression; None when there is none or its value is None.
    """
    displayed: str | None = None
    for index, cell in enumerate(cells):
        number = cell.get('execution', execution)
        if number is not None:
            namespace.enter(number, cell['source'])
        is_last = index == len(cells) - 1
        displayed = _execute_cell(cell, namespace, number, is_last or number is not None)
    for ending in environment.endings:
        ending()
    return displayed


def _execute_cell(cell: Cell, namespace: Namespace, number: int | None, displays: bool) -> str | None:
    """Executes one cell. `number`: of a notebook's; `displays`: whether its last value is shown."""
    variables = namespace.variables
    variables['__file__'] = cell['document']
    magic = cell.get('magic', '')
    if number is not None or magic or 'get_ipython()' in cell['source']:
        variables.setdefault('get_ipython', _shell_of(variables))
    if magic and cell_magics.takes_over(magic, cell['source'], variables):
        return None
    flags = namespace.flags | (ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if number is not None else 0)
    body, expression, features = _compile(cell, flags, displays)
    namespace.flags |= features
    value: Any = None
    with cell_magics.around(magic, variables) as captured:
        _evaluate(body, variables)
        if expression is not None:
            value = _evaluate(expression, variables)
            if captured is not None and value is not None:
                captured.outputs.append(value)
    displayed = None if value is None or captured is not None else _display(value)
    if number is not None:
        namespace.leave(number, value)
    _show_figures()
    return displayed


def _evaluate(code: CodeType, variables: dict[str, Any]) -> Any:
    """Executes code, to its end where it awaits something."""
    value = eval(code, variables)
    if not code.co_flags & inspect.CO_COROUTINE:
        return value
    # Loaded by the first cell that awaits something.
    return importlib.import_module('_exercise.awaiting').finish(value)


def _shell_of(variables: dict[str, Any]) -> Callable[[], Shell]:
    shell = Shell(variables)
    return lambda: shell


def _show_figures() -> None:
    """Sends what a cell drew and did not show, as a notebook does at the end of a cell."""
    flush = getattr(sys.modules.get('matplotlib.pyplot'), '_flush', None)
    if flush is not None:
        flush()


def _compile(cell: Cell, flags: int, displays: bool) -> tuple[CodeType, CodeType | None, int]:
    """Compiles a cell so that its line numbers are the document's.

    Blank lines in front do that everywhere, in syntax errors and warnings too.

    Args:
        displays: whether a last expression is to have a value of its own.

    Returns:
        The cell without that expression, the expression, and the `__future__` features that it switches on.
    """
    document = cell['document']
    source = '\n' * (cell['firstLine'] - 1) + cell['source']
    tree = compile(source, document, 'exec', flags | ast.PyCF_ONLY_AST, dont_inherit=True)
    last = tree.body[-1] if tree.body else None
    expression: CodeType | None = None
    value = last.value if isinstance(last, ast.Expr) and displays else None
    if value is not None and not cell['source'].rstrip().endswith(';'):
        tree.body.pop()
    else:
        value = None
    body = compile(tree, document, 'exec', flags, dont_inherit=True)
    features = body.co_flags & _FUTURE_FLAGS
    _watch(body, tree.body)
    if value is not None:
        shown: CodeType = compile(
            ast.Expression(value), document, 'eval', flags | features, dont_inherit=True
        )
        expression = shown
        _watch(shown, [])
    return body, expression, features


def _display(value: object) -> str:
    """The value's repr, its middle left out where it is longer than a run's output may be."""
    text = repr(value)
    most = environment.allowance.most
    if len(text) > most:
        left_out = len(text) - most
        environment.realm.drop(left_out)
        text = f'{text[: most - most // 2]}… {left_out} characters left out …{text[len(text) - most // 2 :]}'
    environment.allowance.overflow.tell()
    environment.realm.write('displayed', text)
    return text
