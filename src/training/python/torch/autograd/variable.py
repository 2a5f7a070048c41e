"""torch.autograd.variable: where `Variable` was before tensors took over what it did."""

from ._backward import Variable

__all__ = ['Variable']
