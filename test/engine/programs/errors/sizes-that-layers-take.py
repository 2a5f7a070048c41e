import torch
from torch.nn import functional as F


def tried(name, compute):
    try:
        result = compute()
    except Exception as error:
        print(f'{name}: {type(error).__name__}: {error}')
    else:
        print(f'{name}: {result.dtype} {tuple(result.shape)}')


x, square = torch.ones(2, 4, 3), torch.ones(1, 2, 4, 4)
kernel = torch.ones(2, 3, 3, 3)
tried('group_norm of nothing', lambda: F.group_norm(x, 0))
tried('groups below 0', lambda: F.group_norm(x, -2))
tried('groups of one value', lambda: F.group_norm(torch.ones(1, 2, 1), 2))
tried('weight of group_norm', lambda: F.group_norm(x, 2, torch.ones(3)))
tried('bias of group_norm', lambda: F.group_norm(x, 2, torch.ones(4), torch.ones(4, 1)))
tried('weight of layer_norm', lambda: F.layer_norm(x, (3,), torch.ones(1, 3)))
tried('bias of layer_norm', lambda: F.layer_norm(x, (4, 3), torch.ones(4, 3), torch.ones(4, 1)))
tried('layer_norm over nothing', lambda: F.layer_norm(x, ()))
tried('weight of rms_norm', lambda: F.rms_norm(x, (3,), torch.ones(4)))
tried('weight of instance_norm', lambda: F.instance_norm(x, None, None, torch.ones(3)))
tried('one running value', lambda: F.instance_norm(x, torch.ones(4), None))
tried('no examples', lambda: F.instance_norm(x[:0], weight=torch.ones(4)))
tried('no examples in a batch', lambda: F.batch_norm(x[:0], None, None, torch.ones(4), torch.ones(4), True))
for size, sides in (((2, 3, 4, 5), 2), ((3,), 2), ((2, 3), 4), ((2, 0, 3), 2), ((2, 3), 0)):
    tried(f'reflect {size}', lambda size=size, sides=sides: F.pad(torch.ones(size), (1,) * sides, 'reflect'))
tried('a value to continue', lambda: F.pad(x, (1, 1), 'replicate', 2.0))
for kernel_size, stride, padding in ((0, 1, 0), (2, 0, 0), (2, -1, 0), (2, 1, -1), (2, 1, 2), (9, 1, 0)):
    for name in ('max_pool1d', 'max_pool2d', 'avg_pool1d', 'avg_pool2d'):
        pool = getattr(F, name)
        images = square[0] if name.endswith('1d') else square
        if kernel_size < 9 or name.endswith('avg_pool2d'):
            tried(
                f'{name} {kernel_size} {stride} {padding}',
                lambda pool=pool, images=images: pool(images, kernel_size, stride, padding),
            )
    tried(
        f'unfold {kernel_size} {stride} {padding}',
        lambda: F.unfold(square, kernel_size, padding=padding, stride=stride),
    )
for size in ((1, 0, 4, 4), (1, 2, 0, 4), (0, 4, 4), (2, 2)):
    tried(f'max_pool2d {size}', lambda size=size: F.max_pool2d(torch.ones(size), 2))
    tried(f'unfold {size}', lambda size=size: F.unfold(torch.ones(size), 2))
tried('bias of conv_transpose2d', lambda: F.conv_transpose2d(square, kernel, torch.ones(2)))
tried('output padding', lambda: F.conv_transpose2d(square, kernel, output_padding=(0, 2)))
tried('output padding below 0', lambda: F.conv_transpose2d(square, kernel, output_padding=-1))
tried('channels in groups', lambda: F.conv_transpose2d(square, kernel, groups=3))
tried('no groups', lambda: F.conv2d(square, kernel.mT, groups=0))
tried('kernels in groups', lambda: F.conv2d(square, torch.ones(3, 1, 3, 3), groups=2))
tried('kernels of sequences', lambda: F.conv2d(square, torch.ones(2, 3, 3)))
tried('paddings', lambda: F.conv2d(square, torch.ones(2, 2, 3, 3), padding=(1, 2, 3)))
tried('too small', lambda: F.conv_transpose2d(torch.ones(1, 2, 1, 1), kernel, padding=2))
tried('nothing to convolve', lambda: F.conv_transpose2d(torch.ones(1, 2, 0, 4), kernel))
