# trained
# %%
import numpy as np
import torch
from d2l import torch as d2l
from scipy import stats
from torch import nn


class HPOTrainer(d2l.Trainer):
    def validation_error(self):
        self.model.eval()
        accuracy = 0
        val_batch_idx = 0
        for batch in self.val_dataloader:
            with torch.no_grad():
                x, y = self.prepare_batch(batch)
                y_hat = self.model(x)
                accuracy += self.model.accuracy(y_hat, y)
            val_batch_idx += 1
        return 1 - accuracy / val_batch_idx


# %%
def hpo_objective_softmax_classification(config, max_epochs=2):
    learning_rate = config['learning_rate']
    trainer = HPOTrainer(max_epochs=max_epochs)
    data = d2l.FashionMNIST(batch_size=16)
    model = d2l.SoftmaxRegression(num_outputs=10, lr=learning_rate)
    trainer.fit(model=model, data=data)
    return trainer.validation_error().detach().numpy()


config_space = {'learning_rate': stats.loguniform(1e-4, 1)}
sorted(config_space)

# %%
errors, values = [], []
for i, learning_rate in enumerate((0.01, 0.1, 0.3)):
    values.append(learning_rate)
    errors.append(hpo_objective_softmax_classification({'learning_rate': learning_rate}))
    print(f'validation error = {errors[-1]:.4f}')

# %%
best_idx = np.argmin(errors)
print(f'optimal learning rate = {values[best_idx]}')
