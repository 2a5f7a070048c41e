"""What a model computes of its inputs while it trains: of a Trainer, or as the source of a loop says it."""

import ast
import copy
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, NamedTuple

import torch
from _exercise import places
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from . import loop_lengths
from .evaluation import evaluating
from .inlined_calls import definition_of, held, inlined, pairs_of, statements, substituted

__all__ = ['LearnedFunction', 'of_loop', 'of_trainer']

_MOST_EXAMPLES = 256

_ARGUMENTS = ast.arguments(
    posonlyargs=[], args=[ast.arg('__inputs')], kwonlyargs=[], kw_defaults=[], defaults=[]
)


class LearnedFunction(NamedTuple):
    """A function with examples of what it is to learn.

    Args:
        at: gives the outputs (n, …) for inputs (n, …).
        inputs: of the examples.
        truth: what the examples are; None: that is not known.
        modules: whose mode matters.
        gives_logits: whether the loss takes the sigmoid of the outputs itself.
    """

    at: Callable[[torch.Tensor], Any]
    inputs: torch.Tensor
    truth: torch.Tensor | None
    modules: list[nn.Module]
    gives_logits: bool


def of_trainer(trainer: Any) -> LearnedFunction | None:
    """The model of a Trainer's fit with its training data; None where that is no pairs of tensors."""
    model, parts, rows = trainer.model, [], 0
    for batch in trainer.train_dataloader:
        prepared = trainer.prepare_batch(batch)
        if len(prepared) != 2 or not all(isinstance(part, torch.Tensor) for part in prepared):
            return None
        parts.append(prepared)
        rows += len(prepared[0])
        if rows >= _MOST_EXAMPLES:
            break
    if not parts:
        return None
    X, y = (torch.cat(list(column))[:_MOST_EXAMPLES] for column in zip(*parts, strict=True))
    gives_logits = _takes_logits(_names_in(type(model).loss))
    return LearnedFunction(model, X, y, [model], gives_logits)


def of_loop() -> LearnedFunction | None:
    """What the loop that has just called `backward` trains; None where its source does not say it plainly.

    The loss is followed through the assignments of the loop's round, or of the function that does it, and if
    need be into functions that compute it. What it makes of one input that wants no gradient, with as many
    rows as that, is what the model predicts.
    """
    frame = loop_lengths.learners_frame()
    if frame is None:
        return None
    loops = loop_lengths.loops_in(frame)
    around = _innermost_loop(frame)
    if around is None:
        return None
    owner = loops[-1] if loops else definition_of(frame.f_code)
    body = getattr(owner, 'body', None)
    return _Round(frame, body, around).function() if isinstance(body, list) else None


class _Around(NamedTuple):
    """What a loop goes through.

    Args:
        through: None of `while`.
        values: of the names in it.
    """

    through: ast.expr | None
    values: dict[str, Any]


def _innermost_loop(frame: FrameType | None) -> _Around | None:
    """The loop that a frame of the learner's or one of its callers is in; None: there is none."""
    while frame is not None:
        if frame.f_code.co_filename in places.documents:
            loops = loop_lengths.loops_in(frame)
            if loops:
                return _Around(getattr(loops[-1], 'iter', None), _values_of(frame))
        frame = frame.f_back
    return None


def _values_of(frame: FrameType) -> dict[str, Any]:
    return {**frame.f_globals, **frame.f_locals}


