import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], requires_grad=True)
y = torch.tensor([[0.5, -1.0, 2.0], [1.0, 0.0, -2.0]])
print(torch.linalg.vecdot(x, y))
print(torch.linalg.vecdot(x, y, dim=0))
print(torch.linalg.vecdot(x, y[0]))
torch.linalg.vecdot(x, y).square().sum().backward()
print(x.grad)
out = torch.empty(2)
print(torch.linalg.vecdot(x.detach(), y, out=out) is out, out)
for wrong in ((y, y.double()), (torch.arange(3), torch.arange(3))):
    try:
        torch.linalg.vecdot(*wrong)
    except RuntimeError as error:
        print(error)
torch.linalg.vecdot(torch.ones(2), torch.ones(3))
