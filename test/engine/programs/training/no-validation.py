# trained
import torch
from d2l import torch as d2l


class Data(d2l.SyntheticRegressionData):
    def val_dataloader(self):
        return None


model = d2l.LinearRegressionScratch(2, lr=0.03)
trainer = d2l.Trainer(max_epochs=2)
trainer.fit(model, Data(w=torch.tensor([2, -3.4]), b=4.2, num_train=100))
print(list(model.board.data), trainer.num_val_batches, trainer.val_batch_idx)