class _Round:
    """A round of a loop, at its `backward`.

    Args:
        frame: in which it runs.
        body: its statements, or those of the function in which it does what is to be done.
        around: the innermost loop.
    """

    def __init__(self, frame: FrameType, body: list[ast.stmt], around: _Around) -> None:
        self._line = frame.f_lineno
        self._body = body
        self._around = around
        self._values: dict[str, Any] = _values_of(frame)
        self._assigned: dict[str, ast.expr] = {}
        self._inlines = False

    def function(self) -> LearnedFunction | None:
        found = self._found()
        if found is None:
            self._inlines = True
            found = self._found()
        return found

    def _found(self) -> LearnedFunction | None:
        loss = self._loss()
        if loss is None:
            return None
        for expression in _outermost_first(loss):
            atoms = list(self._atoms(expression))
            names = {ast.dump(atom) for atom in atoms}
            if len(names) == 1 and not isinstance(expression, (ast.Name, ast.Subscript)):
                found = self._predicting(expression, atoms[0], loss)
                if found is not None:
                    return found
        return None

    def _loss(self) -> ast.expr | None:
        """What `backward` is called of, with what the round has computed of weights put in for its names."""
        self._assigned = {}
        for statement in statements(self._body, (ast.With, ast.If, ast.Try)):
            if statement.lineno <= self._line <= (statement.end_lineno or statement.lineno):
                losses = (loss for node in ast.walk(statement) for loss in _losses_of(node))
                loss = next(losses, None)
                if loss is not None:
                    return self._expanded(loss)
            if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
                self._assign(statement.targets[0], statement.value)
        return None

    def _assign(self, target: ast.expr, value: ast.expr) -> None:
        computed = {name for name in _names_of(target) if _is_computed(self._values.get(name))}
        parts = pairs_of(target, self._expanded(value)) if computed else ()
        self._assigned.update((name, part) for name, part in parts if name in computed)

    def _expanded(self, expression: ast.expr) -> ast.expr:
        expanded = substituted(expression, self._assigned.get)
        return inlined(expanded, self._values) if self._inlines else expanded

    def _atoms(self, expression: ast.AST) -> Iterator[ast.expr]:
        """The data in an expression: tensors of several rows that want no gradient, or parts of them."""
        if isinstance(expression, (ast.Name, ast.Subscript)) and self._is_data(expression):
            yield expression
            return
        for child in ast.iter_child_nodes(expression):
            yield from self._atoms(child)

    def _is_data(self, expression: ast.expr) -> bool:
        root: ast.expr = expression
        while isinstance(root, ast.Subscript):
            root = root.value
        if not isinstance(root, ast.Name) or not isinstance(self._values.get(root.id), torch.Tensor):
            return False
        value = self._value(expression)
        return not value.requires_grad and value.dim() > 0 and len(value) > 1

    def _value(self, expression: ast.expr) -> Any:
        code = compile(ast.fix_missing_locations(ast.Expression(expression)), '<round>', 'eval')
        return eval(code, self._values)

    def _predicting(self, expression: ast.expr, atom: ast.expr, loss: ast.expr) -> LearnedFunction | None:
        """The function that an expression is of an atom; None where it is none that is learned."""
        inputs = self._value(atom)
        key = ast.dump(atom)

        class Replacement(ast.NodeTransformer):
            def visit(self, node: ast.AST) -> Any:
                if isinstance(node, ast.expr) and ast.dump(node) == key:
                    return ast.Name('__inputs', ast.Load())
                return self.generic_visit(node)

        body = Replacement().visit(copy.deepcopy(expression))
        at = self._value(ast.Lambda(_ARGUMENTS, body))
        named = [held(node, self._values) for node in ast.walk(expression)]
        modules = [value for value in named if isinstance(value, nn.Module)]
        with torch.enable_grad(), evaluating(modules):
            predicted = at(inputs)
        if not _is_prediction(predicted, inputs):
            return None
        others = [self._value(other) for other in self._atoms(loss) if ast.dump(other) != key]
        truth = next((other for other in others if len(other) == len(inputs)), None)
        X, y = self._all(inputs, truth)
        takes = _names_of(loss) | {node.attr for node in ast.walk(loss) if isinstance(node, ast.Attribute)}
        layers = (held(node, self._values) for node in ast.walk(loss))
        gives_logits = _takes_logits(takes) or any(isinstance(one, nn.BCEWithLogitsLoss) for one in layers)
        examples = X[:_MOST_EXAMPLES], None if y is None else y[:_MOST_EXAMPLES]
        return LearnedFunction(at, *examples, modules, gives_logits)

    def _all(self, inputs: Any, truth: Any) -> tuple[Any, Any]:
        """All of the data that the loop takes its minibatches of, where it is told; else the minibatch."""
        through, values = self._around
        if through is None or truth is None:
            return inputs, truth
        named = [values.get(node.id) for node in ast.walk(through) if isinstance(node, ast.Name)]
        for value in named:
            dataset = value.dataset if isinstance(value, DataLoader) else value
            if isinstance(dataset, TensorDataset):
                named = [*named, *dataset.tensors]
        whole = [_like(part, named) for part in (inputs, truth)]
        if whole[0] is None or whole[1] is None or len(whole[0]) != len(whole[1]):
            return inputs, truth
        return whole[0], whole[1]


def _is_computed(value: Any) -> bool:
    """Whether it is a tensor that was computed of weights."""
    return isinstance(value, torch.Tensor) and value.requires_grad and not value.is_leaf


def _names_of(expression: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)}


def _names_in(function: Any) -> set[str]:
    code = getattr(function, '__code__', None)
    return set() if code is None else set(code.co_names)


def _takes_logits(names: set[str]) -> bool:
    """Whether one of these names is a loss that takes the sigmoid itself."""
    return any('with_logits' in name or 'BCEWithLogits' in name for name in names)


def _like(part: Any, tensors: list[Any]) -> Any:
    """The first tensor with rows such as `part` has, and more of them."""
    for tensor in tensors:
        if not isinstance(tensor, torch.Tensor) or tensor.requires_grad or tensor.dtype != part.dtype:
            continue
        if tensor.dim() and tensor.shape[1:] == part.shape[1:] and len(tensor) > len(part):
            return tensor
    return None


def _is_prediction(predicted: Any, inputs: Any) -> bool:
    if not isinstance(predicted, torch.Tensor) or not predicted.requires_grad or predicted.dim() == 0:
        return False
    return len(predicted) == len(inputs) and predicted.is_floating_point()


def _losses_of(node: ast.AST) -> Iterator[ast.expr]:
    """What a call of `backward` is about."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == 'backward':
        yield node.func.value


def _outermost_first(expression: ast.expr) -> Iterator[ast.expr]:
    """Its subexpressions, level by level."""
    return (node for node in ast.walk(expression) if isinstance(node, ast.expr))
