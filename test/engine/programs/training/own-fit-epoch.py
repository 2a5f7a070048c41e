# trained
import torch
from d2l import torch as d2l


@d2l.add_to_class(d2l.Trainer)
def fit_epoch(self):
    losses = []
    for X, y in self.train_dataloader:
        self.optim.zero_grad()
        loss = self.model.training_step((X, y))
        loss.backward()
        with torch.no_grad():
            self.optim.step()
        self.train_batch_idx += 1
        losses.append(loss.item())
    print(self.epoch, len(losses), sum(losses) / self.num_train_batches)


model = d2l.LinearRegressionScratch(2, lr=0.1)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=100, num_val=10)
d2l.Trainer(max_epochs=3).fit(model, data)
