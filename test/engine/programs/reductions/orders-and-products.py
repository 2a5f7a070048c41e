import torch

x = torch.tensor([[3.0, 1.0, 2.0, 1.0], [0.0, float('nan'), 5.0, 4.0]])
one = torch.tensor(2.0)
print(one.topk(1), one.median(0), one.mode(0), one.kthvalue(1))
print(x.median(), x.nanmedian(), x.median(1), x.nanmedian(1))
print(torch.tensor([2, 2, 1, 2, 1]).kthvalue(2))
print(torch.empty(0).median())
for name in ('linear', 'lower', 'higher', 'midpoint', 'nearest'):
    print(name, x.quantile(0.4, dim=1, interpolation=name), x.nanquantile(0.4, dim=1, interpolation=name))
print(x[0].quantile(torch.tensor([0.1, 0.5]), dim=0, keepdim=True))
q = torch.tensor([0.1, 0.7], requires_grad=True)
x[0].quantile(q).sum().backward()
print(q.grad)

# Products in which one or two elements are 0 have gradients too.
for values in ([2.0, 0.0, 3.0], [2.0, 0.0, 0.0]):
    y = torch.tensor(values, requires_grad=True)
    (y.prod() + y.cumprod(0).sum()).backward()
    print(y.grad)
z = torch.tensor([-8.0, 0.0, 8.0], requires_grad=True)
z.logcumsumexp(0)[1:].sum().backward()
print(z.logcumsumexp(0), z.grad)
print(torch.tensor([True, False, False]).diff(), torch.tensor([[1.0, 2.0], [4.0, 3.0]]).cov(fweights=torch.tensor([2, 1])))
print(torch.searchsorted(torch.tensor([3, 1, 2]), torch.tensor([2]), sorter=torch.tensor([1, 2, 0]), side='right'))
for wrong in (lambda: torch.empty(0, 2).mode(0), lambda: x.quantile(0.5, interpolation='near'), lambda: x.diff(-1)):
    try:
        wrong()
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)
