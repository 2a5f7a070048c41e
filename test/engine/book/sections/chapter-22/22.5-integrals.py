# %%
import torch
from d2l import torch as d2l
from IPython import display
from mpl_toolkits import mplot3d

epsilon = 0.05
a, b = 0, 2
x = torch.arange(a, b, epsilon)
f = x / (1 + x**2)
approx = torch.sum(epsilon * f)
true = torch.log(torch.tensor([5.0])) / 2
d2l.set_figsize()
d2l.plt.bar(x, f, width=epsilon, align='edge')
d2l.plt.plot(x, f, color='black')
d2l.plt.ylim([0, 1])
d2l.plt.show()
f'approximation: {approx}, truth: {true}'

# %%
x, y = torch.meshgrid(torch.linspace(-2, 2, 31), torch.linspace(-2, 2, 31))
z = torch.exp(-(x**2) - y**2)
ax = d2l.plt.figure().add_subplot(111, projection='3d')
ax.plot_wireframe(x, y, z)
ax.set_zlim(0, 1)
z.sum()
