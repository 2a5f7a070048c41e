# trained: 1e-3
import torch
from d2l import torch as d2l


class Stopping(d2l.Trainer):
    def fit(self, model, data):
        self.prepare_data(data)
        self.prepare_model(model)
        self.optim = model.configure_optimizers()
        self.epoch = self.train_batch_idx = self.val_batch_idx = 0
        best = float('inf')
        for self.epoch in range(self.max_epochs):
            self.fit_epoch()
            loss = float(model.board.data['val_loss'][-1].y)
            print(self.epoch, f'{loss:.4f}')
            if loss > best:
                break
            best = loss


data = d2l.SyntheticRegressionData(w=torch.ones(20) * 0.1, b=0.0, noise=1.0, num_train=20, num_val=50, batch_size=5)
trainer = Stopping(max_epochs=30)
trainer.fit(d2l.LinearRegressionScratch(20, 0.05), data)
print(trainer.epoch)
