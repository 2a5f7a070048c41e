import torch

x = torch.tensor([-1.0, 0.0, 1.0, 2.0], dtype=torch.float64)
y = torch.tensor([3.0, -1.0, 2.0, 0.5], dtype=torch.float64)
V = torch.vander(x, increasing=True)
print(V)
coefficients = torch.linalg.solve(V, y)
print(coefficients, V @ coefficients)
print(torch.linalg.lstsq(V[:, :2], y.reshape(-1, 1)).solution)
