import matplotlib.pyplot as plt
import numpy as np

fig = plt.figure()
ax = fig.add_subplot(projection='3d')
t = np.linspace(0, 12, 60)
ax.scatter(np.cos(t), np.sin(t), t, c=t)
ax.plot(np.cos(t), np.sin(t), t, 'k-', lw=0.5)
ax.set_xlabel('x')
ax.set_ylabel('y')
ax.set_zlabel('t')
