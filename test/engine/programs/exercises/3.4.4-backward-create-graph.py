import torch

w = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)
(w**3).sum().backward(create_graph=True)
print(w.grad)
gradient = w.grad
w.grad = None
gradient.sum().backward()
print(w.grad)
