# trained
import torch

X = torch.randn(100, 2)
true_w, true_b = torch.tensor([[2.0], [-3.4]]), 4.2
y = X @ true_w + true_b + 0.01 * torch.randn(100, 1)
w = torch.normal(0, 0.01, (2, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)
for epoch in range(5):
    for i in range(0, 100, 10):
        loss = ((X[i : i + 10] @ w + b - y[i : i + 10]) ** 2 / 2).mean()
        loss.backward()
        with torch.no_grad():
            for param in (w, b):
                param -= 0.1 * param.grad
                param.grad.zero_()
    print(epoch + 1, loss.item())
print(w, b)
print(w.reshape(-1).tolist(), b.item())
