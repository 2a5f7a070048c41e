# trained
import torch
from d2l import torch as d2l


@d2l.add_to_class(d2l.Trainer)
def fit_epoch(self):
    self.model.train()
    total = 0.0
    for batch in self.train_dataloader:
        loss = self.model.training_step(self.prepare_batch(batch))
        self.optim.zero_grad()
        with torch.no_grad():
            loss.backward()
            self.optim.step()
        self.train_batch_idx += 1
        total += loss.item()
    print(self.epoch, total / self.num_train_batches)


model = d2l.LinearRegressionScratch(2, lr=0.1)
d2l.Trainer(max_epochs=3).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=100, num_val=10))
