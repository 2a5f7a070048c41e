import numpy as np
import torch

np.random.seed(3)
print(np.random.normal(2, 0.5, 1001)[-3:])
print(np.random.normal(), np.random.uniform())
print(np.random.rand(20, 30)[-1, -3:])
print(np.random.uniform(-1, 1, (300,))[-3:])
print(np.random.randn(257)[-3:], np.random.randn(2))
print(np.random.randint(0, 100, 5), np.random.standard_normal((16, 16))[-1, -2:])

torch.manual_seed(1)
x = torch.tensor([3.0, float('nan'), -1.0, 0.0, -0.0, 3.0, float('inf'), -float('inf')])
print(torch.sort(x, stable=True))
print(torch.sort(x, descending=True, stable=True).values)
print(torch.topk(torch.tensor([[4, 1, 7, 3], [0, 9, 2, 8]]), 2))
print(torch.topk(torch.tensor([0.5, -2.0, 1.5, 0.25]), 3, largest=False))
y = torch.randn(600, dtype=torch.float64)
print(torch.argsort(y)[:5], torch.topk(y, 100).indices[-3:])
convolution = torch.nn.Conv2d(2, 3, 2).double()
convolution(torch.ones(4, 2, 9, 9, dtype=torch.float64)).sum().backward()
print(convolution.bias.grad)
b = torch.zeros(3, 2, 300, dtype=torch.float64) + torch.arange(2).reshape(1, 2, 1)
print(b.sum((0, 2)))
