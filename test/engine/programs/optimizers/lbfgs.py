import torch

w = torch.tensor([-1.2, 1.0], dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.LBFGS([w], lr=0.5, max_iter=5, history_size=4)
calls = 0


def closure():
    global calls
    calls += 1
    optimizer.zero_grad()
    loss = (1 - w[0]) ** 2 + (w[1] - w[0] ** 2) ** 2
    loss.backward()
    return loss


for _ in range(6):
    print(optimizer.step(closure), w, calls)
print(optimizer)
