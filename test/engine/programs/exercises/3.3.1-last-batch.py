import torch
from d2l import torch as d2l


class Dropping(d2l.SyntheticRegressionData):
    def get_tensorloader(self, tensors, train, indices=slice(0, None)):
        dataset = torch.utils.data.TensorDataset(*(a[indices] for a in tensors))
        return torch.utils.data.DataLoader(dataset, self.batch_size, shuffle=train, drop_last=True)


arguments = dict(w=torch.tensor([2, -3.4]), b=4.2, num_train=100, batch_size=32)
for kind in (d2l.SyntheticRegressionData, Dropping):
    loader = kind(**arguments).train_dataloader()
    print(len(loader), [len(y) for _, y in loader], loader.drop_last)
