import torch
from torch import nn
from torch.utils.checkpoint import checkpoint

torch.manual_seed(0)
x = torch.randn(2, 3, 4, 4).to(memory_format=torch.channels_last)
print(x.stride(), x.is_contiguous(memory_format=torch.channels_last), x.is_contiguous(), x.contiguous().stride())
conv = nn.Conv2d(3, 2, 3).to(memory_format=torch.channels_last)
print(conv.weight.stride(), conv(x).shape, torch.channels_last)
a = nn.Linear(4, 4)
h = torch.ones(1, 4, requires_grad=True)
y = checkpoint(lambda t: torch.relu(a(t)), h, use_reentrant=False)
y.sum().backward()
print(h.grad.shape, torch.empty_like(x, memory_format=torch.contiguous_format).stride(), x.clone(memory_format=torch.contiguous_format).stride())
