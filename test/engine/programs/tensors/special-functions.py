import torch

x = torch.tensor([-3.0, -0.5, 0.0, 0.7, 2.5, 9.0], requires_grad=True)
for name in ('i0', 'i0e', 'i1', 'i1e', 'erfcx', 'log_ndtr', 'entr'):
    function = getattr(torch.special, name)
    result = function(x)
    print(name, result)
    print(torch.autograd.grad(result.sum(), x))
p = torch.tensor([0.0, 0.1, 0.5, 0.975, 1.0], requires_grad=True)
print(torch.special.ndtri(p))
for name in ('bessel_j0', 'bessel_j1', 'modified_bessel_i0', 'modified_bessel_i1', 'spherical_bessel_j0', 'airy_ai'):
    print(name, getattr(torch.special, name)(x))
positive = torch.tensor([0.2, 1.0, 5.0])
for name in ('bessel_y0', 'bessel_y1', 'modified_bessel_k0', 'scaled_modified_bessel_k1'):
    print(name, getattr(torch.special, name)(positive))
print(torch.special.i0(torch.tensor([1, 2])), torch.i0(torch.tensor(True)))
print(torch.special.ndtri(torch.tensor(2.0)))
