"""torch.nn.utils.parametrizations: weights that are orthogonal, or have a length or singular value of 1."""

from typing import Any

from ... import _operations
from ..._grad_mode import no_grad
from ..._handle import Handle
from ..._tensor import Tensor
from ...linalg import householder_product, solve
from .. import functional
from ..modules.conv import ConvTranspose2d
from ..modules.module import Module
from ._reparametrized import lengths
from .parametrize import register_parametrization

__all__ = ['orthogonal', 'spectral_norm', 'weight_norm']

_MAPS = ('matrix_exp', 'cayley', 'householder')


def _weight_of(module: Any, name: str) -> Any:
    weight = getattr(module, name, None)
    if not isinstance(weight, Handle):
        raise ValueError(f"Module '{module}' has no parameter or buffer with name '{name}'")
    return weight


def _orthogonalised(tall: Any) -> Any:
    """Q of a decomposition whose R has no negative number on its diagonal."""
    reflections, factors = _operations.geqrf(tall)
    signs = reflections.diagonal(dim1=-2, dim2=-1).sgn()
    return householder_product(reflections, factors) * signs.unsqueeze(-2)


def _is_orthogonal(matrix: Any) -> bool:
    rows, columns = matrix.shape[-2:]
    unit = _operations.eye(columns, dtype=matrix.dtype)
    return bool(_operations.allclose(matrix.mH @ matrix, unit, atol=10.0 * rows * _precision(matrix)))


def _precision(matrix: Any) -> float:
    from ..._limits import finfo

    return finfo(matrix.dtype).eps


class _Orthogonal(Module):
    """Makes any matrix one with orthonormal columns, or rows where there are fewer."""

    base: Any

    def __init__(self, weight: Any, orthogonal_map: str, *, use_trivialization: bool = True) -> None:
        super().__init__()
        if weight.is_complex() and orthogonal_map == 'householder':
            raise ValueError('The householder parametrization does not support complex tensors.')
        self.shape = weight.shape
        self.orthogonal_map = orthogonal_map
        if use_trivialization:
            self.register_buffer('base', None)

    def forward(self, X: Tensor) -> Tensor:
        """The orthogonal matrix, of the same shape."""
        is_wide = X.shape[-2] < X.shape[-1]
        tall: Any = X.mT if is_wide else X
        found = self._reflected(tall) if self.orthogonal_map == 'householder' else self._mapped(tall)
        if hasattr(self, 'base'):
            found = self.base @ found
        return found.mT if is_wide else found

    def _mapped(self, tall: Any) -> Any:
        """By the exponential, or Cayley's map, of a skew-symmetric matrix."""
        rows, columns = tall.shape[-2:]
        lower = tall.tril()
        if rows != columns:
            filling = lower.new_zeros(rows, rows - columns).expand(*lower.shape[:-2], -1, -1)
            lower = _operations.cat([lower, filling], dim=-1)
        skew = lower - lower.mH
        if self.orthogonal_map == 'matrix_exp':
            found = _operations.matrix_exp(skew)
        else:
            unit = _operations.eye(rows, dtype=skew.dtype)
            found = solve(_operations.add(unit, skew, alpha=-0.5), _operations.add(unit, skew, alpha=0.5))
        return found[..., :columns] if rows != columns else found

    @staticmethod
    def _reflected(tall: Any) -> Any:
        """By reflections; the diagonal, of 1 and -1, has no part in the gradient."""
        below = tall.tril(diagonal=-1)
        found = householder_product(below, 2.0 / (1.0 + (below * below).sum(dim=-2)))
        return found * tall.diagonal(dim1=-2, dim2=-1).int().unsqueeze(-2)

    @no_grad()
    def right_inverse(self, Q: Tensor) -> Any:
        """What gives `Q`, or the orthogonal matrix nearest at hand.

        Raises:
            ValueError: for another shape.
            NotImplementedError: for maps that cannot be turned round without `use_trivialization`.
        """
        if Q.shape != self.shape:
            raise ValueError(
                f'Expected a matrix or batch of matrices of shape {self.shape}. Got a tensor of shape '
                f'{Q.shape}.'
            )
        is_wide = Q.shape[-2] < Q.shape[-1]
        tall: Any = Q.mT if is_wide else Q
        if hasattr(self, 'base'):
            self.base = self._completed(tall)
            start: Any = _operations.zeros_like(Q)
            start.diagonal(dim1=-2, dim2=-1).fill_(-1.0)
            return start
        if self.orthogonal_map != 'householder':
            raise NotImplementedError(
                'It is not possible to assign to the matrix exponential or the Cayley parametrizations when '
                'use_trivialization=False.'
            )
        reflections, factors = _operations.geqrf(tall)
        diagonal = reflections.diagonal(dim1=-2, dim2=-1)
        diagonal.sign_()
        diagonal[factors == 0.0] *= -1
        return reflections.mT if is_wide else reflections

    @staticmethod
    def _completed(tall: Any) -> Any:
        rows, columns = tall.shape[-2:]
        if rows == columns:
            return tall.clone() if _is_orthogonal(tall) else _orthogonalised(tall)
        noise = _operations.randn(*tall.shape[:-2], rows, rows - columns, dtype=tall.dtype)
        return _orthogonalised(_operations.cat([tall, noise], dim=-1))


