"""Values and slopes of activations and norms at NaN, infinities and numbers whose squares overflow."""

import torch
from torch.nn import functional as F

inf, nan = float('inf'), float('nan')
x = torch.tensor([3e38, -1.0, 2.0, inf, -inf] + [0.25] * 27, requires_grad=True)
for function in (F.mish, F.gelu):
    y = function(x)
    print(y[:6].detach())
large = torch.tensor(3e38, requires_grad=True)
F.mish(large).backward()
print(large.grad)

x = torch.tensor([nan, -1.0, 2.0, 0.5, -0.5, 4.0, -4.0] + [0.25] * 25, requires_grad=True)
for function in (F.hardtanh, F.relu6, F.hardsigmoid):
    x.grad = None
    y = function(x)
    y.sum().backward()
    print(function.__name__, y[:7].detach(), x.grad[:7])
print(F.threshold(torch.tensor([-8, -7, 3], dtype=torch.int16), -7.9, -1.1))
print(F.hardtanh(torch.tensor([0, 6, 9], dtype=torch.uint8), -0.5, 0.5))

rows = torch.tensor([[3e38, 1.0, 2.0, 3.0], [1.0, 2.0, 3.0, 4.0]], requires_grad=True)
normed = F.layer_norm(rows, (4,))
normed.sum().backward()
print(normed.detach(), rows.grad[0])
print(F.softmax(torch.zeros(2, 0, dtype=torch.int32), 1).dtype)
