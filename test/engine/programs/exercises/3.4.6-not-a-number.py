import torch

w = torch.tensor(1.0, requires_grad=True)
for step in range(6):
    loss = (w * 1e10) ** 2
    loss.backward()
    with torch.no_grad():
        w -= w.grad
        w.grad.zero_()
    print(step, w.item(), loss.item())
