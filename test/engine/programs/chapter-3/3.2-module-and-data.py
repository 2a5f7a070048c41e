from d2l import torch as d2l
from torch import nn


class Model(d2l.Module):
    def __init__(self, plot_train_per_epoch=2, plot_valid_per_epoch=1):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Linear(2, 1)


model = Model()
print(model.plot_train_per_epoch, model.plot_valid_per_epoch, type(model.board).__name__)
print(isinstance(model, nn.Module), isinstance(model, d2l.HyperParameters))
for call in (lambda: model.loss(1, 2),):
    try:
        call()
    except NotImplementedError as error:
        print('NotImplementedError', error)
data = d2l.DataModule()
print(data.root, data.num_workers)
try:
    data.train_dataloader()
except NotImplementedError as error:
    print('NotImplementedError', error)
trainer = d2l.Trainer(max_epochs=3)
print(trainer.max_epochs, trainer.num_gpus, trainer.gradient_clip_val)
