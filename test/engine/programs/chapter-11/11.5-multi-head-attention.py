import torch
from d2l import torch as d2l

attention = d2l.MultiHeadAttention(100, 5, 0.5)
X, Y = torch.ones((2, 4, 100)), torch.ones((2, 6, 100))
output = attention(X, Y, Y, torch.tensor([3, 2]))
print(output.shape, attention.attention.attention_weights.shape)
print([(name, tuple(parameter.shape)) for name, parameter in attention.named_parameters()])
positions = d2l.PositionalEncoding(32, 0)
positions.eval()
print(positions(torch.zeros((1, 60, 32)))[0, :3, 6:10], positions.P.shape)
