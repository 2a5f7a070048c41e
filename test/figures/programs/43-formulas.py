import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0.01, 3, 60)
plt.plot(x, x * np.exp(-x), label=r'$\lambda e^{-\lambda}$')
plt.xlabel(r'$\lambda_{max}$ (nm)')
plt.ylabel(r'$B_\lambda(T) / \sigma^2$')
plt.title(r'$\sum_{i=1}^n \alpha_i \hat{y}_i \leq \sqrt{\mu}$')
plt.legend()
