"""Pictures, arrays and tensors made of each other, and their values scaled."""

from typing import Any

import numpy as np
import torch
from PIL import Image
from PIL._modes import MODE_OF_CHANNELS
from torch import Tensor

from . import _functional_tensor as on_tensor

__all__ = ['convert_image_dtype', 'normalize', 'pil_to_tensor', 'to_pil_image', 'to_tensor']


def to_tensor(pic: Any) -> Tensor:
    """A picture or an array (height, width, channels) as (channels, height, width); bytes become 0 to 1.

    Raises:
        TypeError: for anything else.
        ValueError: for an array of other than 2 or 3 dimensions.
    """
    if isinstance(pic, Image.Image):
        values = pil_to_tensor(pic)
    elif isinstance(pic, np.ndarray):
        if pic.ndim not in (2, 3):
            raise ValueError(f'pic should be 2/3 dimensional. Got {pic.ndim} dimensions.')
        values = _channels_first(torch.from_numpy(pic))
    else:
        raise TypeError(f'pic should be PIL Image or ndarray. Got {type(pic)}')
    return values.to(torch.get_default_dtype()).div(255) if values.dtype is torch.uint8 else values


def _channels_first(values: Tensor) -> Tensor:
    return (values.unsqueeze(0) if values.dim() == 2 else values.permute(2, 0, 1)).contiguous()


def pil_to_tensor(pic: Any) -> Tensor:
    """A picture as (channels, height, width) of its own dtype.

    Raises:
        TypeError: unless it is a picture.
    """
    if not isinstance(pic, Image.Image):
        raise TypeError(f'pic should be PIL Image. Got {type(pic)}')
    return _channels_first(pic._pixels)


def convert_image_dtype(image: Tensor, dtype: torch.dtype = torch.float32) -> Tensor:
    """Values scaled from the range of one dtype to that of another.

    Raises:
        TypeError: unless it is a tensor.
    """
    if not isinstance(image, Tensor):
        raise TypeError('Input img should be Tensor Image')
    if image.dtype == dtype:
        return image
    old, new = on_tensor.largest_value(image.dtype), on_tensor.largest_value(dtype)
    if image.dtype.is_floating_point:
        return image.to(dtype) if dtype.is_floating_point else (image * (new + 1.0 - 1e-3)).to(dtype)
    if dtype.is_floating_point:
        return image.to(dtype) / old
    if old > new:
        return image.div((old + 1) // (new + 1), rounding_mode='floor').to(dtype)
    return image.to(dtype) * ((new + 1) // (old + 1))


def to_pil_image(pic: Any, mode: str | None = None) -> Image.Image:
    """A picture of a tensor (channels, height, width) or of an array (height, width, channels).

    Raises:
        TypeError: for another kind or dtype.
        ValueError: for other than 2 or 3 dimensions, or more than 4 channels.
    """
    if isinstance(pic, Tensor):
        if pic.dim() not in (2, 3):
            raise ValueError(f'pic should be 2/3 dimensional. Got {pic.dim()} dimensions.')
        if pic.dim() == 3 and pic.shape[0] > 4:
            raise ValueError(f'pic should not have > 4 channels. Got {pic.shape[0]} channels.')
        values = pic.unsqueeze(0) if pic.dim() == 2 else pic
        if values.dtype.is_floating_point and mode != 'F':
            values = values.mul(255).to(torch.uint8)
        values = values.permute(1, 2, 0)
    elif isinstance(pic, np.ndarray):
        values = torch.from_numpy(pic)
        values = values.unsqueeze(2) if values.dim() == 2 else values
    else:
        raise TypeError(f'pic should be Tensor or ndarray. Got {type(pic)}.')
    if values.shape[2] == 1:
        return Image.fromarray(values[..., 0].contiguous(), mode)
    if values.dtype is not torch.uint8:
        raise TypeError(f'Input type {values.dtype} is not supported')
    return Image.Image(values.contiguous(), mode or MODE_OF_CHANNELS[values.shape[2]])


def normalize(tensor: Tensor, mean: Any, std: Any, inplace: bool = False) -> Tensor:
    """`(tensor - mean) / std`, channel by channel.

    Raises:
        TypeError: unless it is a tensor of floating point.
        ValueError: for fewer than 3 dimensions, or a deviation of 0.
    """
    if not isinstance(tensor, Tensor):
        raise TypeError(f'img should be Tensor Image. Got {type(tensor)}')
    if not tensor.is_floating_point():
        raise TypeError(f'Input tensor should be a float tensor. Got {tensor.dtype}.')
    if tensor.dim() < 3:
        raise ValueError(
            'Expected tensor to be a tensor image of size (..., C, H, W). '
            f'Got tensor.size() = {tensor.size()}'
        )
    means, deviations = (torch.as_tensor(values, dtype=tensor.dtype) for values in (mean, std))
    if (deviations == 0).any():
        raise ValueError(
            f'std evaluated to zero after conversion to {tensor.dtype}, leading to division by zero.'
        )
    means, deviations = (v.view(-1, 1, 1) if v.dim() == 1 else v for v in (means, deviations))
    return (tensor if inplace else tensor.clone()).sub_(means).div_(deviations)
