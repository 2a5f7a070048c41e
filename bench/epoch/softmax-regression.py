"""Section 4.5 over all pictures; says how long reading the files, the first epoch and the second one take."""

import time

from d2l import torch as d2l

begin = time.perf_counter()
data = d2l.FashionMNIST(batch_size=256)
read = time.perf_counter()
print(f'@@reading|{1000 * (read - begin)}')
model = d2l.SoftmaxRegression(num_outputs=10, lr=0.1)
model.board.display = False
for name in ('first epoch', 'epoch'):
    begin = time.perf_counter()
    d2l.Trainer(max_epochs=1).fit(model, data)
    print(f'@@{name}|{1000 * (time.perf_counter() - begin)}')
print(f'@@accuracy|{100 * float(model.board.data["val_acc"][-1].y)}')
