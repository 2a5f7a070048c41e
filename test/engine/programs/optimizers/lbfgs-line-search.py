"""L-BFGS with a line search: Rosenbrock's valley, a regression, a wrong name."""

import torch

torch.set_default_dtype(torch.float64)


def minimise(start, function, **options):
    x = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.LBFGS([x], line_search_fn='strong_wolfe', **options)
    losses = []

    def closure():
        optimizer.zero_grad()
        loss = function(x)
        loss.backward()
        losses.append(loss.item())
        return loss

    for _ in range(4):
        optimizer.step(closure)
    state = optimizer.state[x]
    print(state['n_iter'], state['func_evals'], len(losses))
    print([f'{loss:.6g}' for loss in losses[:12]])
    print(x.detach())


minimise([-1.2, 1.0], lambda x: (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2, max_iter=8)
minimise([3.0, -2.0, 1.0], lambda x: (x**4 + x.cos()).sum(), lr=0.5, history_size=3)
minimise([8.0], lambda x: (x.abs() + (x * 3).sin()).sum(), lr=2, max_iter=5)

torch.manual_seed(2)
X = torch.randn(30, 4)
y = X @ torch.tensor([1.0, -2.0, 0.5, 3.0]) + 0.1 * torch.randn(30)
minimise([0.0, 0.0, 0.0, 0.0], lambda w: ((X @ w - y) ** 2).mean(), max_iter=6)

try:
    minimise([1.0], lambda x: (x**2).sum(), max_iter=1)
    x = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.LBFGS([x], line_search_fn='golden')

    def closure():
        loss = (x**2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
except RuntimeError as error:
    print(error)
