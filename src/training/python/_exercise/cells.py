"""Executes one cell: compiled with the lines of its document, its last expression's value displayed."""

import ast
import importlib
import inspect
import linecache
import sys
from collections.abc import Callable
from types import CodeType
from typing import Any, TypedDict

from _exercise import cell_magics, environment
from _exercise.namespace import Namespace
from _exercise.shell import Shell

__all__ = ['Cell', 'execute', 'show_figures', 'show_lines']

_FUTURE_FLAGS = 0x1FF0000
"""`__future__` features in `co_flags`; they last for the following cells."""


class _Source(TypedDict):
    source: str
    document: str
    firstLine: int


class Cell(_Source, total=False):
    """As `Cell` of the protocol."""

    magic: str
    execution: int


def show_lines(cells: list[Cell]) -> None:
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


def execute(cell: Cell, namespace: Namespace, number: int | None, displays: bool) -> str | None:
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
    show_figures()
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


def show_figures() -> None:
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


def _watch(code: CodeType, statements: list[ast.stmt]) -> None:
    values = sys.modules.get('_exercise.line_values')
    if values is not None:
        values.watch(code, statements)
