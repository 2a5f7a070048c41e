"""What all optimizers share: parameter groups, zero_grad, hooks, state dicts, text."""

import functools
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .._construct import tensor
from .._grad_mode import enable_grad
from .._handle import GRAD_MODE, Handle, shared
from .._tensor import Tensor
from ..utils.hooks import RemovableHandle

__all__ = ['Optimizer']

_OFFERED_BY = 'torch.optim'


class _Required:
    def __repr__(self) -> str:
        return '<required parameter>'


required = _Required()


type ParamsT = Iterable[Tensor] | Iterable[dict[str, Any]] | Iterable[tuple[str, Tensor]]


class Optimizer:
    """Updates parameters from their gradients.

    Args:
        params: tensors, or dictionaries with `params` and options of their own; named pairs too.
        defaults: options of groups that give none.

    Raises:
        TypeError: when `params` is a single tensor.
        ValueError: when there are no parameters.
    """

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if 'step' in cls.__dict__:
            cls.step = _hooked(cls.step)

    def __init__(self, params: ParamsT, defaults: dict[str, Any]) -> None:
        if isinstance(params, Handle):
            raise TypeError(
                'params argument given to the optimizer should be an iterable of Tensors or dicts, but got '
                + params.type()
            )
        self.defaults = defaults
        self.state: defaultdict[Any, dict[str, Any]] = defaultdict(dict)
        self.param_groups: list[dict[str, Any]] = []
        self._optimizer_step_pre_hooks: OrderedDict[int, Callable[..., Any]] = OrderedDict()
        self._optimizer_step_post_hooks: OrderedDict[int, Callable[..., Any]] = OrderedDict()
        groups: list[Any] = list(params)
        if not groups:
            raise ValueError('optimizer got an empty parameter list')
        if not isinstance(groups[0], dict):
            groups = [{'params': groups}]
        for group in groups:
            self.add_param_group(group)

    def add_param_group(self, param_group: dict[str, Any]) -> None:
        """Adds parameters with options of their own.

        Raises:
            TypeError: for what is no dictionary, a set of parameters, or members that are no tensors.
            ValueError: for tensors that are no leaves, a parameter of another group, or without a required
                option.
        """
        if not isinstance(param_group, dict):
            raise TypeError(f'param_group must be a dict, but got {type(param_group)}')
        params = param_group['params']
        if isinstance(params, set):
            raise TypeError(
                'optimizer parameters need to be organized in ordered collections, but the ordering of '
                'tensors in sets will change between runs. Please use a list instead.'
            )
        members = [params] if isinstance(params, Handle) else list(params)
        if members and isinstance(members[0], tuple):
            param_group['param_names'] = [name for name, _ in members]
            members = [member for _, member in members]
        for member in members:
            self._check(member)
        known = {id(member) for group in self.param_groups for member in group['params']}
        if any(id(member) in known for member in members):
            raise ValueError('some parameters appear in more than one parameter group')
        param_group['params'] = members
        for name, value in self.defaults.items():
            if value is required and name not in param_group:
                raise ValueError(
                    f"parameter group didn't specify a value of required optimization parameter {name}"
                )
            param_group.setdefault(name, value)
        self.param_groups.append(param_group)

    def _check(self, member: Any) -> None:
        if not isinstance(member, Handle):
            raise TypeError(
                f'optimizer can only optimize Tensors, but one of the params is {_typename(member)}'
            )
        if not (self.defaults.get('differentiable') or member.is_leaf or getattr(member, '_retains', False)):
            raise ValueError("can't optimize a non-leaf Tensor")

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Clears the gradients of all parameters."""
        for group in self.param_groups:
            for parameter in group['params']:
                gradient = parameter.grad
                if gradient is None:
                    continue
                if set_to_none:
                    parameter.grad = None
                else:
                    gradient.detach_() if gradient.grad_fn is not None else gradient.requires_grad_(False)
                    gradient.zero_()

    def register_step_pre_hook(self, hook: Callable[..., Any]) -> RemovableHandle:
        """Calls `hook(optimizer, args, kwargs)` before each step; it may give both anew."""
        handle = RemovableHandle(self._optimizer_step_pre_hooks)
        self._optimizer_step_pre_hooks[handle.id] = hook
        return handle

    def register_step_post_hook(self, hook: Callable[..., Any]) -> RemovableHandle:
        """Calls `hook(optimizer, args, kwargs)` after each step."""
        handle = RemovableHandle(self._optimizer_step_post_hooks)
        self._optimizer_step_post_hooks[handle.id] = hook
        return handle

    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """Updates every parameter that has a gradient, unrecorded.

        Args:
            closure: computes the loss again, with gradients; its value is returned.
        """
        if self._optimizer_step_pre_hooks or self._optimizer_step_post_hooks:
            return _step_with_hooks(Optimizer._plain_step, (self, closure) if closure else (self,), {})
        return self._plain_step(closure)

    def _plain_step(self, closure: Callable[[], Any] | None = None) -> Any:
        loss = None
        self._opt_called = True
        if closure is not None:
            with enable_grad():
                loss = closure()
        before = shared[GRAD_MODE]
        shared[GRAD_MODE] = 0
        try:
            for group in self.param_groups:
                self._step_group(group)
        finally:
            shared[GRAD_MODE] = before
        return loss

    def _step_group(self, group: dict[str, Any]) -> None:
        for parameter in group['params']:
            gradient = parameter.grad
            if gradient is not None:
                self._update(parameter, gradient, group, self.state[parameter])

    def _update(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        raise NotImplementedError

    def state_dict(self) -> dict[str, Any]:
        """The options of the groups and what the optimizer remembers of each parameter, by position."""
        members = [member for group in self.param_groups for member in group['params']]
        number = {id(member): position for position, member in enumerate(members)}
        groups = [
            {name: value for name, value in group.items() if name != 'params'}
            | {'params': [number[id(member)] for member in group['params']]}
            for group in self.param_groups
        ]
        state = {
            number[id(member)]: _shown(kept)
            for member, kept in self.state.items()
            if kept and id(member) in number
        }
        return {'state': state, 'param_groups': groups}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Takes over what `state_dict` gave.

        Raises:
            ValueError: when groups or their sizes do not agree.
        """
        saved = state_dict['param_groups']
        if len(saved) != len(self.param_groups):
            raise ValueError('loaded state dict has a different number of parameter groups')
        if any(len(a['params']) != len(b['params']) for a, b in zip(saved, self.param_groups, strict=True)):
            raise ValueError(
                "loaded state dict contains a parameter group that doesn't match the size of "
                "optimizer's group"
            )
        for group, options in zip(self.param_groups, saved, strict=True):
            group.update({name: value for name, value in options.items() if name != 'params'})
        members = [member for group in self.param_groups for member in group['params']]
        self.state.clear()
        for position, kept in state_dict['state'].items():
            self.state[members[position]] = _taken_over(kept)

    def __repr__(self) -> str:
        lines = [f'{type(self).__name__} (']
        for position, group in enumerate(self.param_groups):
            if position:
                lines.append('')
            lines.append(f'Parameter Group {position}')
            lines += [f'    {name}: {group[name]}' for name in sorted(group) if name != 'params']
        return '\n'.join([*lines, ')'])


