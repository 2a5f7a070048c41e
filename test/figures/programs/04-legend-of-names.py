import matplotlib.pyplot as plt
import numpy as np

plt.figure(figsize=(3.5, 2.5))
x = np.arange(0, 3, 0.1)
plt.plot(x, 3 * x**2 - 4 * x)
plt.plot(x, 2 * x - 3, 'm--')
plt.legend(['f(x)', 'Tangent line (x=1)'])
plt.xlabel('x')
plt.ylabel('f(x)')
plt.grid()
