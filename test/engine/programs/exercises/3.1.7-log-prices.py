# trained: 1e-3
import torch
from d2l import torch as d2l

data = d2l.SyntheticRegressionData(w=torch.tensor([0.5, -0.3]), b=1.0, noise=0.1)
prices = torch.exp(data.y)
d2l.plt.hist(prices.reshape(-1).numpy(), bins=20)
print(prices.mean() > prices.median(), prices.min() > 0)
model = d2l.LinearRegression(0.05)
data.y = torch.log(prices)
d2l.Trainer(max_epochs=3).fit(model, data)
print(model.get_w_b())
