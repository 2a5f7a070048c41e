import matplotlib.pyplot as plt
import numpy as np

fig, ax = plt.subplots()
x = np.arange(10)
ax.plot(x, x**2, 'b-', label='loss')
ax.set_xlabel('epoch')
ax.set_ylabel('loss', color='b')
other = ax.twinx()
other.plot(x, 1 - 0.9**x, 'r--', label='accuracy')
other.set_ylabel('accuracy', color='r')
