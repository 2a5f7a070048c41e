import torch
from d2l import torch as d2l

from matplotlib import pyplot as plt

d2l.set_figsize((4, 3))
points = torch.randn(20, 2)
plt.scatter(points[:, 0].numpy(), points[:, 1].numpy(), 1)
plt.title('points')
plt.show()
print(points[0])
