import contextlib
import io

import torch

buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    help(torch.ones)
print('ones' in buffer.getvalue(), len(buffer.getvalue()) > 20)
