"""numpy.linalg: matrices, over the engine's own."""

from collections.abc import Callable
from typing import Any

import torch

from .multiarray import as_tensor, ndarray, wrap

__all__ = [
    'LinAlgError',
    'cholesky',
    'det',
    'eigh',
    'eigvalsh',
    'inv',
    'matrix_rank',
    'norm',
    'pinv',
    'qr',
    'solve',
    'svd',
]

LinAlgError = getattr(torch.linalg, 'LinAlgError', RuntimeError)


def _double(a: Any) -> Any:
    source = as_tensor(a)
    return source if source.is_floating_point() else source.double()


def _same(name: str, explanation: str) -> Callable[..., Any]:
    def apply(*arrays: Any, **kwargs: Any) -> Any:
        result = getattr(torch.linalg, name)(*map(_double, arrays), **kwargs)
        return tuple(map(wrap, result)) if isinstance(result, tuple) else wrap(result)

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = explanation
    return apply


inv = _same('inv', 'The inverse matrix.')
det = _same('det', 'The determinant.')
eigh = _same('eigh', 'Eigenvalues and eigenvectors of a symmetric matrix.')
eigvalsh = _same('eigvalsh', 'Eigenvalues of a symmetric matrix.')
svd = _same('svd', 'The singular value decomposition.')
qr = _same('qr', 'The decomposition into an orthogonal and a triangular matrix.')
cholesky = _same('cholesky', 'The lower triangular factor of a positive definite matrix.')
pinv = _same('pinv', 'The pseudo-inverse.')


def solve(a: Any, b: Any) -> ndarray:
    """The x of a x = b."""
    return ndarray._of(torch.linalg.solve(_double(a), _double(b).to(_double(a).dtype)))


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
