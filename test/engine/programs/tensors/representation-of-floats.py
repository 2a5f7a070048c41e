import torch

x = torch.tensor([0.0, -3.0, 0.75, 1e-42, 1e10], requires_grad=True)
mantissa, exponent = torch.frexp(x)
print(mantissa, exponent)
print(torch.autograd.grad(mantissa.sum(), x))
print(torch.nextafter(torch.tensor([1.0, 1.0, 0.0]), torch.tensor([2.0, 0.0, -1.0])).tolist())
print(torch.nextafter(torch.tensor(1.0, dtype=torch.float64), torch.tensor(2.0, dtype=torch.float64)).item())
print(torch.nonzero_static(torch.tensor([[0, 1], [2, 0]]), size=3))
print(torch.nonzero_static(torch.tensor([1, 0, 1, 1]), size=2, fill_value=9))
for wrong in (
    lambda: torch.frexp(torch.tensor([1])),
    lambda: torch.nextafter(x, x).sum().backward(),
    lambda: torch.nonzero_static(x, size=-1),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
