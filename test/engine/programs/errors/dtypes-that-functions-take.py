import torch
from torch import nn
from torch.nn import functional as F


def tried(name, compute):
    try:
        result = compute()
    except Exception as error:
        print(f'{name}: {type(error).__name__}: {error}')
    else:
        print(f'{name}: {result.dtype} {tuple(result.shape)}')


for dtype in (torch.bool, torch.uint8, torch.int64):
    print(dtype)
    x, matrix = torch.ones(4).to(dtype), torch.eye(3).to(dtype)
    tried('1 - x', lambda x=x: 1 - x)
    tried('round', lambda x=x: torch.round(x, decimals=1))
    tried('lerp, ends', lambda x=x: torch.lerp(torch.ones(4), x, 0.5))
    tried('lerp, weights', lambda x=x: torch.lerp(torch.ones(4), torch.ones(4), x))
    tried('heaviside', lambda x=x: torch.heaviside(x, torch.ones(1)))
    tried('isin', lambda x=x: torch.isin(x, torch.ones(1)))
    tried('gradient', lambda x=x: torch.gradient(x)[0])
    tried('prelu', lambda x=x: F.prelu(x, torch.ones(1)))
    tried('cosine_similarity', lambda x=x: F.cosine_similarity(x, x, 0))
    tried('cdist', lambda m=matrix: torch.cdist(m, torch.eye(3)))
    tried('cross', lambda m=matrix: torch.linalg.cross(m, torch.eye(3)))
    tried('vector_norm', lambda x=x: torch.linalg.vector_norm(x))
    tried('matrix_norm', lambda m=matrix: torch.linalg.matrix_norm(m, 1))
    tried('cholesky', lambda m=matrix: torch.linalg.cholesky(m))
    tried('cholesky_inverse', lambda m=matrix: torch.cholesky_inverse(m))
    tried('eigvalsh', lambda m=matrix: torch.linalg.eigvalsh(m))
    tried('solve_triangular', lambda m=matrix: torch.linalg.solve_triangular(m, m, upper=True))
    tried('householder_product', lambda m=matrix: torch.linalg.householder_product(m, m[0]))
    tried('max_unpool2d', lambda x=x: F.max_unpool2d(x.reshape(1, 2, 2), torch.arange(4).reshape(1, 2, 2), 1))
cell = nn.RNNCell(3, 4)
tried('another batch', lambda: cell(torch.ones(2, 3), torch.ones(5, 4)))
tried('another size', lambda: cell(torch.ones(2, 5)))
tried('another state', lambda: cell(torch.ones(2, 3), torch.ones(2, 3)))
tried('a lazy convolution', lambda: nn.LazyConv2d(2, 1)(torch.ones(3)))
tried('celu', lambda: F.celu(torch.ones(2), 0.0))
tried('pixel_shuffle', lambda: F.pixel_shuffle(torch.ones(1, 4, 2, 2), 0))
tried('distances below 0', lambda: torch.cdist(torch.eye(2), torch.eye(2), -1.0))
tried('unpooled by another shape', lambda: F.max_unpool2d(torch.ones(1, 2, 2), torch.ones(1, 2, 1).long(), 1))
tried('twice the same', lambda: torch.gradient(torch.eye(3), dim=(1, 1))[0])
tried('no points', lambda: torch.trapezoid(torch.ones(3), torch.ones(2)))
tried('a dimension of a number', lambda: torch.cummax(torch.tensor(1.0), 1)[0])
tried('counts below 0', lambda: torch.bincount(torch.tensor([1]), minlength=-1))
empty = torch.ones(1, 3, 5, requires_grad=True)
tried('the way back from nothing', lambda: F.adaptive_max_pool1d(empty, 0).sum().backward())
