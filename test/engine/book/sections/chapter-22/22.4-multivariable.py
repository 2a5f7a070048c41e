# %%
import numpy as np
import torch
from d2l import torch as d2l
from IPython import display
from mpl_toolkits import mplot3d


def f(x, y):
    return torch.log(torch.exp(x) + torch.exp(y))


def grad_f(x, y):
    return torch.tensor([torch.exp(x) / (torch.exp(x) + torch.exp(y)), torch.exp(y) / (torch.exp(x) + torch.exp(y))])


epsilon = torch.tensor([0.01, -0.03])
grad_approx = f(torch.tensor([0.0]), torch.log(torch.tensor([2.0]))) + epsilon.dot(
    grad_f(torch.tensor([0.0]), torch.log(torch.tensor(2.0)))
)
true_value = f(torch.tensor([0.0]) + epsilon[0], torch.log(torch.tensor([2.0])) + epsilon[1])
f'approximation: {grad_approx}, true Value: {true_value}'

# %%
w, x, y, z = -1, 0, -2, 1
a, b = (w + x + y + z) ** 2, (w + x - y - z) ** 2
u, v = (a + b) ** 2, (a - b) ** 2
f = (u + v) ** 2
df_du, df_dv = 2 * (u + v), 2 * (u + v)
du_da, du_db, dv_da, dv_db = 2 * (a + b), 2 * (a + b), 2 * (a - b), -2 * (a - b)
da_dw, db_dw = 2 * (w + x + y + z), 2 * (w + x - y - z)
du_dw, dv_dw = du_da * da_dw + du_db * db_dw, dv_da * da_dw + dv_db * db_dw
df_dw = df_du * du_dw + df_dv * dv_dw
print(f'f at {w}, {x}, {y}, {z} is {f}')
print(f'df/dw at {w}, {x}, {y}, {z} is {df_dw}')

# %%
w = torch.tensor([-1.0], requires_grad=True)
x = torch.tensor([0.0], requires_grad=True)
y = torch.tensor([-2.0], requires_grad=True)
z = torch.tensor([1.0], requires_grad=True)
a, b = (w + x + y + z) ** 2, (w + x - y - z) ** 2
u, v = (a + b) ** 2, (a - b) ** 2
f = (u + v) ** 2
f.backward()
print(f'df/dw at {w.data.item()}, {x.data.item()}, {y.data.item()}, {z.data.item()} is {w.grad.data.item()}')
print(f'df/dz is {z.grad.data.item()}')

# %%
x, y = torch.meshgrid(torch.linspace(-2, 2, 21), torch.linspace(-2, 2, 21))
z = x * torch.exp(-(x**2) - y**2)
w = torch.exp(torch.tensor([-1.0])) * (-1 - (x + 1) + (x + 1) ** 2 + y**2)
ax = d2l.plt.figure().add_subplot(111, projection='3d')
ax.plot_wireframe(x.numpy(), y.numpy(), z.numpy(), **{'rstride': 10, 'cstride': 10})
ax.plot_wireframe(x.numpy(), y.numpy(), w.numpy(), **{'rstride': 10, 'cstride': 10}, color='purple')
d2l.plt.xlabel('x')
d2l.plt.ylabel('y')
d2l.set_figsize()
ax.set_xlim(-2, 2)
ax.set_ylim(-2, 2)
ax.set_zlim(-1, 1)
ax.dist = 12
z[3, 4], w[0, :2]
