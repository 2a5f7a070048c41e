# trained: 1e-3
import torch
from d2l import torch as d2l

data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
for lr in (0.001, 0.03, 0.3):
    for epochs in (1, 3):
        torch.manual_seed(0)
        model = d2l.LinearRegression(lr)
        d2l.Trainer(max_epochs=epochs).fit(model, data)
        w, b = model.get_w_b()
        print(lr, epochs, (data.w - w.reshape(-1)).tolist())
