"""nn.MultiheadAttention in all forms: masks, sizes of keys and values, biases, weights; and what it refuses."""

import torch
from torch import nn
from torch.nn import functional as F


def shown(tensor):
    return None if tensor is None else (tuple(tensor.shape), [round(x, 4) for x in tensor.flatten().tolist()[:6]])


def said(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


torch.manual_seed(4)
q, k, v = torch.randn(3, 2, 8, requires_grad=True), torch.randn(5, 2, 8), torch.randn(5, 2, 8)
blind = torch.tensor([[False, False, True, True, True], [False] * 5])
for options in (
    {},
    {'bias': False},
    {'add_bias_kv': True},
    {'add_zero_attn': True},
    {'add_bias_kv': True, 'add_zero_attn': True},
):
    attention = nn.MultiheadAttention(8, 2, **options)
    print(options, {name: tuple(p.shape) for name, p in attention.state_dict().items()})
    print(round(sum(p.abs().sum().item() for p in attention.parameters()), 4))
    for forms in (
        {},
        {'need_weights': False},
        {'key_padding_mask': blind, 'average_attn_weights': False},
        {'attn_mask': torch.ones(3, 5).triu(3).bool()},
        {'attn_mask': torch.linspace(-1, 1, 60).reshape(4, 3, 5), 'need_weights': False},
        {'attn_mask': torch.ones(3, 5).triu(3).bool(), 'key_padding_mask': blind, 'need_weights': False},
    ):
        q.grad = None
        output, weights = attention(q, k, v, **forms)
        (output**2).sum().backward()
        print(shown(output), shown(weights), round(q.grad.norm().item(), 4))

wide = nn.MultiheadAttention(8, 4, kdim=3, vdim=5, batch_first=True)
print(wide, list(wide.state_dict()), wide.q_proj_weight.shape, wide.in_proj_weight)
output, weights = wide(torch.randn(2, 3, 8), torch.randn(2, 6, 3), torch.randn(2, 6, 5))
print(shown(output), shown(weights))

alone = nn.MultiheadAttention(8, 2)
x = torch.randn(4, 8)
output, weights = alone(x, x, x)
print(shown(output), shown(weights))
causal = nn.Transformer.generate_square_subsequent_mask(4)
print(shown(alone(x, x, x, attn_mask=causal, is_causal=True, need_weights=False)[0]))
x3 = x.unsqueeze(1)
torch.manual_seed(1)
print(shown(nn.MultiheadAttention(8, 2, dropout=0.5)(x3, x3, x3)[0]))

said(lambda: nn.MultiheadAttention(8, 3))
said(lambda: nn.MultiheadAttention(0, 3))
said(lambda: alone(x, x, x, is_causal=True))
said(lambda: alone(x, x3, x3))
said(lambda: alone(x[0], x, x))
said(lambda: alone(torch.randn(4, 1, 6), x3, x3))
said(lambda: alone(x3, x3, torch.randn(3, 1, 8)))
said(lambda: alone(x3, x3, x3, attn_mask=torch.ones(3, 3)))
said(lambda: alone(x3, x3, x3, attn_mask=torch.ones(1, 4, 4)))
said(lambda: alone(x3, x3, x3, attn_mask=torch.ones(4, 4).int()))
said(lambda: alone(x3, x3, x3, key_padding_mask=torch.ones(4)))
said(lambda: alone(x3, x3, x3, key_padding_mask=torch.ones(4, 1)))

ones = torch.ones(1, 2, 3, 4)
said(lambda: F.scaled_dot_product_attention(ones[0], ones[0], ones[0], torch.ones(3, 3), is_causal=True))
said(lambda: F.scaled_dot_product_attention(ones, ones.double(), ones))
said(lambda: F.scaled_dot_product_attention(ones, ones, ones, torch.ones(3, 3).int()))
said(lambda: F.scaled_dot_product_attention(ones[0, 0, 0], ones, ones))
said(lambda: F.scaled_dot_product_attention(torch.ones(1, 3, 3, 4), ones, ones, enable_gqa=True))
print(shown(F.scaled_dot_product_attention(torch.randn(1, 4, 3, 4), ones, torch.arange(24.0).reshape(1, 2, 3, 4), enable_gqa=True)))
hidden = torch.tensor([[True, False, True], [False, False, False], [True, True, True]])
leaf = torch.arange(24.0).reshape(1, 2, 3, 4).div(10).requires_grad_()
result = F.scaled_dot_product_attention(leaf, leaf, leaf, hidden, scale=0.3)
result.sum().backward()
print(result, leaf.grad)
print(F.scaled_dot_product_attention(leaf, leaf, leaf).grad_fn.name())
torch.manual_seed(0)
print(F.scaled_dot_product_attention(ones, ones, ones, dropout_p=0.5))
