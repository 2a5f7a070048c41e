import matplotlib.pyplot as plt
import numpy as np

fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
left.step([0, 1, 2, 3], [1, 3, 2, 4], where='post')
right.stem([0, 1, 2, 3], [1, 3, 2, 4])
