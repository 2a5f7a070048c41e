"""torch.nn.utils.prune: parameters of which only a part stays."""

from collections.abc import Iterable
from typing import Any

from ..._functional import norm
from ..._operations import kthvalue, ones_like, rand, rand_like, topk, zeros_like
from . import parameters_to_vector
from ._pruning import BasePruningMethod, PruningContainer, check_amount, how_many

__all__ = [
    'BasePruningMethod',
    'CustomFromMask',
    'Identity',
    'L1Unstructured',
    'LnStructured',
    'PruningContainer',
    'RandomStructured',
    'RandomUnstructured',
    'custom_from_mask',
    'global_unstructured',
    'identity',
    'is_pruned',
    'l1_unstructured',
    'ln_structured',
    'random_structured',
    'random_unstructured',
    'remove',
]


class Identity(BasePruningMethod):
    """Prunes nothing, and has a mask all the same."""

    PRUNING_TYPE = 'unstructured'

    def compute_mask(self, t: Any, default_mask: Any) -> Any:
        """The mask before."""
        return default_mask


class _Unstructured(BasePruningMethod):
    PRUNING_TYPE = 'unstructured'

    def __init__(self, amount: float) -> None:
        check_amount(amount)
        self.amount = amount

    def chosen(self, t: Any, count: int) -> Any:
        """The places of `count` elements."""
        raise NotImplementedError

    def compute_mask(self, t: Any, default_mask: Any) -> Any:
        """The mask before, with 0 where an element is pruned."""
        count = how_many(self.amount, t.nelement())
        mask = default_mask.clone()
        if count:
            mask.view(-1)[self.chosen(t, count)] = 0
        return mask


class RandomUnstructured(_Unstructured):
    """Prunes elements at random: a share of them (float) or a number (int)."""

    def chosen(self, t: Any, count: int) -> Any:
        """The places of `count` elements."""
        return topk(rand_like(t).view(-1), k=count).indices


class L1Unstructured(_Unstructured):
    """Prunes the elements nearest to 0: a share of them (float) or a number (int)."""

    def chosen(self, t: Any, count: int) -> Any:
        """The places of `count` elements."""
        return topk(t.abs().view(-1), k=count, largest=False).indices


class _Structured(BasePruningMethod):
    PRUNING_TYPE = 'structured'

    amount: float
    dim: int

    def kept(self, t: Any, channels: int, pruned: int) -> Any:
        """An index of the channels that stay."""
        raise NotImplementedError

    def compute_mask(self, t: Any, default_mask: Any) -> Any:
        """The mask before, with 0 where a channel is pruned.

        Raises:
            ValueError: for a tensor that has no channels, or fewer than are to be pruned.
            IndexError: for a dimension that it has not.
        """
        if t.dim() <= 1:
            raise ValueError(
                'Structured pruning can only be applied to multidimensional tensors. Found tensor of shape '
                f'{t.shape} with {t.dim()} dims'
            )
        if self.dim >= t.dim():
            raise IndexError(f'Invalid index {self.dim} for tensor of size {t.shape}')
        channels = t.shape[self.dim]
        count = how_many(self.amount, channels)
        if count == 0:
            return default_mask
        mask = zeros_like(t)
        index: list[Any] = [slice(None)] * t.dim()
        index[self.dim] = self.kept(t, channels, count)
        mask[tuple(index)] = 1
        return mask.mul_(default_mask.to(dtype=mask.dtype))


class RandomStructured(_Structured):
    """Prunes channels along a dimension at random: a share of them (float) or a number (int)."""

    def __init__(self, amount: float, dim: int = -1) -> None:
        check_amount(amount)
        self.amount = amount
        self.dim = dim

    def kept(self, t: Any, channels: int, pruned: int) -> Any:
        """An index of the channels that stay."""
        chances = rand(channels)
        return chances > kthvalue(chances, k=pruned).values


class LnStructured(_Structured):
    """Prunes the channels of smallest n-norm along a dimension: a share of them (float) or a number (int)."""

    def __init__(self, amount: float, n: Any, dim: int = -1) -> None:
        check_amount(amount)
        self.amount = amount
        self.n = n
        self.dim = dim

    def kept(self, t: Any, channels: int, pruned: int) -> Any:
        """An index of the channels that stay."""
        others = [d for d in range(t.dim()) if d != self.dim % t.dim()]
        return topk(norm(t, p=self.n, dim=others), k=channels - pruned, largest=True).indices


