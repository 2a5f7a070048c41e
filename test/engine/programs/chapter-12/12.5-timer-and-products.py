import numpy as np
import torch
from torch import nn
from d2l import torch as d2l

A = torch.zeros(16, 16)
B = torch.randn(16, 16)
C = torch.randn(16, 16)


class Timer:
    def __init__(self):
        self.times = []
        self.start()

    def start(self):
        import time

        self.tik = time.time()

    def stop(self):
        import time

        self.times.append(time.time() - self.tik)
        return self.times[-1]

    def avg(self):
        return sum(self.times) / len(self.times)

    def sum(self):
        return sum(self.times)

    def cumsum(self):
        return np.array(self.times).cumsum().tolist()


timer = Timer()
for i in range(16):
    for j in range(16):
        A[i, j] = torch.dot(B[i, :], C[:, j])
timer.stop()
element = A.clone()
timer.start()
for j in range(16):
    A[:, j] = torch.mv(B, C[:, j])
timer.stop()
column = A.clone()
A = torch.mm(B, C)
for j in range(0, 16, 8):
    A[:, j : j + 8] = torch.mm(B, C[:, j : j + 8])
print(len(timer.times), len(timer.cumsum()), timer.sum() >= timer.avg() >= 0)
torch.allclose(element, A, atol=1e-5), torch.allclose(column, A, atol=1e-5)
