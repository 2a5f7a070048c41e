# trained: 1e-2
import torch
from d2l import torch as d2l

losses = []
for n in (1000, 100, 20):
    torch.manual_seed(0)
    data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, noise=0.5, num_train=n)
    model = d2l.LinearRegressionScratch(2, 0.1)
    model.board.display = False
    d2l.Trainer(max_epochs=3).fit(model, data)
    losses.append(float(model.board.data['val_loss'][-1].y))
print([f'{loss:.3f}' for loss in losses])