class CustomFromMask(BasePruningMethod):
    """Prunes by a mask that is there."""

    PRUNING_TYPE = 'global'

    def __init__(self, mask: Any) -> None:
        self.mask = mask

    def compute_mask(self, t: Any, default_mask: Any) -> Any:
        """The mask before, times this one.

        Raises:
            AssertionError: where they have not the same shape.
        """
        if default_mask.shape != self.mask.shape:
            raise AssertionError
        return default_mask * self.mask.to(dtype=default_mask.dtype)


def identity(module: Any, name: str) -> Any:
    """Gives a parameter a mask of ones."""
    Identity.apply(module, name)
    return module


def random_unstructured(module: Any, name: str, amount: float) -> Any:
    """Prunes elements of a parameter at random.

    Args:
        module: whose parameter it is.
        name: of the parameter.
        amount: a share of the elements (float) or their number (int).
    """
    RandomUnstructured.apply(module, name, amount)
    return module


def l1_unstructured(module: Any, name: str, amount: float, importance_scores: Any = None) -> Any:
    """Prunes the elements of a parameter that are nearest to 0.

    Args:
        module: whose parameter it is.
        name: of the parameter.
        amount: a share of the elements (float) or their number (int).
        importance_scores: what is nearest to 0 decides, in place of the parameter.
    """
    L1Unstructured.apply(module, name, amount=amount, importance_scores=importance_scores)
    return module


def random_structured(module: Any, name: str, amount: float, dim: int) -> Any:
    """Prunes channels of a parameter along `dim` at random: a share of them (float) or their number (int)."""
    RandomStructured.apply(module, name, amount, dim)
    return module


def ln_structured(
    module: Any, name: str, amount: float, n: Any, dim: int, importance_scores: Any = None
) -> Any:
    """Prunes the channels of a parameter along `dim` whose n-norm is smallest.

    Args:
        module: whose parameter it is.
        name: of the parameter.
        amount: a share of the channels (float) or their number (int).
        n: the order of the norm.
        dim: along which the channels lie.
        importance_scores: what the norms are of, in place of the parameter.
    """
    LnStructured.apply(module, name, amount, n, dim, importance_scores=importance_scores)
    return module


def custom_from_mask(module: Any, name: str, mask: Any) -> Any:
    """Prunes a parameter by a mask: 1 where an element stays."""
    CustomFromMask.apply(module, name, mask)
    return module


def global_unstructured(
    parameters: Iterable[tuple[Any, str]], pruning_method: Any, importance_scores: Any = None, **kwargs: Any
) -> None:
    """Prunes several parameters as if they were one.

    Args:
        parameters: modules and the names of their parameters.
        pruning_method: a class of methods that prune single elements; `kwargs` are its arguments.
        importance_scores: by module and name, what the mask is computed from in place of the parameter.

    Raises:
        TypeError: for parameters that cannot be gone through, scores that are no dict, a method of channels.
    """
    if not isinstance(parameters, Iterable):
        raise TypeError('global_unstructured(): parameters is not an Iterable')
    scores = {} if importance_scores is None else importance_scores
    if not isinstance(scores, dict):
        raise TypeError('global_unstructured(): importance_scores must be of type dict')
    pruned = list(parameters)
    all_scores = parameters_to_vector([scores.get(each, getattr(*each)) for each in pruned])
    before = parameters_to_vector(
        [getattr(module, f'{name}_mask', ones_like(getattr(module, name))) for module, name in pruned]
    )
    method = pruning_method(**kwargs)
    method._tensor_name = 'temp'
    if method.PRUNING_TYPE != 'unstructured':
        raise TypeError(
            'Only "unstructured" PRUNING_TYPE supported for the `pruning_method`. Found method '
            f'{pruning_method} of type {method.PRUNING_TYPE}'
        )
    mask = PruningContainer(method).compute_mask(all_scores, before)
    start = 0
    for module, name in pruned:
        parameter = getattr(module, name)
        custom_from_mask(module, name, mask[start : start + parameter.numel()].view_as(parameter))
        start += parameter.numel()


def remove(module: Any, name: str) -> Any:
    """Makes the pruned values the parameter again, without mask and hook; what is pruned stays 0.

    Raises:
        ValueError: where the parameter was not pruned.
    """
    for key, hook in module._forward_pre_hooks.items():
        if isinstance(hook, BasePruningMethod) and hook._tensor_name == name:
            hook.remove(module)
            del module._forward_pre_hooks[key]
            return module
    raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")


def is_pruned(module: Any) -> bool:
    """Whether a parameter of the module, or of one in it, is pruned."""
    return any(
        isinstance(hook, BasePruningMethod)
        for _, each in module.named_modules()
        for hook in each._forward_pre_hooks.values()
    )
