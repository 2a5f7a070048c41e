# trained
import torch
from d2l import torch as d2l

true_w, true_b = torch.tensor([2, -3.4]), 4.2
features, labels = d2l.synthetic_data(true_w, true_b, 200)
w = torch.normal(0, 0.01, size=(2, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)
for epoch in range(3):
    for X, y in d2l.load_array((features, labels), 10):
        loss = d2l.squared_loss(d2l.linreg(X, w, b), y)
        loss.sum().backward()
        d2l.sgd([w, b], 0.03, 10)
    with torch.no_grad():
        print(epoch + 1, float(d2l.squared_loss(d2l.linreg(features, w, b), labels).mean()))
print((true_w - w.reshape(true_w.shape)).tolist())
