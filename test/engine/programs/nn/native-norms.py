"""native_layer_norm and native_batch_norm: the result, and the moments that come with it; batches without elements."""

import torch
from torch import nn

x = torch.arange(24.0).reshape(2, 3, 4) / 4
x.requires_grad_()
weight, bias = torch.tensor([1.0, -2, 3], requires_grad=True), torch.tensor([0.5, 0, 1])
wide = torch.tensor([1.0, 2, 3, 4])
for call in (
    'torch.native_layer_norm(x, (4,), wide, None, 1e-5)',
    'torch.native_layer_norm(x, [3, 4], None, None, 0.1)',
    'torch.native_layer_norm(x, (), None, None, 1e-5)',
    'torch.native_layer_norm(x, (4,), weight, None, 1e-5)',
    'torch.native_layer_norm(x, (3,), None, None, 1e-5)',
    'torch.native_layer_norm(x.long(), (4,), None, None, 1e-5)',
    'torch.native_batch_norm(x, weight, bias, None, None, True, 0.1, 1e-5)',
    'torch.native_batch_norm(x, weight, bias, torch.zeros(3), torch.ones(3), False, 0.1, 1e-5)',
):
    try:
        print(call, [(each, each.shape, each.requires_grad) for each in eval(call)])
    except Exception as error:
        print(call, type(error).__name__, str(error).split('\n')[0])
mean, var = torch.zeros(3), torch.ones(3)
result, _, _ = torch.native_batch_norm(x, weight, bias, mean, var, True, 0.1, 1e-5)
print(mean, var)
(result * torch.arange(24.0).reshape(2, 3, 4)).sum().backward()
print(x.grad.mul(100).round(), weight.grad)
norm = nn.BatchNorm1d(3)
print(norm(torch.zeros(0, 3)).shape, norm.running_mean)
norm(torch.zeros(0, 3)).sum().backward()
print(norm.weight.grad, norm.bias.grad)
print(nn.BatchNorm2d(5, affine=False)(torch.zeros(0, 2, 3, 3, dtype=torch.int8)).dtype, nn.BatchNorm1d(10).eval()(torch.zeros(4, 0)).shape)
