import torch
from d2l import torch as d2l

metric = d2l.Accumulator(3)
metric.add(1, 2.5, torch.tensor(3))
metric.add(torch.tensor(0.5), 1, 1)
print(metric[0], metric[1], metric[2], metric.data)
metric.reset()
print(metric.data)
animator = d2l.Animator(xlabel='epoch', xlim=[1, 3], ylim=[0, 1], legend=['train loss', 'train acc', 'test acc'])
for epoch in range(3):
    animator.add(epoch + 1, (1 / (epoch + 1), 0.5 + 0.1 * epoch, None))
print(animator.X, animator.Y)
timer = d2l.Timer()
timer.stop()
print(len(timer.times), timer.sum() >= 0, timer.avg() == timer.sum(), timer.cumsum() == timer.times)
d2l.accuracy(torch.tensor([[0.1, 0.9], [0.8, 0.2]]), torch.tensor([1, 1])), d2l.get_dataloader_workers()
