"""The fit of section 3.4: 5 epochs of 1000 + 1000 rows in batches of 32, nothing drawn; prints its ms."""

import time

import torch
from d2l import torch as d2l

for _ in range(REPETITIONS):  # noqa: F821 - set by the bench
    model = d2l.LinearRegressionScratch(2, lr=0.03)
    model.board.display = False
    data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
    trainer = d2l.Trainer(max_epochs=5)
    start = time.perf_counter()
    trainer.fit(model, data)
    print(1000 * (time.perf_counter() - start))
