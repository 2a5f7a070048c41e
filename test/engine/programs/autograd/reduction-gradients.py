import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], requires_grad=True)
reductions = (
    lambda: x.sum(),
    lambda: x.mean(),
    lambda: (x.sum(0) ** 2).sum(),
    lambda: (x.mean(1, keepdim=True) * x).sum(),
    lambda: x.max(),
    lambda: x.max(dim=1).values.sum(),
    lambda: x.norm(),
    lambda: x.prod(),
    lambda: x.std(),
    lambda: x.cumsum(1).sum(),
)
for reduction in reductions:
    x.grad = None
    reduction().backward()
    print(x.grad)
