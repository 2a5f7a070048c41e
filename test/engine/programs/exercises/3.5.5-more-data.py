# trained: 1e-2
import numpy as np
import torch
from d2l import torch as d2l

sizes = [5, 50, 500]
w_errors, b_errors = [], []
for n in sizes:
    torch.manual_seed(1)
    data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=n, num_val=10)
    model = d2l.LinearRegression(0.03)
    model.board.display = False
    d2l.Trainer(max_epochs=3).fit(model, data)
    w, b = model.get_w_b()
    w_errors.append(torch.norm(data.w - w.reshape(-1)))
    b_errors.append(abs(data.b - b.item()))
d2l.plot(sizes, [w_errors, b_errors], 'examples', 'error', legend=['w', 'b'], xscale='log', yscale='log')
print([f'{float(error):.3f}' for error in w_errors], [f'{error:.3f}' for error in b_errors])
