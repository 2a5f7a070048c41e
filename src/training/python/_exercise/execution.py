"""Runs cells as a notebook does, in one namespace, and answers questions about the names that they left."""

import importlib
import json
import random
import sys
from collections.abc import Callable
from typing import Any, TypedDict

from _exercise import environment, mistakes, places
from _exercise.cells import Cell, execute, show_figures, show_lines
from _exercise.ended import latest
from _exercise.failures import ErrorReport, report
from _exercise.namespace import Namespace

__all__ = ['Outcome', 'ask', 'conclude', 'has_begun', 'run']

_notebook: Namespace | None = None
"""What the cells of a notebook share, once one of them has run."""


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
    show_lines(cells)
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
    show_figures()


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
        displayed = execute(cell, namespace, number, is_last or number is not None)
    for ending in environment.endings:
        ending()
    return displayed
