"""Values and gradients at NaN, infinities, ties, empty and singular inputs, where PyTorch's formulas decide."""

import torch
import torch.nn.functional as F

nan, inf = float('nan'), float('inf')


def show(name, function, *values, dtype=torch.float32):
    leaves = [torch.tensor(value, dtype=dtype, requires_grad=True) for value in values]
    try:
        result = function(*leaves)
        (result * torch.arange(1.0, result.numel() + 1).reshape(result.shape)).sum().backward()
        print(name, result + 0, [leaf.grad + 0 for leaf in leaves])
    except Exception as error:
        print(name, type(error).__name__, str(error).split('\n')[0])


some = [nan, inf, -inf, 0.0, 2.0, -2.0]
for activation in (F.elu, F.celu, F.selu, F.hardshrink, F.softshrink, F.hardswish, F.leaky_relu):
    show(activation.__name__, activation, some)
show('hardshrink of a negative bound', lambda x: F.hardshrink(x, -0.5), [0.1, nan, -3.0])
show('silu', F.silu, [3e38, -3e38, 1.0, -1.0])
show('glu', F.glu, [3e38, 1.0, -5.0, 0.5])
show('prelu', F.prelu, [inf, 3.0, -2.0], [0.25])
for loss in (F.l1_loss, F.smooth_l1_loss, F.huber_loss):
    show(loss.__name__, lambda a, b, loss=loss: loss(a, b, reduction='none'), [1.0, inf, 3e38, -inf, 0.5], [1.0, 0.0, 1.0, 3.0, 0.25])
show('l1_loss of NaN', F.l1_loss, [nan, 1.0], [1.0, 2.0])
for choice in (torch.maximum, torch.minimum, torch.max, torch.min):
    show(choice.__name__, choice, [nan, 1.0, 2.0, 3.0], [1.0, nan, 2.0, 1.0])
show('i0', torch.i0, [inf, -inf, 0.5])
show('i1', torch.special.i1, [inf, 0.5])
print(torch.polygamma(2, torch.tensor([-1.0, 0.0, 1.5])), torch.polygamma(3, torch.tensor([-1.0, 0.0])))
print(torch.var_mean(torch.tensor([inf, 2.0, 1.0])), torch.std_mean(torch.tensor([[1.0, -inf], [2.0, 4.0]]), dim=1))
show('det', torch.linalg.det, [[1.0, 2.0], [2.0, 4.0]])
show('det of a batch', torch.linalg.det, [[[1.0, 2.0], [2.0, 4.0]], [[1.0, 2.0], [3.0, 4.0]]])
show('cdist', lambda a, b: torch.cdist(a, b, 0.0), [[1.0, 2.0]], [[1.0, 3.0], [1.0, 2.0]])
show('trapezoid of a number', torch.trapezoid, 1.0)
print(torch.linalg.matrix_power(torch.tensor([[1, 2], [3, 4]]), 3), torch.linalg.matrix_power(torch.ones(2, 2, dtype=torch.int8), 0))
print([each.shape for each in torch.zeros(0, 2).chunk(3)], torch.combinations(torch.arange(3), 0).shape)
print([each.dtype for each in torch.unravel_index(torch.tensor([3, 1], dtype=torch.int8), (2, 2))])
print(torch.linalg.ldl_factor_ex(torch.tensor([[1.0, 0.5], [0.5, nan]])).info)
