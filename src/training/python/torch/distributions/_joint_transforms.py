"""Transforms of vectors, of matrices and of shapes."""

from typing import Any

from .. import _operations, linalg
from .._dtypes import Size
from .._limits import finfo
from ..nn.functional import logsigmoid, pad
from . import constraints
from ._elementwise_transforms import clipped_sigmoid
from ._transform import OneOfAKind, Transform
from .utils import sum_rightmost

__all__ = [
    'IndependentTransform',
    'LowerCholeskyTransform',
    'PositiveDefiniteTransform',
    'ReshapeTransform',
    'SoftmaxTransform',
    'StickBreakingTransform',
]

_TOO_FEW = 'Too few dimensions on input'


def _require(shape: Any, dims: int) -> None:
    if len(shape) < dims:
        raise ValueError(_TOO_FEW)


class IndependentTransform(Transform):
    """A transform whose last batch dimensions are dimensions of one value."""

    def __init__(
        self, base_transform: Transform, reinterpreted_batch_ndims: int, cache_size: int = 0
    ) -> None:
        super().__init__(cache_size)
        self.base_transform = base_transform.with_cache(cache_size)
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims

    def with_cache(self, cache_size: int = 1) -> Any:
        if self._cache_size == cache_size:
            return self
        return IndependentTransform(self.base_transform, self.reinterpreted_batch_ndims, cache_size)

    @constraints.dependent_property(is_discrete=False)
    def domain(self) -> Any:
        """That of the base transform, with more dimensions."""
        return constraints.independent(self.base_transform.domain, self.reinterpreted_batch_ndims)

    @constraints.dependent_property(is_discrete=False)
    def codomain(self) -> Any:
        """That of the base transform, with more dimensions."""
        return constraints.independent(self.base_transform.codomain, self.reinterpreted_batch_ndims)

    @property
    def bijective(self) -> Any:
        """Whether the base transform is."""
        return self.base_transform.bijective

    @property
    def sign(self) -> Any:
        """That of the base transform."""
        return self.base_transform.sign

    def _call(self, x: Any) -> Any:
        _require(x.shape, self.domain.event_dim)
        return self.base_transform(x)

    def _inverse(self, y: Any) -> Any:
        _require(y.shape, self.codomain.event_dim)
        return self.base_transform.inv(y)

    def log_abs_det_jacobian(self, x: Any, y: Any) -> Any:
        found = self.base_transform.log_abs_det_jacobian(x, y)
        return sum_rightmost(found, self.reinterpreted_batch_ndims)

    def __repr__(self) -> str:
        return f'IndependentTransform({self.base_transform!r}, {self.reinterpreted_batch_ndims})'

    def forward_shape(self, shape: Any) -> Any:
        return self.base_transform.forward_shape(shape)

    def inverse_shape(self, shape: Any) -> Any:
        return self.base_transform.inverse_shape(shape)


class ReshapeTransform(Transform):
    """Values of one shape as values of another.

    Raises:
        ValueError: when they have different numbers of elements.
    """

    bijective = True

    def __init__(self, in_shape: Any, out_shape: Any, cache_size: int = 0) -> None:
        self.in_shape = Size(in_shape)
        self.out_shape = Size(out_shape)
        if self.in_shape.numel() != self.out_shape.numel():
            raise ValueError('in_shape, out_shape have different numbers of elements')
        super().__init__(cache_size)

    @constraints.dependent_property
    def domain(self) -> Any:
        """Real tensors of the first shape."""
        return constraints.independent(constraints.real, len(self.in_shape))

    @constraints.dependent_property
    def codomain(self) -> Any:
        """Real tensors of the second shape."""
        return constraints.independent(constraints.real, len(self.out_shape))

    def with_cache(self, cache_size: int = 1) -> Any:
        if self._cache_size == cache_size:
            return self
        return ReshapeTransform(self.in_shape, self.out_shape, cache_size)

    def _batch(self, value: Any, shape: Size) -> Any:
        return value.shape[: value.dim() - len(shape)]

    def _call(self, x: Any) -> Any:
        return x.reshape(self._batch(x, self.in_shape) + self.out_shape)

    def _inverse(self, y: Any) -> Any:
        return y.reshape(self._batch(y, self.out_shape) + self.in_shape)

    def log_abs_det_jacobian(self, x: Any, y: Any) -> Any:
        return x.new_zeros(self._batch(x, self.in_shape))

    def forward_shape(self, shape: Any) -> Any:
        return _replaced(shape, self.in_shape, self.out_shape)

    def inverse_shape(self, shape: Any) -> Any:
        return _replaced(shape, self.out_shape, self.in_shape)


