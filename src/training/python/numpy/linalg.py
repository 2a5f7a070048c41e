"""numpy.linalg: matrices, over the engine's own."""

from collections.abc import Callable
from typing import Any

import torch

from .multiarray import as_tensor, ndarray, wrap

__all__ = [
    'LinAlgError',
    'cholesky',
    'cond',
    'det',
    'eig',
    'eigh',
    'eigvals',
    'eigvalsh',
    'inv',
    'lstsq',
    'matrix_power',
    'matrix_rank',
    'multi_dot',
    'norm',
    'pinv',
    'qr',
    'slogdet',
    'solve',
    'svd',
]


class LinAlgError(Exception):
    """A matrix that a function of linear algebra cannot take."""

    __module__ = 'numpy.linalg'


def _double(a: Any) -> Any:
    source = as_tensor(a)
    return source if source.is_floating_point() else source.double()


def _square(a: Any) -> Any:
    source = _double(a)
    if source.dim() < 2:
        raise LinAlgError(f'{source.dim()}-dimensional array given. Array must be at least two-dimensional')
    if source.shape[-1] != source.shape[-2]:
        raise LinAlgError('Last 2 dimensions of the array must be square')
    return source


def _computed(compute: Callable[..., Any], *arrays: Any, **kwargs: Any) -> Any:
    """What torch computes, with its errors in numpy's words."""
    try:
        return compute(*arrays, **kwargs)
    except RuntimeError as error:
        if 'singular' in str(error):
            raise LinAlgError('Singular matrix') from None
        if 'positive-definite' in str(error):
            raise LinAlgError('Matrix is not positive definite') from None
        raise


def _same(name: str, explanation: str, prepare: Callable[[Any], Any] = _square) -> Callable[..., Any]:
    def apply(*arrays: Any, **kwargs: Any) -> Any:
        result = _computed(getattr(torch.linalg, name), *map(prepare, arrays), **kwargs)
        return tuple(map(wrap, result)) if isinstance(result, tuple) else wrap(result)

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = explanation
    return apply


inv = _same('inv', 'The inverse matrix.')
det = _same('det', 'The determinant.')
slogdet = _same('slogdet', 'The sign of the determinant, and the logarithm of its size.')
eigh = _same('eigh', 'Eigenvalues and eigenvectors of a symmetric matrix.')
eigvalsh = _same('eigvalsh', 'Eigenvalues of a symmetric matrix.')
svd = _same('svd', 'The singular value decomposition.', _double)
qr = _same('qr', 'The decomposition into an orthogonal and a triangular matrix.', _double)
cholesky = _same('cholesky', 'The lower triangular factor of a positive definite matrix.')
pinv = _same('pinv', 'The pseudo-inverse.', _double)


def solve(a: Any, b: Any) -> ndarray:
    """The x of a x = b.

    Raises:
        ValueError: when their sizes differ.
    """
    left = _square(a)
    right = _double(b).to(left.dtype)
    rows = right.shape[0] if right.dim() == 1 else right.shape[-2]
    if rows != left.shape[-1]:
        name, form = ('solve1', '(m,m),(m)->(m)') if right.dim() == 1 else ('solve', '(m,m),(m,n)->(m,n)')
        raise ValueError(
            f'{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {form} '
            f'(size {rows} is different from {left.shape[-1]})'
        )
    return ndarray._of(_computed(torch.linalg.solve, left, right))


def lstsq(a: Any, b: Any, rcond: Any = 'warn') -> tuple[Any, ...]:
    """The x that makes |a x - b| smallest, the squares that are left, the rank, the singular values."""
    left, right = _double(a).double(), _double(b).double()
    columns = right.unsqueeze(1) if right.dim() == 1 else right
    solution = torch.linalg.pinv(left) @ columns
    values = torch.linalg.svdvals(left)
    rank = int((values > values.max() * max(left.shape) * 2.220446049250313e-16).sum())
    left_over = ((left @ solution - columns) ** 2).sum(0)
    full = rank == left.shape[1] and left.shape[0] > left.shape[1]
    made = solution.reshape(-1) if right.dim() == 1 else solution
    return wrap(made), ndarray._of(left_over if full else left_over[:0]), rank, wrap(values)


def eig(a: Any) -> tuple[Any, Any]:
    """Eigenvalues and eigenvectors (columns of length 1) of a square matrix.

    Raises:
        NotImplementedError: for eigenvalues that are no real numbers.
    """
    values, vectors = torch.linalg.eig(_square(a))
    if values.imag.any():
        raise NotImplementedError(
            'D2L Exercises does not support np.linalg.eig with complex eigenvalues: use torch.linalg.eig'
        )
    return wrap(values.real.clone()), wrap(vectors.real.clone())


def eigvals(a: Any) -> Any:
    """The eigenvalues of a square matrix."""
    return eig(a)[0]


def matrix_power(a: Any, n: int) -> Any:
    """A square matrix times itself, n times."""
    return wrap(torch.linalg.matrix_power(as_tensor(a) if n >= 0 else _square(a), n))


def multi_dot(arrays: Any) -> Any:
    """The product of several matrices."""
    made: Any = arrays[0]
    for each in arrays[1:]:
        made = ndarray._of(as_tensor(made)) @ each
    return made


def cond(x: Any, p: Any = None) -> Any:
    """How much errors may grow: the largest singular value over the smallest."""
    return wrap(torch.linalg.cond(_double(x), p))


def matrix_rank(A: Any) -> int:
    """The number of independent rows."""
    return int(torch.linalg.matrix_rank(_double(A)).item())


def norm(x: Any, ord: Any = None, axis: Any = None, keepdims: bool = False) -> Any:
    """The length of a vector, or Frobenius' norm of a matrix; other norms by `ord`."""
    source = _double(x)
    if ord is None:
        source, axis = (source.reshape(-1), 0) if axis is None else (source, axis)
        return wrap((source * source).sum(axis, keepdims).sqrt())
    return wrap(torch.linalg.norm(source, ord, axis, keepdims))


def __getattr__(name: str) -> Any:
    from ._names import missing

    raise missing('numpy.linalg', name)
