import torch

a = torch.tensor([0.5, 2.0, 10.0])
x = torch.tensor([0.5, 1.0, 12.0], requires_grad=True)
print(torch.igamma(a, x), torch.igammac(a, x))
print(torch.special.gammainc(a, x), torch.special.gammaincc(a, x))
print(torch.autograd.grad(torch.igamma(a, x).sum(), x))
print(torch.special.zeta(torch.tensor([1.0, 2.0, 3.5]), 1.0), torch.special.zeta(2, x.detach()))
z = torch.tensor([2.5, 4.0], requires_grad=True)
print(torch.mvlgamma(z, 3), z.mvlgamma(2), torch.special.multigammaln(z, 2))
print(torch.autograd.grad(torch.mvlgamma(z, 3).sum(), z))
print(z.polygamma(1), torch.polygamma(2, z), torch.digamma(torch.tensor([0.0, -1.0, 0.5])))
for wrong in (
    lambda: torch.igamma(torch.tensor([1, 2]), torch.tensor([1, 2])),
    lambda: torch.mvlgamma(torch.tensor([True]), 1),
    lambda: torch.mvlgamma(z, 0),
    lambda: torch.polygamma(-1, z),
    lambda: torch.igamma(x, a).sum().backward(),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[0])
