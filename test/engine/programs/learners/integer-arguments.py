import torch
import torch.nn.functional as F
from torch import nn


def attempt(f):
    try:
        result = f()
        print(result.shape if isinstance(result, torch.Tensor) and result.numel() > 9 else result)
    except Exception as e:
        print(type(e).__name__, str(e))


# Functions that have no kernel for integers or bools, and some that have.
x = torch.tensor([1, 0, 2, 1])
names = 'relu gelu silu mish elu selu celu softplus leaky_relu hardsigmoid hardswish logsigmoid hardshrink softshrink'
for values in (x, x.int(), x.bool()):
    for name in names.split():
        attempt(lambda: getattr(F, name)(values))
    for loss in (F.mse_loss, F.huber_loss, F.smooth_l1_loss, F.l1_loss, F.binary_cross_entropy):
        attempt(lambda: loss(values, values))
    attempt(lambda: F.softmax(values, 0))
    attempt(lambda: torch.log_softmax(values.reshape(2, 2), 0))
    for name in 'abs floor round square sqrt median trace argmax positive std frac neg logit'.split():
        attempt(lambda: getattr(torch, name)(values.reshape(2, 2) if name == 'trace' else values))
    attempt(lambda: torch.logsumexp(values, 0))
    attempt(lambda: values.float() @ values.float())
    attempt(lambda: values.reshape(2, 2) @ values.reshape(2, 2))
    attempt(lambda: values % values[:1])
    attempt(lambda: torch.cov(values.reshape(2, 2)))
    attempt(lambda: torch.linalg.det(values.reshape(2, 2)))
    attempt(lambda: torch.topk(values, 1))
for f in (torch.bitwise_and, torch.bitwise_or, torch.bitwise_xor, torch.bitwise_left_shift):
    attempt(lambda: f(torch.ones(2), torch.ones(2)))
attempt(lambda: ~torch.ones(2))
