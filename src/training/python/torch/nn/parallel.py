"""torch.nn.parallel: several GPUs, of which there is none."""

from typing import Any

from .._dtypes import NO_CUDA, require_cpu
from .modules.parallel import DataParallel

__all__ = ['DataParallel', 'gather', 'parallel_apply', 'replicate', 'scatter']


def scatter(inputs: Any, target_gpus: Any, dim: int = 0) -> Any:
    """Deals tensors out to GPUs; there is none, so it raises.

    Raises:
        AssertionError: always: PyTorch here has no CUDA.
    """
    _refuse(target_gpus)


def gather(outputs: Any, target_device: Any, dim: int = 0) -> Any:
    """Brings tensors together on one GPU; there is none, so it raises.

    Raises:
        AssertionError: always: PyTorch here has no CUDA.
    """
    _refuse([target_device])


def replicate(network: Any, devices: Any, detach: bool = False) -> Any:
    """Copies a module to GPUs; there is none, so it raises.

    Raises:
        AssertionError: always: PyTorch here has no CUDA.
    """
    _refuse(devices)


def parallel_apply(modules: Any, inputs: Any, kwargs_tup: Any = None, devices: Any = None) -> list[Any]:
    """What each module makes of its inputs, one after the other."""
    named = kwargs_tup or [{}] * len(modules)
    several = [each if isinstance(each, (list, tuple)) else (each,) for each in inputs]
    return [module(*given, **options) for module, given, options in zip(modules, several, named, strict=True)]


def _refuse(devices: Any) -> None:
    for device in devices:
        require_cpu(device)
    raise AssertionError(NO_CUDA)


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.nn.parallel', name)
