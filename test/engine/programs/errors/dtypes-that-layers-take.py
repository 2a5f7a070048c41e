import torch
from torch.nn import functional as F


def tried(name, compute):
    try:
        result = compute()
    except Exception as error:
        print(f'{name}: {type(error).__name__}: {error}')
    else:
        print(f'{name}: {result.dtype} {tuple(result.shape)}')


for dtype in (torch.bool, torch.uint8, torch.int64, torch.float64):
    print(dtype)
    x = torch.ones(1, 4, 6, 6).to(dtype)
    weight, one = torch.ones(4), torch.ones(4).to(dtype)
    tried('batch_norm', lambda: F.batch_norm(x, one, one))
    tried('batch_norm, other weights', lambda: F.batch_norm(x, weight, weight, weight, weight, True))
    tried('instance_norm', lambda: F.instance_norm(x))
    tried('group_norm', lambda: F.group_norm(x, 2))
    tried('group_norm, other weights', lambda: F.group_norm(x, 2, weight, weight))
    tried('layer_norm', lambda: F.layer_norm(x, (6,)))
    tried('layer_norm, another weight', lambda: F.layer_norm(x, (6,), torch.ones(6)))
    tried('rms_norm', lambda: F.rms_norm(x, (6,)))
    tried('reflect', lambda: F.pad(x, (1, 1, 1, 1), 'reflect'))
    tried('replicate', lambda: F.pad(x[0], (1, 1, 1, 1), 'replicate'))
    tried('circular', lambda: F.pad(x, (1, 1, 1, 1), 'circular'))
    tried('max_pool1d', lambda: F.max_pool1d(x[0], 2))
    tried('max_pool1d, places too', lambda: F.max_pool1d(x[0], 2, return_indices=True)[0])
    tried('max_pool2d', lambda: F.max_pool2d(x, 2))
    tried('avg_pool2d', lambda: F.avg_pool2d(x, 2))
    tried('unfold', lambda: F.unfold(x, 2))
    tried('conv_transpose2d', lambda: F.conv_transpose2d(x, torch.ones(4, 1, 2, 2).to(dtype)))
    tried('conv_transpose2d, another bias', lambda: F.conv_transpose2d(x, x.mT.reshape(4, 1, 6, 6), torch.ones(1)))
    tried('grid_sample', lambda: F.grid_sample(x, torch.zeros(1, 1, 1, 2).to(dtype)))
    tried('grid_sample, another grid', lambda: F.grid_sample(x, torch.zeros(1, 1, 1, 2)))
