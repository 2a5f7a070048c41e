# Which tensors may be changed in place between an operation and the backward pass: those that its node does not keep.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
UNARY = {
    'abs': torch.abs,
    'clamp': lambda x: x.clamp(0, 1),
    'clamp_min': lambda x: x.clamp_min(0.3),
    'exp': torch.exp,
    'log': torch.log,
    'relu': torch.relu,
    'leaky_relu': F.leaky_relu,
    'elu': F.elu,
    'hardtanh': F.hardtanh,
    'softplus': F.softplus,
    'sigmoid': torch.sigmoid,
    'logsigmoid': F.logsigmoid,
    'softmax': lambda x: x.softmax(1),
    'square': lambda x: x**2,
    'times 2': lambda x: x * 2,
    'sum': torch.sum,
    'mean': torch.mean,
    'max': torch.max,
    'max of rows': lambda x: x.max(1)[0],
    'sort': lambda x: x.sort()[0],
    'topk': lambda x: x.topk(2)[0],
    'median of rows': lambda x: x.median(1)[0],
    'gather': lambda x: x.gather(1, torch.tensor([[0, 2]])),
    'index': lambda x: x[[0, 2]],
    'var': torch.var,
    'std': torch.std,
    'norm': torch.norm,
    'cumprod': lambda x: x.cumprod(0),
    'cummax': lambda x: x.cummax(0)[0],
    'max_pool2d': lambda x: F.max_pool2d(x[None], 2),
    'avg_pool2d': lambda x: F.avg_pool2d(x[None], 2),
    'interpolate': lambda x: F.interpolate(x[None], scale_factor=2),
    'nll_loss': lambda x: F.nll_loss(x, torch.tensor([0, 1, 2])),
    'exp_': lambda x: x.exp_(),
    'relu_': lambda x: x.relu_(),
    'sigmoid_': lambda x: x.sigmoid_(),
    'mul_': lambda x: x.mul_(2),
}
BINARY = {
    'plus': torch.add,
    'mse_loss': F.mse_loss,
    'l1_loss': F.l1_loss,
    'smooth_l1_loss': F.smooth_l1_loss,
    'huber_loss': F.huber_loss,
    'binary_cross_entropy': F.binary_cross_entropy,
    'binary_cross_entropy_with_logits': F.binary_cross_entropy_with_logits,
    'maximum': torch.maximum,
    'cdist': torch.cdist,
    'dist': torch.dist,
}


def attempt(name, form, count):
    for changed in range(count + 1):
        given = [torch.rand(3, 3, requires_grad=True).clone() for _ in range(count)]
        result = form(*given)
        with torch.no_grad():
            (result if changed == count else given[changed]).mul_(0.5)
        what = 'result' if changed == count else f'argument {changed}'
        try:
            result.backward(torch.ones_like(result))
            print(name, what, 'may change')
        except RuntimeError as error:
            print(name, what, str(error)[86:180])


for name, form in UNARY.items():
    attempt(name, form, 1)
for name, form in BINARY.items():
    attempt(name, form, 2)
