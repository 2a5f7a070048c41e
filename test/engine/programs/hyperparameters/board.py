import torch
from d2l import torch as d2l

board = d2l.ProgressBoard('x')
for x in range(20):
    board.draw(x / 10, x * x, 'square', every_n=4)
    board.draw(x / 10, -x, 'minus', every_n=10)
print(dict(board.data))
print(dict(board.raw_points))
