# trained
# %%
import torch
from d2l import torch as d2l
from torch import nn

batch_size = 10
train_iter, test_iter, vocab = d2l.load_data_imdb(batch_size, 12)


def corr1d(X, K):
    w = K.shape[0]
    Y = torch.zeros((X.shape[0] - w + 1))
    for i in range(Y.shape[0]):
        Y[i] = (X[i : i + w] * K).sum()
    return Y


corr1d(torch.tensor([0, 1, 2, 3, 4, 5, 6]), torch.tensor([1, 2]))


# %%
def corr1d_multi_in(X, K):
    return sum(corr1d(x, k) for x, k in zip(X, K))


X = torch.tensor([[0, 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8]])
K = torch.tensor([[1, 2], [3, 4], [-1, -3]])
corr1d_multi_in(X, K)


# %%
class TextCNN(nn.Module):
    def __init__(self, vocab_size, embed_size, kernel_sizes, num_channels, **kwargs):
        super(TextCNN, self).__init__(**kwargs)
        self.embedding = nn.Embedding(vocab_size, embed_size)
        self.constant_embedding = nn.Embedding(vocab_size, embed_size)
        self.dropout = nn.Dropout(0.5)
        self.decoder = nn.Linear(sum(num_channels), 2)
        self.pool = nn.AdaptiveAvgPool1d(1)
        self.relu = nn.ReLU()
        self.convs = nn.ModuleList()
        for c, k in zip(num_channels, kernel_sizes):
            self.convs.append(nn.Conv1d(2 * embed_size, c, k))

    def forward(self, inputs):
        embeddings = torch.cat((self.embedding(inputs), self.constant_embedding(inputs)), dim=2)
        embeddings = embeddings.permute(0, 2, 1)
        encoding = torch.cat(
            [torch.squeeze(self.relu(self.pool(conv(embeddings))), dim=-1) for conv in self.convs], dim=1
        )
        return self.decoder(self.dropout(encoding))


# %%
embed_size, kernel_sizes, nums_channels = 100, [3, 4, 5], [5, 5, 5]
devices = [d2l.try_gpu()]
net = TextCNN(len(vocab), embed_size, kernel_sizes, nums_channels)


def init_weights(module):
    if type(module) in (nn.Linear, nn.Conv1d):
        nn.init.xavier_uniform_(module.weight)


net.apply(init_weights)

# %%
glove_embedding = d2l.TokenEmbedding('glove.6b.100d')
embeds = glove_embedding[vocab.idx_to_token]
net.embedding.weight.data.copy_(embeds)
net.constant_embedding.weight.data.copy_(embeds)
net.constant_embedding.weight.requires_grad = False
trainer = torch.optim.Adam(net.parameters(), lr=0.001)
loss = nn.CrossEntropyLoss(reduction='none')
for features, labels in train_iter:
    l, acc = d2l.train_batch_ch13(net, features, labels, loss, trainer, devices)
print(f'{float(l):.4f} {float(acc)}')

# %%
d2l.predict_sentiment(net, vocab, "a great film and a fine story")
