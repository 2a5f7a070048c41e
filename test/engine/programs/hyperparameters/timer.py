import torch
from d2l import torch as d2l

timer = d2l.Timer()
timer.start()
elapsed = timer.stop()
print(elapsed >= 0, len(timer.times), timer.sum() == elapsed, timer.avg() == elapsed, timer.cumsum()[0] == elapsed)
