import torch

def loss_of(w):
    return (w * w).sum()


w = torch.tensor([3.0, 4.0], requires_grad=True)
history = []
for _ in range(4):
    loss = loss_of(w)
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    w.grad = None
    history.append(loss.item())
print(history, w)
