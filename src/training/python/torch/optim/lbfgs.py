"""L-BFGS: a quasi-Newton method that remembers its last steps."""

from collections.abc import Callable
from typing import Any

from .._grad_mode import enable_grad, no_grad
from .._operations import cat
from .._tensor import Tensor
from .line_search import Point, StrongWolfe
from .optimizer import Optimizer, ParamsT

__all__ = ['LBFGS']

_OFFERED_LATE_BY = 'torch.optim'


class LBFGS(Optimizer):
    """Steps along -H g, H an approximate inverse Hessian from the last `history_size` steps
    (Nocedal and Wright, Numerical Optimization, algorithm 7.4).

    `step(closure)` takes up to `max_iter` steps; the closure clears gradients, computes the loss, calls
    `backward()` and returns the loss. With `line_search_fn='strong_wolfe'` each step searches for its length.

    Raises:
        ValueError: for more than one parameter group.
    """

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1,
        max_iter: int = 20,
        max_eval: int | None = None,
        tolerance_grad: float = 1e-7,
        tolerance_change: float = 1e-9,
        history_size: int = 100,
        line_search_fn: str | None = None,
    ) -> None:
        super().__init__(
            params,
            {
                'lr': lr,
                'max_iter': max_iter,
                'max_eval': max_iter * 5 // 4 if max_eval is None else max_eval,
                'tolerance_grad': tolerance_grad,
                'tolerance_change': tolerance_change,
                'history_size': history_size,
                'line_search_fn': line_search_fn,
            },
        )
        if len(self.param_groups) != 1:
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
        self._params: list[Any] = self.param_groups[0]['params']

    def _gradient(self) -> Any:
        """The gradients of all parameters as one vector."""
        return cat(
            [
                (parameter.detach() * 0 if parameter.grad is None else parameter.grad).reshape(-1)
                for parameter in self._params
            ]
        )

    def _move(self, direction: Any, length: float) -> None:
        start = 0
        for parameter in self._params:
            count = parameter.numel()
            parameter.add_(direction[start : start + count].view_as(parameter), alpha=length)
            start += count

    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """Takes up to `max_iter` steps; gives the loss before the first of them.

        Raises:
            TypeError: without a closure.
        """
        if closure is None:
            raise TypeError("LBFGS.step() missing 1 required positional argument: 'closure'")
        evaluate = enable_grad()(closure)
        with no_grad():
            return self._steps(evaluate)

    def _steps(self, evaluate: Callable[[], Any]) -> Any:
        group = self.param_groups[0]
        state = self.state[self._params[0]]
        state.setdefault('func_evals', 0)
        state.setdefault('n_iter', 0)
        first = evaluate()
        loss, evaluations = float(first), 1
        state['func_evals'] += 1
        gradient = self._gradient()
        if float(gradient.abs().max()) <= group['tolerance_grad']:
            return first
        for iteration in range(1, group['max_iter'] + 1):
            state['n_iter'] += 1
            direction = self._direction(gradient, state, group['history_size'])
            length = float(group['lr'])
            if state['n_iter'] == 1:
                length *= min(1.0, 1.0 / float(gradient.abs().sum()))
            state.update(d=direction, t=length, prev_flat_grad=gradient, prev_loss=loss)
            slope = float(gradient.dot(direction))
            if slope > -group['tolerance_change']:
                break
            before, used = loss, 0
            if group['line_search_fn'] is not None:
                start = Point(0.0, loss, gradient, slope)
                found, used = self._search(evaluate, direction, start, length)
                loss, gradient, length = found.loss, found.gradient, found.length
                state['t'] = length
            self._move(direction, length)
            if group['line_search_fn'] is None and iteration < group['max_iter']:
                loss, gradient, used = float(evaluate()), self._gradient(), 1
            evaluations += used
            state['func_evals'] += used
            if iteration == group['max_iter'] or evaluations >= group['max_eval']:
                break
            if _has_arrived(gradient, direction * length, loss - before, group):
                break
        return first

    def _search(
        self, evaluate: Callable[[], Any], direction: Any, start: Point, length: float
    ) -> tuple[Point, int]:
        """The length that a line search chooses, and how often it evaluated the loss."""
        if self.param_groups[0]['line_search_fn'] != 'strong_wolfe':
            raise RuntimeError("only 'strong_wolfe' is supported")
        origin = [parameter.clone() for parameter in self._params]

        def evaluate_at(length: float) -> Point:
            self._move(direction, length)
            loss, gradient = float(evaluate()), self._gradient()
            for parameter, value in zip(self._params, origin, strict=True):
                parameter.copy_(value)
            return Point(length, loss, gradient, float(gradient.dot(direction)))

        search = StrongWolfe(evaluate_at, start, float(direction.abs().max()), 1e-9)
        return search.search(length), search.evaluations

    def _direction(self, gradient: Tensor, state: dict[str, Any], history: int) -> Any:
        """-H g by the two loops over the steps and changes of the gradient that are remembered."""
        if state['n_iter'] == 1:
            state.update(old_dirs=[], old_stps=[], ro=[], H_diag=1.0)
            return -gradient
        changes, steps, inverses = state['old_dirs'], state['old_stps'], state['ro']
        change = gradient - state['prev_flat_grad']
        step = state['d'] * state['t']
        product = change.dot(step)
        if float(product) > 1e-10:
            if len(changes) == history:
                for remembered in (changes, steps, inverses):
                    remembered.pop(0)
            changes.append(change)
            steps.append(step)
            inverses.append(1.0 / product)
            state['H_diag'] = product / change.dot(change)
        direction = -gradient
        weights: list[Any] = []
        for past, moved, inverse in zip(reversed(changes), reversed(steps), reversed(inverses), strict=True):
            weights.append(moved.dot(direction) * inverse)
            direction = direction - weights[-1] * past
        direction = direction * state['H_diag']
        for past, moved, inverse in zip(changes, steps, inverses, strict=True):
            direction = direction + moved * (weights.pop() - past.dot(direction) * inverse)
        return direction


def _has_arrived(gradient: Tensor, step: Any, change: float, group: dict[str, Any]) -> bool:
    """Whether the gradient vanishes, or neither the last step nor the loss still changes."""
    return (
        float(gradient.abs().max()) <= group['tolerance_grad']
        or float(step.abs().max()) <= group['tolerance_change']
        or abs(change) < group['tolerance_change']
    )
