"""Gradients of complex numbers, by PyTorch's convention: the conjugate of the derivative."""

import torch

x = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True)
for text in (
    '(x*x.conj()).real.sum()',
    'x.abs().sum()',
    '(x**2).abs().sum()',
    'x.exp().real.sum()',
    '(x*(2-1j)).imag.sum()',
    'torch.view_as_real(x).pow(2).sum()',
    'x.angle().sum()',
    '(1/x).real.sum()',
    'x.sin().abs().sum()',
    'x.prod().abs()',
    'x.sqrt().real.sum()',
    '(x.log()*1j).real.sum()',
    'x.real.sum()',
    'x.mean().abs()',
    '(x@x).real',
    'x.tanh().imag.sum()',
    '(x/(x+1)).abs().sum()',
    'x.pow(1.5).abs().sum()',
    'torch.stack([x,x]).sum().real',
    'x.sgn().real.sum()',
    '(x.real*x.imag).sum()',
):
    x.grad = None
    eval(text).backward()
    print(text, x.grad)
try:
    (x * 2).sum().backward()
except RuntimeError as error:
    print(error)
r = torch.tensor([1.0, 2.0], requires_grad=True)
(r * (1 + 2j)).abs().sum().backward()
print(r.grad)
r.grad = None
torch.complex(r, r**2).abs().sum().backward()
print(r.grad, torch.complex(r, r), x * 2, x.abs(), x.real, x.conj().shape)
torch.manual_seed(0)
w = torch.randn(2, 2, dtype=torch.complex64, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
for _ in range(3):
    loss = (w @ w.conj().T - torch.eye(2)).abs().pow(2).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(w)
(first,) = torch.autograd.grad((x**3).real.sum(), x, create_graph=True)
print(first.detach(), torch.autograd.grad(first.abs().sum(), x))
