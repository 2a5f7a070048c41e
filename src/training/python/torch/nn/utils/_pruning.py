"""What every way of pruning shares: the mask, the hook that applies it, and several masks on one tensor."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from numbers import Integral, Real
from typing import Any

from ..._operations import ones_like

__all__ = ['BasePruningMethod', 'PruningContainer', 'how_many']


def check_amount(amount: Any) -> None:
    """Refuses what is no share and no number of elements.

    Raises:
        TypeError: for what is no number.
        ValueError: for a number below 0, or a share above 1.
    """
    if not isinstance(amount, Real):
        raise TypeError(f'Invalid type for amount: {amount}. Must be int or float.')
    is_valid = int(amount) >= 0 if isinstance(amount, Integral) else 0.0 <= float(amount) <= 1.0
    if not is_valid:
        raise ValueError(
            f'amount={amount} should either be a float in the range [0, 1] or a non-negative integer'
        )


def how_many(amount: Any, size: int) -> int:
    """Of `size` elements or channels, those that `amount` stands for.

    Raises:
        ValueError: where there are fewer.
    """
    count = int(amount) if isinstance(amount, Integral) else round(amount * size)
    if count > size:
        raise ValueError(f'amount={count} should be smaller than the number of parameters to prune={size}')
    return count


class BasePruningMethod(ABC):
    """A way to choose what of a tensor stays; called before each forward pass, it applies the mask.

    A class of one's own says its `PRUNING_TYPE` and has a `compute_mask`.
    """

    __module__ = 'torch.nn.utils.prune'

    PRUNING_TYPE: str
    _tensor_name: str

    def __call__(self, module: Any, inputs: Any) -> None:
        setattr(module, self._tensor_name, self.apply_mask(module))

    @abstractmethod
    def compute_mask(self, t: Any, default_mask: Any) -> Any:
        """The mask, of the shape of `t`: 1 where an element stays and `default_mask` has let it stay."""

    def apply_mask(self, module: Any) -> Any:
        """The tensor times its mask."""
        original = getattr(module, f'{self._tensor_name}_orig')
        return getattr(module, f'{self._tensor_name}_mask').to(dtype=original.dtype) * original

    @classmethod
    def apply(cls, module: Any, name: str, *args: Any, importance_scores: Any = None, **kwargs: Any) -> Any:
        """Prunes a parameter of a module: `name_orig` is learned, `name_mask` a buffer, `name` their product.

        Args:
            module: whose parameter it is.
            name: of the parameter.
            importance_scores: what the mask is computed from, in place of the parameter itself.
        """
        method: Any = cls(*args, **kwargs)
        method._tensor_name = name
        method = _after_earlier(module, name, method)
        tensor = getattr(module, name)
        if importance_scores is not None:
            _check_scores(importance_scores, tensor, f'parameter                 {name} of {module}')
        is_first = not isinstance(method, PruningContainer)
        if is_first:
            module.register_parameter(f'{name}_orig', tensor)
            del module._parameters[name]
            before = ones_like(tensor)
        else:
            before = getattr(module, f'{name}_mask').detach().clone()
        try:
            scores = tensor if importance_scores is None else importance_scores
            module.register_buffer(f'{name}_mask', method.compute_mask(scores, default_mask=before))
            setattr(module, name, method.apply_mask(module))
            module.register_forward_pre_hook(method)
        except Exception:
            if is_first:
                module.register_parameter(name, module._parameters.pop(f'{name}_orig'))
            raise
        return method

    def prune(self, t: Any, default_mask: Any = None, importance_scores: Any = None) -> Any:
        """A tensor times the mask that is computed of it, or of `importance_scores`."""
        if importance_scores is not None:
            _check_scores(importance_scores, t, 'tensor t')
        scores = t if importance_scores is None else importance_scores
        return t * self.compute_mask(
            scores, default_mask=ones_like(t) if default_mask is None else default_mask
        )

    def remove(self, module: Any) -> None:
        """Makes the pruned values the parameter again."""
        name = self._tensor_name
        weight = self.apply_mask(module)
        if hasattr(module, name):
            delattr(module, name)
        original = module._parameters.pop(f'{name}_orig')
        original.data = weight.data
        del module._buffers[f'{name}_mask']
        setattr(module, name, original)


def _check_scores(scores: Any, tensor: Any, what: str) -> None:
    if scores.shape != tensor.shape:
        raise AssertionError(f'importance_scores should have the same shape as {what}')


def _after_earlier(module: Any, name: str, method: Any) -> Any:
    """The method itself, or a container of it and those that the parameter was pruned by before."""
    hooks = module._forward_pre_hooks
    earlier = [
        key
        for key, hook in hooks.items()
        if isinstance(hook, BasePruningMethod) and hook._tensor_name == name
    ]
    if not earlier:
        return method
    old = hooks.pop(earlier[0])
    container = old if isinstance(old, PruningContainer) else PruningContainer(old)
    container.add_pruning_method(method)
    return container


class PruningContainer(BasePruningMethod):
    """Several methods that prune one tensor after another.

    Raises:
        TypeError: for what is no method.
        ValueError: for a method of another tensor.
    """

    __module__ = 'torch.nn.utils.prune'

    def __init__(self, *args: Any) -> None:
        self._pruning_methods: tuple[Any, ...] = ()
        if len(args) == 1:
            self._tensor_name = args[0]._tensor_name
        for method in args:
            self.add_pruning_method(method)

    def add_pruning_method(self, method: Any) -> None:
        """Adds what prunes after those before.

        Raises:
            TypeError: for what is no method.
            ValueError: for a method of another tensor.
        """
        if not isinstance(method, BasePruningMethod) and method is not None:
            raise TypeError(f'{type(method)} is not a BasePruningMethod subclass')
        if method is not None and self._tensor_name != method._tensor_name:
            raise ValueError(
                f"Can only add pruning methods acting on the parameter named '{self._tensor_name}' to "
                f"PruningContainer {self}. Found '{method._tensor_name}'"
            )
        self._pruning_methods += (method,)

    def __len__(self) -> int:
        return len(self._pruning_methods)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._pruning_methods)

    def __getitem__(self, idx: int) -> Any:
        return self._pruning_methods[idx]

    def compute_mask(self, t: Any, default_mask: Any) -> Any:
        """The mask so far, with what the latest method prunes of the elements or channels that are left.

        Raises:
            AttributeError: for a method of channels that does not say their dimension.
            ValueError: for another `PRUNING_TYPE` than 'unstructured', 'structured' and 'global'.
        """
        method = self._pruning_methods[-1]
        part = _what_is_left(method, t, default_mask)
        mask = default_mask.to(dtype=t.dtype).clone()
        mask[part] = method.compute_mask(t[part], default_mask=mask[part]).to(dtype=mask.dtype)
        return mask


def _what_is_left(method: Any, t: Any, mask: Any) -> Any:
    """The index of what the methods before have not pruned."""
    dims = t.dim()
    if method.PRUNING_TYPE == 'unstructured':
        return mask == 1
    whole: list[Any] = [slice(None)] * dims
    if method.PRUNING_TYPE == 'structured':
        if not hasattr(method, 'dim'):
            raise AttributeError(
                'Pruning methods of PRUNING_TYPE "structured" need to have the attribute `dim` defined.'
            )
        dim = method.dim + dims if method.dim < 0 else method.dim
        if dim < 0:
            raise IndexError(f'Index is out of bounds for tensor with dimensions {dims}')
        whole[dim] = mask.sum(dim=[d for d in range(dims) if d != dim]) != 0
    elif method.PRUNING_TYPE != 'global':
        raise ValueError(f'Unrecognized PRUNING_TYPE {method.PRUNING_TYPE}')
    return tuple(whole)
