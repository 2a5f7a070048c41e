import numpy as np
from d2l import torch as d2l

board = d2l.ProgressBoard('x')
for x in np.arange(0, 10, 0.1):
    board.draw(x, np.sin(x), 'sin', every_n=2)
    board.draw(x, np.cos(x), 'cos', every_n=10)
print({label: len(points) for label, points in board.data.items()})
print(len(board.raw_points['sin']), board.data['cos'][0].x, board.data['cos'][0].y)
