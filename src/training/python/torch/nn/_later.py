"""Names of torch.nn and its functional that are imported when they are first used: which module has them."""

import importlib
from typing import Any

__all__ = ['OWNERS', 'load']

_NAMES = {
    'torch.nn': {
        'torch.nn.modules.parallel': 'DataParallel',
        'torch.nn.modules.rearranging': """
            ChannelShuffle Fold LocalResponseNorm PixelShuffle PixelUnshuffle Unfold Upsample
            UpsamplingBilinear2d UpsamplingNearest2d
        """,
        'torch.nn.modules.transposed': 'ConvTranspose1d LazyConvTranspose1d LazyConvTranspose2d',
        'torch.nn.modules.volumes': 'AvgPool3d Conv3d Dropout3d LazyConv3d MaxPool3d',
    },
    'torch.nn.functional': {
        'torch.nn._rearranging': """
            channel_shuffle fold local_response_norm pixel_shuffle pixel_unshuffle upsample
        """,
        'torch.nn._volumes': 'avg_pool3d conv3d conv_transpose1d dropout3d max_pool3d',
    },
}
OWNERS = {
    module: {name: owner for owner, names in owners.items() for name in names.split()}
    for module, owners in _NAMES.items()
}


def load(module: str, name: str) -> Any:
    """What `module.name` stands for.

    Raises:
        AttributeError: there is nothing of that name.
    """
    owner = OWNERS[module].get(name)
    if owner is None:
        from .._names import missing

        raise missing(module, name)
    return getattr(importlib.import_module(owner), name)
