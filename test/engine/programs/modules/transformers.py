"""nn.Transformer, its stacks and layers: texts, names, initial values, masks, norm_first, activations, dropout, training."""

import warnings

import torch
from torch import nn
from torch.nn import functional as F

warnings.simplefilter('ignore')


def shown(tensor):
    return tuple(tensor.shape), [round(x, 4) for x in tensor.flatten().tolist()[:6]]


torch.manual_seed(2)
net = nn.Transformer(8, 2, 2, 1, 16, dropout=0.0)
print(net)
print(list(net.state_dict()))
print(round(sum(p.abs().sum().item() for p in net.parameters()), 3))
src, tgt = torch.randn(5, 2, 8, requires_grad=True), torch.randn(3, 2, 8)
mask = net.generate_square_subsequent_mask(3)
print(mask)
made = net(src, tgt, tgt_mask=mask)
(made**2).sum().backward()
print(shown(made), round(src.grad.norm().item(), 4))
for name, parameter in list(net.named_parameters())[:6]:
    print(name, round(parameter.grad.norm().item(), 4))

for options in (
    {'norm_first': True},
    {'activation': 'gelu', 'batch_first': True},
    {'activation': torch.tanh, 'bias': False},
    {'activation': nn.ReLU(), 'layer_norm_eps': 0.1},
):
    torch.manual_seed(3)
    encoder = nn.TransformerEncoderLayer(8, 4, 12, 0.0, **options)
    decoder = nn.TransformerDecoderLayer(8, 4, 12, 0.0, **options)
    x, memory = torch.randn(2, 4, 8), torch.randn(2, 4, 8)
    print(list(options), shown(encoder(x)), shown(decoder(x, memory)))
    padding = torch.zeros(4, 2).bool() if not options.get('batch_first') else torch.zeros(2, 4).bool()
    padding[0, -1] = True
    print(shown(encoder(x, src_key_padding_mask=padding)), shown(decoder(x, memory, memory_key_padding_mask=padding)))

torch.manual_seed(5)
stack = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 12, batch_first=True), 2, nn.LayerNorm(8))
x = torch.randn(2, 4, 8)
padding = torch.tensor([[False, False, False, True], [False, False, True, True]])
torch.manual_seed(6)
print(shown(stack(x, src_key_padding_mask=padding)))
stack.eval()
print(shown(stack(x, src_key_padding_mask=padding)))
with torch.no_grad():
    print(stack(x, src_key_padding_mask=padding)[:, -1])
    print(shown(stack(x, mask=torch.ones(4, 4).triu(1).bool(), is_causal=True)))
    print(shown(stack(x[0])))

torch.manual_seed(7)
model = nn.Sequential(nn.Linear(3, 8), nn.TransformerEncoderLayer(8, 2, 16, batch_first=True), nn.Flatten(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(model.parameters(), 0.01)
inputs, labels = torch.randn(6, 4, 3), torch.randn(6, 1)
for epoch in range(5):
    optimizer.zero_grad()
    loss = F.mse_loss(model(inputs), labels)
    loss.backward()
    optimizer.step()
    print(round(loss.item(), 3))

for call in (
    lambda: net(src, torch.randn(3, 1, 8)),
    lambda: net(torch.randn(5, 2, 6), tgt),
    lambda: nn.TransformerEncoderLayer(8, 2, activation='swish'),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
