import torch
from torch.nn import functional as F


def tried(name, compute):
    try:
        result = compute()
    except Exception as error:
        print(f'{name}: {type(error).__name__}: {error}')
    else:
        print(f'{name}: {result.dtype} {tuple(result.shape)}')


def trained(loss, x, y):
    result = loss(x.clone().requires_grad_(), y)
    result.backward()
    return result.detach()


x, y = torch.rand(3, 4), torch.rand(3, 4)
classes, images, of_images = torch.tensor([1, 0, 3]), torch.rand(3, 4, 2), torch.zeros(3, 2, dtype=torch.int64)
losses = [
    F.mse_loss,
    F.l1_loss,
    F.smooth_l1_loss,
    F.huber_loss,
    F.binary_cross_entropy,
    F.binary_cross_entropy_with_logits,
    F.multilabel_soft_margin_loss,
    F.hinge_embedding_loss,
    F.poisson_nll_loss,
]
for dtype in (torch.bool, torch.uint8, torch.int64, torch.float64):
    print(dtype)
    for loss in losses:
        tried(loss.__name__, lambda loss=loss: loss(x.to(dtype), y.to(dtype)))
        tried(f'{loss.__name__}, targets', lambda loss=loss: loss(x, y.to(dtype)))
        tried(f'{loss.__name__}, targets, backward', lambda loss=loss: trained(loss, x, y.to(dtype)))
        tried(f'{loss.__name__}, inputs', lambda loss=loss: loss(x.to(dtype), y))
    if dtype != torch.bool:
        tried('soft_margin_loss', lambda: F.soft_margin_loss(x.to(dtype), y))
        tried('soft_margin_loss, targets', lambda: trained(F.soft_margin_loss, x, y.to(dtype)))
    tried('kl_div', lambda: F.kl_div(x.to(dtype), y, reduction='sum'))
    tried('kl_div, targets', lambda: F.kl_div(x, y.to(dtype), reduction='sum'))
    tried('nll_loss', lambda: F.nll_loss(x.to(dtype), classes))
    tried('nll_loss, targets', lambda: F.nll_loss(x, classes.to(dtype)))
    tried('nll_loss, weights', lambda: F.nll_loss(x, classes, torch.ones(4).to(dtype)))
    tried('nll_loss of images', lambda: F.nll_loss(images.to(dtype), of_images))
    tried('nll_loss of images, targets', lambda: F.nll_loss(images, of_images.to(dtype)))
    tried('cross_entropy', lambda: F.cross_entropy(x.to(dtype), classes))
    tried('cross_entropy, targets', lambda: F.cross_entropy(x, classes.to(dtype)))
    tried('cross_entropy, weights', lambda: F.cross_entropy(x, classes, torch.ones(4).to(dtype)))
    tried('multi_margin_loss', lambda: F.multi_margin_loss(x.to(dtype), classes))
    tried('multi_margin_loss, targets', lambda: F.multi_margin_loss(x, classes.to(dtype)))
    tried('multilabel_margin_loss', lambda: F.multilabel_margin_loss(x.to(dtype), of_images.new_zeros(3, 4)))
    tried('multilabel_margin_loss, targets', lambda: F.multilabel_margin_loss(x, torch.zeros(3, 4).to(dtype)))
    tried('gaussian_nll_loss', lambda: F.gaussian_nll_loss(x, y, torch.ones(3, 4).to(dtype)))