def _hooked(step: Callable[..., Any]) -> Callable[..., Any]:
    """The step of a class of one's own, with the hooks before and after it."""

    @functools.wraps(step)
    def stepped(self: Any, *args: Any, **kwargs: Any) -> Any:
        state = self.__dict__
        if not (state.get('_optimizer_step_pre_hooks') or state.get('_optimizer_step_post_hooks')):
            return step(self, *args, **kwargs)
        return _step_with_hooks(step, (self, *args), kwargs)

    return stepped


def _step_with_hooks(step: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    optimizer = args[0]
    for hook in list(optimizer._optimizer_step_pre_hooks.values()):
        changed = hook(optimizer, args, kwargs)
        if changed is None:
            continue
        if not (isinstance(changed, tuple) and len(changed) == 2):
            raise RuntimeError(
                f'{step} must return None or a tuple of (new_args, new_kwargs), but got {changed}.'
            )
        args, kwargs = changed
    result = step(*args, **kwargs)
    for hook in list(optimizer._optimizer_step_post_hooks.values()):
        hook(optimizer, args, kwargs)
    return result


def _typename(value: Any) -> str:
    kind = type(value)
    return kind.__name__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__qualname__}'


def non_negative(name: str, value: float | Tensor) -> None:
    """Checks options that may not be negative.

    Raises:
        ValueError: for a negative one, with PyTorch's own words.
    """
    if value < 0.0:
        raise ValueError(f'Invalid {name}: {value}')


def options_of(arguments: Mapping[str, Any], order: str) -> dict[str, Any]:
    """The options among the arguments of an `__init__`, in the order of PyTorch's state dicts."""
    return {name: arguments[name] for name in order.split()}


def _shown(kept: dict[str, Any]) -> dict[str, Any]:
    """What is remembered of a parameter as PyTorch writes it: the number of steps is a tensor there."""
    return {name: _as_tensor(value) if name == 'step' else value for name, value in kept.items()}


def _as_tensor(step: Any) -> Any:
    return tensor(float(step)) if isinstance(step, int) else step


def _taken_over(kept: dict[str, Any]) -> dict[str, Any]:
    """The same the other way round: a number is counted on faster."""
    return {
        name: int(value) if name == 'step' and isinstance(value, Handle) else value
        for name, value in kept.items()
    }
