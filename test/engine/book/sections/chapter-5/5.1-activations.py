# %%
import torch
from d2l import torch as d2l

x = torch.arange(-8.0, 8.0, 0.1, requires_grad=True)
y = torch.relu(x)
d2l.plot(x.detach(), y.detach(), 'x', 'relu(x)', figsize=(5, 2.5))

# %%
y.backward(torch.ones_like(x), retain_graph=True)
d2l.plot(x.detach(), x.grad, 'x', 'grad of relu', figsize=(5, 2.5))

# %%
y = torch.sigmoid(x)
d2l.plot(x.detach(), y.detach(), 'x', 'sigmoid(x)', figsize=(5, 2.5))

# %%
x.grad.data.zero_()
y.backward(torch.ones_like(x), retain_graph=True)
x.grad[78:83]

# %%
y = torch.tanh(x)
x.grad.data.zero_()
y.backward(torch.ones_like(x), retain_graph=True)
d2l.plot(x.detach(), x.grad, 'x', 'grad of tanh', figsize=(5, 2.5))

# %%
z = torch.linspace(-2, 2, 5)
torch.nn.functional.prelu(z, torch.tensor([0.25])), torch.nn.functional.gelu(z), z * torch.sigmoid(2 * z)

# %%
torch.allclose(torch.tanh(z) + 1, 2 * torch.sigmoid(2 * z))

# %%
d2l.plot(x, torch.tanh(x), 'x', 'tanh')
