import matplotlib.pyplot as plt
import numpy as np

for place, marker in enumerate('o.sD^v<>*p+xhPXd'):
    plt.plot([0, 1, 2], [place, place + 0.3, place], marker + '-', markersize=8)
plt.xlim(-0.5, 2.5)
