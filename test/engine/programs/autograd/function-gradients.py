import torch

x = torch.tensor([0.5, 1.0, 2.0], requires_grad=True)
for f in (torch.exp, torch.log, torch.sqrt, torch.abs, torch.sin, torch.cos, torch.tanh, torch.sigmoid, torch.relu, torch.square):
    x.grad = None
    f(x).sum().backward()
    print(f.__name__, x.grad)
