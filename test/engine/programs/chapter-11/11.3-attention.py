import torch
from d2l import torch as d2l

print(d2l.masked_softmax(torch.rand(2, 2, 4), torch.tensor([2, 3])))
print(d2l.masked_softmax(torch.rand(2, 2, 4), torch.tensor([[1, 3], [2, 4]])))
print(d2l.masked_softmax(torch.zeros(1, 1, 2), None))
queries, keys = torch.normal(0, 1, (2, 1, 2)), torch.normal(0, 1, (2, 10, 2))
values, valid_lens = torch.normal(0, 1, (2, 10, 4)), torch.tensor([2, 6])
attention = d2l.DotProductAttention(dropout=0.5)
attention.eval()
print(attention(queries, keys, values, valid_lens))
print(attention.attention_weights)
queries = torch.normal(0, 1, (2, 1, 20))
additive = d2l.AdditiveAttention(num_hiddens=8, dropout=0.1)
additive.eval()
print(additive(queries, keys, values, valid_lens), [name for name, _ in additive.named_parameters()])
