"""Answers what is asked of the names that a run has left: values of expressions, completions, tensors."""

import json
from collections.abc import Callable
from typing import Any

import _engine
from _exercise import variables
from _exercise.ended import latest, tell_variables
from _exercise.names import completions

__all__ = ['DOCUMENT', 'answer']

DOCUMENT = '<expression>'
"""What tracebacks call the expression."""

_MOST_RESULTS = 40
"""Expressions whose values are kept, the latest ones."""


def answer(question: dict[str, Any]) -> None:
    """Answers a `Question` of the protocol; what an expression raises is raised."""
    _ANSWERS[question['kind']](question)


def _names() -> dict[str, Any]:
    """Those of the module, and of the function that the run was in when it ended."""
    frame = variables.left_function(latest.error)
    return {**(latest.variables or {}), **({} if frame is None else frame.f_locals)}


def _evaluate(question: dict[str, Any]) -> None:
    """Evaluates an expression. Names that it gives are gone afterwards."""
    expression = question['expression'].strip()
    value = eval(compile(expression, DOCUMENT, 'eval'), _names())
    _keep(expression, value)
    tell_variables()


def _watch(question: dict[str, Any]) -> None:
    """Evaluates expressions one after the other; one that fails leaves the others be."""
    for expression in map(str.strip, question['expressions']):
        try:
            value = eval(compile(expression, DOCUMENT, 'eval'), _names())
        except Exception as error:
            value = variables.Failed(error)
        _keep(expression, value)
    tell_variables()


def _keep(expression: str, value: Any) -> None:
    results = latest.results
    results.pop(expression, None)
    results[expression] = value
    while len(results) > _MOST_RESULTS:
        del results[next(iter(results))]


def _complete(question: dict[str, Any]) -> None:
    _engine.answer(json.dumps({'completions': completions(question['text'], _names())}))


def _show_elements(question: dict[str, Any]) -> None:
    entry = question['entry']
    handle = variables.handle_of(latest.told[entry]) if 0 <= entry < len(latest.told) else 0
    if handle:
        _engine.answer_elements(handle, question['first'], question['count'])


_ANSWERS: dict[str, Callable[[dict[str, Any]], None]] = {
    'evaluate': _evaluate,
    'watch': _watch,
    'complete': _complete,
    'elements': _show_elements,
}
