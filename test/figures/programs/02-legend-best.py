import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 5, 50)
plt.plot(x, x**2, label='$x^2$')
plt.plot(x, 5 * x, label='$5x$')
plt.plot(x, 0 * x + 2)
plt.xlabel('x')
plt.ylabel('y')
plt.title('Growth')
plt.legend()
