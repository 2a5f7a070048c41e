"""torch.cuda.amp: the older names of torch.amp, which have no effect without CUDA."""

from typing import Any

from .. import amp

__all__ = ['GradScaler', 'autocast']


class autocast(amp.autocast):
    """`torch.amp.autocast('cuda')`: there is no CUDA, so nothing is cast."""

    __module__ = 'torch.cuda.amp.autocast_mode'

    def __init__(self, enabled: bool = True, dtype: Any = None, cache_enabled: bool = True) -> None:
        super().__init__('cuda', dtype=dtype, enabled=enabled, cache_enabled=cache_enabled)


class GradScaler(amp.GradScaler):
    """`torch.amp.GradScaler('cuda')`: there is no CUDA, so nothing is scaled."""

    __module__ = 'torch.cuda.amp.grad_scaler'

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__('cuda', *args, **kwargs)
