import torch

w = torch.tensor([1.0], requires_grad=True)
unused = torch.tensor([5.0], requires_grad=True)
optimizer = torch.optim.SGD([w, unused], lr=0.1)


def closure():
    optimizer.zero_grad()
    loss = (w - 3).pow(2).sum()
    loss.backward()
    return loss


print([optimizer.step(closure).item() for _ in range(3)], unused)
optimizer.zero_grad(set_to_none=False)
print(w.grad, unused.grad)
optimizer.zero_grad()
w.grad is None