def _replaced(shape: Any, old: Size, new: Size) -> Any:
    _require(shape, len(old))
    cut = len(shape) - len(old)
    if shape[cut:] != old:
        raise ValueError(f'Shape mismatch: expected {shape[cut:]} but got {old}')
    return shape[:cut] + new


class SoftmaxTransform(OneOfAKind):
    """y = softmax(x) along the last dimension, which has no single inverse: the logarithm stands for it."""

    domain = constraints.real_vector
    codomain = constraints.simplex

    def _call(self, x: Any) -> Any:
        raised = (x - x.max(-1, True)[0]).exp()
        return raised / raised.sum(-1, True)

    def _inverse(self, y: Any) -> Any:
        return y.log()

    def forward_shape(self, shape: Any) -> Any:
        _require(shape, 1)
        return shape

    inverse_shape = forward_shape


class StickBreakingTransform(OneOfAKind):
    """n real numbers as n + 1 probabilities: each takes its share of what the ones before it left."""

    domain = constraints.real_vector
    codomain = constraints.simplex
    bijective = True

    def _call(self, x: Any) -> Any:
        share = clipped_sigmoid(x - _left_over(x, x.shape[-1]).log())
        rest = (1 - share).cumprod(-1)
        return pad(share, [0, 1], value=1) * pad(rest, [1, 0], value=1)

    def _inverse(self, y: Any) -> Any:
        kept = y[..., :-1]
        rest = (1 - kept.cumsum(-1)).clamp(min=finfo(y.dtype).tiny)
        return kept.log() - rest.log() + _left_over(y, y.shape[-1] - 1).log()

    def log_abs_det_jacobian(self, x: Any, y: Any) -> Any:
        moved = x - _left_over(x, x.shape[-1]).log()
        return (-moved + logsigmoid(moved) + y[..., :-1].log()).sum(-1)

    def forward_shape(self, shape: Any) -> Any:
        _require(shape, 1)
        return Size((*shape[:-1], shape[-1] + 1))

    def inverse_shape(self, shape: Any) -> Any:
        _require(shape, 1)
        return Size((*shape[:-1], shape[-1] - 1))


def _left_over(like: Any, count: int) -> Any:
    """How many probabilities are still to be given out at each of them: n, n - 1, …, 1."""
    return count + 1 - like.new_ones(count).cumsum(-1)


class LowerCholeskyTransform(OneOfAKind):
    """A matrix as a lower triangular one with a positive diagonal."""

    domain = constraints.independent(constraints.real, 2)
    codomain = constraints.lower_cholesky

    def _call(self, x: Any) -> Any:
        return x.tril(-1) + x.diagonal(dim1=-2, dim2=-1).exp().diag_embed()

    def _inverse(self, y: Any) -> Any:
        return y.tril(-1) + y.diagonal(dim1=-2, dim2=-1).log().diag_embed()


class PositiveDefiniteTransform(OneOfAKind):
    """A matrix as a positive definite one."""

    domain = constraints.independent(constraints.real, 2)
    codomain = constraints.positive_definite

    def _call(self, x: Any) -> Any:
        factor = LowerCholeskyTransform()(x)
        return _operations.matmul(factor, factor.mT)

    def _inverse(self, y: Any) -> Any:
        return LowerCholeskyTransform().inv(linalg.cholesky(y))
