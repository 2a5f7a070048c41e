"""Gradients where an element equals the mean, the largest one or 0, and values at NaN and infinities."""
import torch


def slope(compute, values, dtype=torch.float32):
    x = torch.tensor(values, dtype=dtype, requires_grad=True)
    compute(x).sum().backward()
    return x.grad


inf, nan = float('inf'), float('nan')
print(slope(lambda x: x.std(), [2.5, 2.5, 2.5]), slope(lambda x: x.var(), [2.5, 2.5, 2.5]))
print(slope(lambda x: x.var(), [1.0]), slope(lambda x: torch.std_mean(x)[0], [4.0, 4.0]))
print(slope(lambda x: x.var(0), [[1.0, 2.0], [3.0, inf]]), slope(lambda x: x.std(1), [[1.0, 2.0], [5.0, 5.0]]))
print(slope(lambda x: x.median(), [3.0, 3.0]), slope(lambda x: x.max(), [nan, 1.0, nan]))
print(slope(lambda x: x.norm(inf), [2.0, -2.0, 1.0]), slope(lambda x: x.norm(0.5), [2.0, 0.0]))
print(slope(lambda x: torch.linalg.vector_norm(x, -inf), [2.0, -2.0, 5.0]))
print(slope(lambda x: torch.xlogy(x, 3.0), [0.0, 1.0]), slope(lambda x: torch.special.xlog1py(x, x), [0.0, 2.0]))
print(slope(lambda x: torch.tensor([0, 3]) ** x, [3.0, 2.0]), slope(lambda x: x.logit(), [-1.0, 0.5]))
print(slope(lambda x: x.clamp_min(0.0), [nan, -1.0, 0.0]), slope(lambda x: torch.acosh(x), [1.0, 2.0]))
print(slope(lambda x: torch.trapezoid(x, torch.tensor([0.0, 1.0, 3.0])), [1.0, 2.0, 4.0]))
print(slope(lambda x: torch.gradient(x, spacing=2.0, edge_order=2)[0], [1.0, 2.0, 4.0, 8.0]))
print(slope(lambda x: torch.lerp(x, torch.tensor(10.0), 0.75), [1.0, inf]))

x = torch.tensor([[nan, 2.0, 2.0, nan], [nan, inf, 1.0, inf]])
print(torch.mode(x), torch.clamp_min(x, torch.tensor(nan)), torch.div(x, inf, rounding_mode='floor'))
print(torch.tensor([-7.5, 7.5, -inf, 0.0]) // 2, torch.tensor([1.0, -1.0]) // torch.tensor([inf, inf]))
print(torch.gradient(torch.tensor([1.0, nan, 4.0, 8.0])), torch.trapz(torch.tensor([1.0, inf, 2.0])))
print(torch.tensor([nan, inf, -3e38, 2.7]).int(), torch.tensor([1, 0], dtype=torch.uint8).any())
print(torch.logsumexp(torch.zeros(0, 3), 0), torch.lerp(torch.tensor(1.0), torch.tensor(inf), 1.0))
print(torch.special.laguerre_polynomial_l(torch.tensor(0.0), torch.tensor([nan, inf, 3.0])))

for wrong in (
    lambda: torch.empty(0).norm(inf),
    lambda: torch.searchsorted(torch.arange(3), torch.arange(2), sorter=torch.arange(2)),
    lambda: torch.arange(4).unfold(0, -1, 1),
    lambda: torch.fft.rfftn(torch.tensor(1.0)),
    lambda: torch.histogram(torch.ones(3), torch.tensor([1.0])),
    lambda: torch.cov(torch.ones(2, 2), aweights=torch.zeros(2)),
    lambda: torch.zeros(2).masked_fill(torch.ones(2, dtype=torch.uint8), 1),
    lambda: torch.div(torch.arange(3), torch.zeros(3, dtype=torch.int64), rounding_mode='trunc'),
    lambda: torch.zeros(2, 3).index_select(1, torch.tensor([5])),
    lambda: torch.zeros(0, 2).max(0),
    lambda: torch.searchsorted(torch.zeros(2, 3), 1.0),
):
    try:
        print(wrong())
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)
