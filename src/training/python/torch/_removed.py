"""Functions that PyTorch has taken out, which say what stands in their place."""

from typing import Any, NoReturn

__all__ = ['eig']

_OFFERED_LATE_BY = 'torch'


def eig(self: Any, eigenvectors: bool = False, *, e: Any = None, v: Any = None) -> NoReturn:
    """Was taken out of PyTorch: use `torch.linalg.eig`.

    Raises:
        RuntimeError: always.
    """
    raise RuntimeError(
        'This function was deprecated since version 1.9 and is now removed. `torch.linalg.eig` returns '
        'complex tensors of dtype `cfloat` or `cdouble` rather than real tensors mimicking complex '
        'tensors.\n\n'
        'L, _ = torch.eig(A) should be replaced with:\nL_complex = torch.linalg.eigvals(A)\n\n'
        'and\n\n'
        'L, V = torch.eig(A, eigenvectors=True) should be replaced with:\n'
        'L_complex, V_complex = torch.linalg.eig(A)'
    )
