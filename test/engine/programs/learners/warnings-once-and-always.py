import warnings

import torch
from torch import nn

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    torch.tensor(torch.ones(2))
    doubled = torch.ones(2, requires_grad=True) * 2
    print(doubled.grad)
    nn.Softmax()(torch.ones(2))
    print(torch.ones(2, 3, 4).T.shape, torch.ones(3).T.shape, torch.ones(2, 3).T.shape)
    torch.meshgrid(torch.arange(2), torch.arange(2))
    torch.meshgrid(torch.arange(2), torch.arange(2), indexing='ij')
    nn.L1Loss(size_average=False)
    nn.functional.mse_loss(torch.ones(2), torch.ones(2), reduce=False)
    nn.functional.kl_div(torch.zeros(2), torch.ones(2))
    torch.ones(2, requires_grad=True).sum().backward(create_graph=True)
    for _ in range(2):
        print(float(doubled.sum()), doubled.sum().item())
    with torch.no_grad():
        print(float(doubled.sum()))
for each in caught:
    print(each.category.__name__, str(each.message).split(' (Triggered')[0])
print(nn.utils.clip_grad_norm_([torch.ones(1)], 1.0))
