"""torch.autograd.profiler: the older name of torch.profiler."""

from ..profiler import profile, record_function

__all__ = ['profile', 'record_function']
