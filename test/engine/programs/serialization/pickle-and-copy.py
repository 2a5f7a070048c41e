import copy
import pickle

import torch

x = torch.tensor([[1, 2], [3, 4]])
print(pickle.loads(pickle.dumps(x)), pickle.loads(pickle.dumps(x.T.double())))
w = torch.tensor([1.0, 2.0], requires_grad=True)
again = pickle.loads(pickle.dumps(w))
print(again, again.is_leaf)
(w * 2).sum().backward()
deep = copy.deepcopy(w)
print(deep, deep.grad, deep is w)
shallow = copy.copy(x)
print(shallow.data_ptr() == x.data_ptr())
both = copy.deepcopy([x, x[0]])
both[0][0, 0] = 7
print(both[1], x)
copy.deepcopy(w * 2)
