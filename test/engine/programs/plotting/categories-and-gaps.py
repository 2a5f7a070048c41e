import matplotlib.pyplot as plt
import torch
import numpy as np
fig, ax = plt.subplots()
line, = ax.plot(['a', 'b', 'c'], [1, 2, 3])
print(ax.get_xticks(), [t.get_text() for t in ax.get_xticklabels()], ax.get_xlim())
ax.plot(['c', 'd'], [1, 5]); print([t.get_text() for t in ax.get_xticklabels()])
fig, ax = plt.subplots()
gap, = ax.plot([1, 2, 3, 4], [None, 2.0, None, 4.0]); print(gap.get_ydata(orig=False), ax.get_ylim())
print(ax.plot(torch.tensor([1.0, 2.0]))[0].get_ydata(), ax.plot(torch.arange(3), torch.ones(3))[0].get_xdata(), ax.plot(np.array([1, 2], dtype=np.float32))[0].get_ydata().dtype)
print(ax.plot(range(3), (4, 5, 6))[0].get_xdata(), ax.plot({1: 2, 3: 4}.keys(), {1: 2, 3: 4}.values())[0].get_ydata())
print(len(ax.plot(torch.ones(4, 3))), ax.bar(torch.arange(2), torch.tensor([1.0, 2.0]))[1].get_height())
t = torch.ones(3, requires_grad=True)
ax.plot(t)
