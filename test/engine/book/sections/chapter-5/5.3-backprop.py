# %%
import torch

x = torch.tensor([1.0, -2.0])
W1 = torch.tensor([[0.5, 0.1], [-0.3, 0.8], [0.2, -0.6]], requires_grad=True)
W2 = torch.tensor([[1.0, -1.0, 0.5]], requires_grad=True)
lambd = 0.1

# %%
z = W1 @ x
h = torch.relu(z)
o = W2 @ h
L = (o - 2.0).pow(2).sum() / 2
s = lambd / 2 * (W1.norm() ** 2 + W2.norm() ** 2)
J = L + s
J

# %%
h.retain_grad()
o.retain_grad()
J.backward()
o.grad, h.grad

# %%
by_hand = torch.outer(o.grad, h.detach()) + lambd * W2.detach()
torch.allclose(W2.grad, by_hand), W2.grad

# %%
through = (h.grad * (z > 0)).detach()
torch.allclose(W1.grad, torch.outer(through, x) + lambd * W1.detach())

# %%
J.backward()
