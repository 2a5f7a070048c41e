"""The fit of section 3.5: as 3.4's, with `nn.LazyLinear` and `torch.optim.SGD`; prints its ms."""

import time

import torch
from d2l import torch as d2l

for _ in range(REPETITIONS):  # noqa: F821 - set by the bench
    model = d2l.LinearRegression(lr=0.03)
    model.board.display = False
    data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
    trainer = d2l.Trainer(max_epochs=5)
    start = time.perf_counter()
    trainer.fit(model, data)
    print(1000 * (time.perf_counter() - start))
