import torch
from d2l import torch as d2l

x, y = torch.meshgrid(torch.linspace(-1.0, 1.0, 11), torch.linspace(-1.0, 1.0, 11), indexing='ij')
z = x**2 - y**2
ax = d2l.plt.figure().add_subplot(111, projection='3d')
ax.plot_wireframe(x, y, z, **{'rstride': 10, 'cstride': 10})
ax.plot([0], [0], [0], 'rx')
ticks = [-1, 0, 1]
d2l.plt.xticks(ticks)
d2l.plt.yticks(ticks)
ax.set_zticks(ticks)
d2l.plt.xlabel('x')
d2l.plt.ylabel('y')
print(z.min(), z.max(), z[5, 5])
