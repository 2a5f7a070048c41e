import torch
from torch import nn

torch.manual_seed(0)
mha = nn.MultiheadAttention(8, 2, batch_first=True)
x = torch.randn(2, 4, 8)
mask = torch.triu(torch.ones(4, 4, dtype=torch.bool), 1)
o, w = mha(x, x, x, attn_mask=mask, average_attn_weights=False)
print(o.shape, w.shape, w[0, 0])
o, w = mha(x, x, x, key_padding_mask=torch.tensor([[False] * 4, [False, False, True, True]]), need_weights=True)
print(w[1])
print(mha(x, x, x, need_weights=False)[1])
model = nn.Transformer(d_model=8, nhead=2, num_encoder_layers=1, num_decoder_layers=1, dim_feedforward=16, dropout=0.0, batch_first=True)
tgt = torch.randn(2, 3, 8)
out = model(x, tgt, tgt_mask=model.generate_square_subsequent_mask(3))
print(out[0])
out.sum().backward()
print(sum(p.numel() for p in model.parameters()))
dec = nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 16, batch_first=True, norm_first=True, activation='gelu', dropout=0), 2, norm=nn.LayerNorm(8))
print(dec(tgt, x).shape)
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, batch_first=True), num_layers=1, enable_nested_tensor=False)
enc.eval()
print(enc(x, src_key_padding_mask=torch.tensor([[False] * 4, [False, False, False, True]]))[1, 0])
try:
    mha(x, x, torch.randn(2, 4, 9))
except Exception as e:
    print(type(e).__name__, e)
try:
    nn.MultiheadAttention(7, 2)
except AssertionError as e:
    print(e)
