"""Weight decay as in section 3.7: 200 features, 20 rows to learn from, 10 epochs; prints its ms."""

import time
from typing import Any

import torch
from d2l import torch as d2l

FEATURES = 200


class ManyFeatures(d2l.DataModule):
    """A line through 200 dimensions, of which few rows are known."""

    def __init__(self, num_train: int, num_val: int, batch_size: int) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.X = torch.randn(num_train + num_val, FEATURES)
        self.y = self.X @ torch.full((FEATURES, 1), 0.01) + 0.05 + 0.01 * torch.randn(num_train + num_val, 1)

    def get_dataloader(self, train: bool) -> Any:
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader([self.X, self.y], train, rows)


class Decaying(d2l.LinearRegressionScratch):
    """Linear regression whose loss grows with the weights' squared norm."""

    def __init__(self, num_inputs: int, decay: float, lr: float) -> None:
        super().__init__(num_inputs, lr)
        self.decay = decay

    def loss(self, y_hat: Any, y: Any) -> Any:
        return super().loss(y_hat, y) + self.decay * (self.w**2).sum() / 2


for _ in range(REPETITIONS):  # noqa: F821 - set by the bench
    model = Decaying(FEATURES, decay=3, lr=0.01)
    model.board.display = False
    data = ManyFeatures(num_train=20, num_val=100, batch_size=5)
    trainer = d2l.Trainer(max_epochs=10)
    start = time.perf_counter()
    trainer.fit(model, data)
    print(1000 * (time.perf_counter() - start))
