# %%
import torch
from d2l import torch as d2l

torch.linalg.eig(torch.tensor([[2, 1], [2, 3]], dtype=torch.float64))

# %%
A = torch.tensor([[1.0, 0.1, 0.1, 0.1], [0.1, 3.0, 0.2, 0.3], [0.1, 0.2, 5.0, 0.5], [0.1, 0.3, 0.5, 9.0]])
v, _ = torch.linalg.eig(A)
v

# %%
torch.manual_seed(42)
k = 5
A = torch.randn(k, k, dtype=torch.float64)
A[:3, :2]

# %%
v_in = torch.randn(k, 1, dtype=torch.float64)
v_in.norm().item()
norm_list = [v_in.norm().item()]
for i in range(1, 100):
    v_in = A @ v_in
    norm_list.append(v_in.norm().item())
d2l.plot(torch.arange(0, 100), norm_list, 'Iteration', 'Value')
[f'{value:.4g}' for value in norm_list[:3]]

# %%
norm_ratio_list = []
for i in range(1, 100):
    norm_ratio_list.append(norm_list[i] / norm_list[i - 1])
d2l.plot(torch.arange(1, 100), norm_ratio_list, 'Iteration', 'Ratio')
[round(value, 4) for value in norm_ratio_list[:4]]

# %%
eigs = torch.linalg.eig(A).eigenvalues.tolist()
norm_eigs = [torch.abs(torch.tensor(x)) for x in eigs]
norm_eigs.sort()
print(f'norms of eigenvalues: {norm_eigs}')

# %%
A /= norm_eigs[-1]
v_in = torch.randn(k, 1, dtype=torch.float64)
norm_list = [v_in.norm().item()]
for i in range(1, 100):
    v_in = A @ v_in
    norm_list.append(v_in.norm().item())
d2l.plot(torch.arange(0, 100), norm_list, 'Iteration', 'Value')
round(norm_list[-1], 4)
