import torch

x = torch.randn(4, 1)
W1 = torch.randn(3, 4, requires_grad=True)
W2 = torch.randn(2, 3, requires_grad=True)
y = torch.tensor([[1.0], [0.0]])
lambd = 0.1
z = W1 @ x
h = torch.relu(z)
o = W2 @ h
L = 0.5 * ((o - y) ** 2).sum()
s = lambd / 2 * (torch.norm(W1) ** 2 + torch.norm(W2) ** 2)
J = L + s
J.backward()
with torch.no_grad():
    do = o - y
    dW2 = do @ h.T + lambd * W2
    dz = (W2.T @ do) * (z > 0)
    dW1 = dz @ x.T + lambd * W1
print(J)
print(W1.grad, dW1)
print(torch.allclose(W1.grad, dW1), torch.allclose(W2.grad, dW2, atol=1e-6))
