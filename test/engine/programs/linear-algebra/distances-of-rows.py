import torch

x = torch.tensor([[0.0, 1.0], [3.0, 5.0], [-1.0, 2.0]], requires_grad=True)
print(torch.pdist(x), torch.nn.functional.pdist(x, 1.0))
torch.pdist(x).sum().backward()
print(x.grad)
small = torch.renorm(x, 2, 0, 1.5)
print(small)
print(torch.autograd.grad(small.sum(), x))
for wrong in (lambda: torch.pdist(x[0]), lambda: torch.renorm(x, 0, 0, 1.0), lambda: torch.renorm(x, 2, 0, -1.0)):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
