# %% Gradients of a chain of products grow or vanish with its length
import torch

for factor in (0.5, 1.0, 1.5):
    w = torch.tensor(factor, requires_grad=True)
    h = torch.tensor(1.0)
    for step in range(20):
        h = w * h
    h.backward()
    print(f'{factor}: {w.grad.item():.6g}')

# %% Detaching the state cuts the chain
w = torch.tensor(1.1, requires_grad=True)
h = torch.tensor(1.0)
for step in range(20):
    h = w * (h.detach() if step == 10 else h)
h.backward()
w.grad

# %% Powers of the transition's matrix stand in the gradient
W = torch.tensor([[0.9, 0.3], [0.2, 0.8]], dtype=torch.float64)
torch.linalg.matrix_power(W, 20), torch.linalg.eigvalsh(W + W.T)
