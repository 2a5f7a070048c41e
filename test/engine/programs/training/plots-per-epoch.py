# trained
import torch
from d2l import torch as d2l


class Model(d2l.LinearRegressionScratch):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.plot_train_per_epoch, self.plot_valid_per_epoch = 5, 2


model = Model(2, lr=0.03)
d2l.Trainer(max_epochs=2).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2))
print({label: [point.x for point in points] for label, points in model.board.data.items()})
