# Which operations can be walked a second time after the graph was freed: those whose nodes keep no tensor.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
FORMS = {
    'add a number': lambda x: x + 2,
    'subtract from a number': lambda x: 2 - x,
    'times a number': lambda x: x * 2,
    'a number times': lambda x: 2 * x,
    'times a tensor of one number': lambda x: x * torch.tensor(2.0),
    'divided by a number': lambda x: x / 2,
    'a number divided': lambda x: 2 / x,
    'square': lambda x: x**2,
    'power 1': lambda x: x**1,
    'negative': lambda x: -x,
    'times in place': lambda x: x.clone().mul_(2),
    'plus in place': lambda x: x.clone().add_(2),
    'sum': lambda x: x.sum(),
    'mean': lambda x: x.mean(),
    'mean of columns': lambda x: x.mean(0),
    'reshape': lambda x: x.reshape(9),
    'transpose': lambda x: x.T,
    'row': lambda x: x[0],
    'rows': lambda x: x[[0, 2]],
    'masked': lambda x: x[x > 0.3],
    'cat': lambda x: torch.cat([x, x]),
    'stack': lambda x: torch.stack([x, x]),
    'repeat': lambda x: x.repeat(2, 1),
    'flip': lambda x: x.flip(0),
    'roll': lambda x: x.roll(1, 0),
    'rot90': lambda x: torch.rot90(x),
    'tril': lambda x: x.tril(),
    'triu': lambda x: x.triu(1),
    'repeat_interleave': lambda x: x.repeat_interleave(2, 1),
    'index_select': lambda x: x.index_select(0, torch.tensor([1])),
    'interpolate': lambda x: F.interpolate(x[None], scale_factor=2),
    'average pooling': lambda x: F.avg_pool2d(x[None], 2),
    'pad': lambda x: F.pad(x, (1, 1)),
    'relu': lambda x: x.relu(),
    'exp': lambda x: x.exp(),
    'softmax': lambda x: x.softmax(1),
    'clamp': lambda x: x.clamp(0, 1),
    'where': lambda x: torch.where(x > 0.3, x, 0.0),
    'product of matrices': lambda x: x @ x,
    'sgn': lambda x: x.sgn(),
    'sign': lambda x: x.sign(),
    'to float64': lambda x: x.double(),
    'max': lambda x: x.max(),
    'cumsum': lambda x: x.cumsum(0),
    'linear': lambda x: nn.Linear(3, 2)(x),
    'dropout at rest': lambda x: nn.Dropout().eval()(x),
    'mse': lambda x: F.mse_loss(x, torch.ones(3, 3)),
    'l1': lambda x: F.l1_loss(x, torch.ones(3, 3)),
}
for name, form in FORMS.items():
    leaf = torch.rand(3, 3, requires_grad=True)
    result = form(leaf)
    result.backward(torch.ones_like(result))
    try:
        result.backward(torch.ones_like(result))
        print(name, 'can be walked again')
    except RuntimeError as error:
        print(name, str(error)[:47])
