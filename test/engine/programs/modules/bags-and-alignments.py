"""EmbeddingBag, Embedding's options, CTC, RReLU, lists and dictionaries of parameters: values, gradients, mistakes."""

import torch
from torch import nn
from torch.nn import functional as F


def said(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def shown(tensor):
    return tuple(tensor.shape), [round(x, 4) + 0.0 for x in tensor.flatten().tolist()[:8]]


torch.manual_seed(0)
words = torch.tensor([1, 2, 4, 5, 4, 3, 2, 2])
offsets = torch.tensor([0, 3, 3])
for mode in ('sum', 'mean', 'max'):
    bag = nn.EmbeddingBag(6, 3, mode=mode, padding_idx=5)
    made = bag(words, offsets)
    (made**2).sum().backward()
    print(bag, shown(made), shown(bag.weight.grad), shown(bag(words.reshape(2, 4))))
bag = nn.EmbeddingBag(6, 3, mode='sum', include_last_offset=True, scale_grad_by_freq=True)
made = bag(words, torch.tensor([0, 3, 8]), per_sample_weights=torch.arange(8.0))
made.sum().backward()
print(bag, shown(made), shown(bag.weight.grad))
print(F.embedding_bag(words, torch.arange(12.0).reshape(6, 2), offsets))
short = nn.Embedding(6, 3, max_norm=1.0, scale_grad_by_freq=True)
made = short(words)
made.sum().backward()
print(short, shown(made), short.weight.grad, short.weight.detach().norm(dim=1) <= 1.001)
print(nn.EmbeddingBag.from_pretrained(torch.eye(3))(torch.tensor([[0, 2]])), nn.Embedding(3, 2, sparse=True))
said(lambda: bag(words))
said(lambda: F.embedding_bag(words.reshape(2, 4), torch.ones(6, 2), offsets))
said(lambda: F.embedding_bag(words, torch.ones(6, 2), offsets, mode='median'))
said(lambda: F.embedding_bag(words, torch.ones(6, 2), offsets, per_sample_weights=torch.ones(8)))
said(lambda: nn.EmbeddingBag(3, 2, padding_idx=3))

scores = torch.randn(7, 3, 5, requires_grad=True)
targets = torch.tensor([[1, 2, 2, 0], [3, 4, 1, 3], [2, 0, 0, 0]])
for options in ({}, {'reduction': 'sum'}, {'reduction': 'none'}, {'blank': 4}):
    labels = torch.tensor([[1, 2, 2, 0], [3, 1, 1, 3], [2, 0, 0, 0]]) if options.get('blank') else targets
    scores.grad = None
    loss = nn.CTCLoss(**options)(scores.log_softmax(2), labels, torch.tensor([7, 6, 3]), torch.tensor([3, 4, 1]))
    loss.sum().backward()
    print(options, shown(loss), shown(scores.grad), round(scores.grad.norm().item(), 4))
raw = torch.randn(5, 2, 4, requires_grad=True)
loss = F.ctc_loss(raw, torch.tensor([1, 2, 3]), (5, 4), (2, 1))
loss.backward()
print(shown(loss), shown(raw.grad))
impossible = F.ctc_loss(torch.zeros(2, 1, 3).log_softmax(2), torch.tensor([[1, 1, 2]]), (2,), (3,))
print(impossible, F.ctc_loss(torch.zeros(2, 1, 3).log_softmax(2), torch.tensor([[1, 1, 2]]), (2,), (3,), zero_infinity=True))
print(F.ctc_loss(torch.randn(4, 3).log_softmax(1), torch.tensor([1, 2]), torch.tensor(4), torch.tensor(2)))
print(nn.CTCLoss())
said(lambda: F.ctc_loss(raw, torch.tensor([1, 2, 3]), (5, 4), (2, 1), blank=4))
said(lambda: F.ctc_loss(raw, torch.tensor([1, 2, 3]), (5,), (2, 1)))

torch.manual_seed(5)
x = torch.linspace(-2, 2, 6, requires_grad=True)
made = nn.RReLU(0.1, 0.4)(x)
made.sum().backward()
print(nn.RReLU(), shown(made), shown(x.grad), shown(nn.RReLU().eval()(x)))

held = nn.ParameterDict({'a': torch.zeros(2, 3), 'b': nn.Parameter(torch.ones(2))})
held['c'] = 3
print(held, list(held), len(held), 'a' in held, held.get('z'), [name for name, _ in held.named_parameters()])
print(held.pop('a').shape, list(held.keys()), list((held | {'d': torch.ones(1)}).keys()), held.popitem())
several = nn.ParameterList([torch.zeros(2, 3), nn.Parameter(torch.ones(2)), 'x'])
several.append(torch.ones(1))
several[1] = torch.zeros(4)
several += [torch.ones(2, 2)]
print(several, len(several), several[-1], several[1:3], [name for name, _ in several.named_parameters()])
said(lambda: several[9])
said(lambda: several(1))
said(lambda: several.extend(torch.ones(2)))
print(nn.ModuleList([nn.ReLU()]) + [nn.Tanh()], nn.Sequential(nn.ReLU(), nn.Tanh()).pop(0))
