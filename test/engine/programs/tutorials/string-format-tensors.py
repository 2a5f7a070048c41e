import torch

x = torch.tensor([1.23456, 2.0])
print('x =', x, '| mean', x.mean().item(), '| %s' % x, f'| {x}', f'| {x[0]:.3f} {x[1]:6.1f}', '| {:.2e}'.format(x[0].item()))
print(str(x), repr(x), x.__str__(), [x], (x,), {'k': x})
print(torch.tensor(True), torch.tensor([[True, False]]), torch.tensor([1e-8, 1]), torch.tensor([123456789.0, 0.1]), torch.tensor([[1, -20], [300, 4]]), torch.tensor([0.00001]), torch.tensor([1e5]), torch.tensor([99999.5, 1.]), torch.tensor([1., 1e4]), torch.tensor([-1.5, 2]))
print(torch.zeros(3, dtype=torch.long), torch.zeros(2, 2, dtype=torch.double), torch.ones(2, dtype=torch.half), torch.ones(1, dtype=torch.complex64), torch.ones(2, dtype=torch.bool), torch.randn(0, 2).shape, torch.zeros(1, 1, 1))
print(torch.rand(2, 2, requires_grad=True).shape, (torch.ones(2, requires_grad=True) * 2).sum(), torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True).detach(), torch.nn.Parameter(torch.zeros(1)))
print(torch.arange(1001), torch.ones(30, 30)[:1], torch.eye(3), torch.full((2, 3), 3.14159))
print(x.dtype, x.shape, x.size(), tuple(x.shape), list(x.shape), x.shape[0], len(x.shape), torch.Size([2]) == x.shape, x.shape + (1,), x.shape.numel())