def orthogonal(
    module: Any, name: str = 'weight', orthogonal_map: str | None = None, *, use_trivialization: bool = True
) -> Any:
    """Keeps a matrix orthogonal while it is learned.

    Args:
        module: whose weight it is.
        name: of the weight.
        orthogonal_map: 'matrix_exp', 'cayley' or 'householder'; None: 'matrix_exp' where the matrix is square
            or complex, else 'householder'.
        use_trivialization: whether the map starts from the matrix that the weight is now.

    Raises:
        ValueError: for what is no matrix, or another map.
    """
    weight = _weight_of(module, name)
    if weight.ndim < 2:
        raise ValueError(f'Expected a matrix or batch of matrices. Got a tensor of {weight.ndim} dimensions.')
    if orthogonal_map is None:
        is_square = weight.shape[-2] == weight.shape[-1]
        orthogonal_map = 'matrix_exp' if is_square or weight.is_complex() else 'householder'
    if orthogonal_map not in _MAPS:
        raise ValueError(
            f'orthogonal_map has to be one of "matrix_exp", "cayley", "householder". Got: {orthogonal_map}'
        )
    made = _Orthogonal(weight, orthogonal_map, use_trivialization=use_trivialization)
    return register_parametrization(module, name, made, unsafe=True)


class _WeightNorm(Module):
    """A weight of its length and its direction."""

    def __init__(self, dim: int | None = 0) -> None:
        super().__init__()
        self.dim = -1 if dim is None else dim

    def forward(self, weight_g: Tensor, weight_v: Tensor) -> Tensor:
        """The weight."""
        return weight_v * (weight_g / lengths(weight_v, self.dim))

    def right_inverse(self, weight: Tensor) -> tuple[Tensor, Tensor]:
        """Length and direction of a weight."""
        return lengths(weight, self.dim), weight


def weight_norm(module: Any, name: str = 'weight', dim: int | None = 0) -> Any:
    """Replaces a weight by its length (`original0`) and its direction (`original1`), both learned.

    Args:
        module: whose weight it is.
        name: of the weight.
        dim: along which there is a length for each place; None for one length.
    """
    return register_parametrization(module, name, _WeightNorm(dim), unsafe=True)


class _SpectralNorm(Module):
    """A weight over its largest singular value, which steps of power iteration follow.

    Raises:
        IndexError: for a dimension that the weight has not.
        ValueError: without iterations.
    """

    _u: Any
    _v: Any

    def __init__(self, weight: Any, n_power_iterations: int = 1, dim: int = 0, eps: float = 1e-12) -> None:
        super().__init__()
        rank = weight.ndim
        if not -rank <= dim < rank:
            raise IndexError(
                f'Dimension out of range (expected to be in range of [-{rank}, {rank - 1}] but got {dim})'
            )
        if n_power_iterations <= 0:
            raise ValueError(
                f'Expected n_power_iterations to be positive, but got n_power_iterations={n_power_iterations}'
            )
        self.dim = dim % rank
        self.eps = eps
        if rank == 1:
            return
        self.n_power_iterations = n_power_iterations
        matrix = self._matrix_of(weight)
        for vector, size in zip('uv', matrix.shape, strict=True):
            self.register_buffer(f'_{vector}', matrix.new_empty(size).normal_(0, 1))
        self._u = self._normalised(self._u)
        self._v = self._normalised(self._v)
        self._iterate(matrix, 15)

    def _normalised(self, vector: Any) -> Any:
        return functional.normalize(vector, dim=0, eps=self.eps)

    def _matrix_of(self, weight: Any) -> Any:
        if self.dim != 0:
            weight = weight.permute(self.dim, *(d for d in range(weight.dim()) if d != self.dim))
        return weight.flatten(1)

    @no_grad()
    def _iterate(self, matrix: Any, steps: int) -> None:
        for _ in range(steps):
            self._u.copy_(self._normalised(_operations.mv(matrix, self._v)))
            self._v.copy_(self._normalised(_operations.mv(matrix.mH, self._u)))

    def forward(self, weight: Any) -> Any:
        """The weight over its largest singular value; a vector over its length."""
        if weight.ndim == 1:
            return self._normalised(weight)
        matrix = self._matrix_of(weight)
        if self.training:
            self._iterate(matrix, self.n_power_iterations)
        return weight / _operations.vdot(self._u.clone(), _operations.mv(matrix, self._v.clone()))

    def right_inverse(self, value: Tensor) -> Tensor:
        """The value itself."""
        return value


def spectral_norm(
    module: Any,
    name: str = 'weight',
    n_power_iterations: int = 1,
    eps: float = 1e-12,
    dim: int | None = None,
) -> Any:
    """Divides a weight by its largest singular value whenever it is used (Miyato et al., 2018).

    Args:
        module: whose weight it is.
        name: of the weight.
        n_power_iterations: steps that follow the singular value at each use in training.
        eps: below which no length is divided by.
        dim: of the outputs; 1 for transposed convolutions by default, else 0.
    """
    weight = _weight_of(module, name)
    if dim is None:
        dim = 1 if isinstance(module, ConvTranspose2d) else 0
    return register_parametrization(module, name, _SpectralNorm(weight, n_power_iterations, dim, eps))
