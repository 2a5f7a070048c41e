import torch

for change in (
    lambda y: y.squeeze_(),
    lambda y: y.unsqueeze_(0),
    lambda y: y.transpose_(0, -1),
    lambda y: y.t_() if y.dim() < 3 else y.swapaxes_(0, 2),
    lambda y: y.as_strided_((2, 2), (1, 1)),
):
    x = torch.arange(6.0).reshape(2, 1, 3).requires_grad_()
    y = x * 2
    same = change(y)
    print(same is y, y.shape, y.is_leaf)
    (y * torch.arange(float(y.numel())).reshape(y.shape)).sum().backward()
    print(x.grad)
x = torch.arange(6.0).reshape(2, 3)
print(x.cumsum_(1), x.add_(1).cumprod_(0))
print(torch.ones(2, 2).addmm_(torch.eye(2), torch.ones(2, 2), beta=0.5))
for wrong in (
    lambda: torch.rot90(torch.ones(3)),
    lambda: torch.rot90(x, dims=(1, 1)),
    lambda: torch.amax(torch.ones(2, 0)),
    lambda: torch.amin(torch.ones(2, 0), dim=1),
    lambda: torch.aminmax(torch.ones(2, 0), dim=1),
    lambda: torch.roll(torch.tensor(1.0), 1, 0),
    lambda: torch.ones(1, requires_grad=True).squeeze_(),
    lambda: torch.linalg.cross(torch.ones(2, 3), torch.ones(2, 1)),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
