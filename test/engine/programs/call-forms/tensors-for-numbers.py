import torch

x = torch.tensor([[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]], requires_grad=True)
low = torch.tensor([0.0, -1.0, 1.0], requires_grad=True)
(x.clamp_min(low) + torch.clamp_max(x, low)).sum().backward()
print(x.clamp_min(low), x.grad, low.grad)
print(torch.rsub(x, low), torch.rsub(x, low, alpha=2))
print([part.shape for part in x.tensor_split(torch.tensor([1, 2]), 1)])
print([part.shape for part in torch.tensor_split(x, torch.tensor(2), dim=1)])
print(torch.copysign(torch.tensor([1.0, -2.0]), torch.tensor([-0.0, 1.0])), torch.tensor([1.0, 0.0]).copysign(torch.tensor(-1.0)))
print(torch.cdist(x, x, 1.0, 'donot_use_mm_for_euclid_dist'))
print(torch.linalg.matrix_power(torch.eye(2, requires_grad=True), 0))
for wrong in (lambda: torch.tensor(1.0).narrow(0, 0, 1), lambda: torch.hstack([]), lambda: x.tensor_split(low)):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
