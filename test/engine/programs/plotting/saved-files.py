import io
import os
import matplotlib.pyplot as plt
plt.plot([1, 2, 3], label='a'); plt.title('saved')
for name in ('fig.png', 'fig.svg', 'fig.pdf', 'fig.jpg', 'noextension'):
    plt.savefig(name)
    print(name, os.path.exists(name if '.' in name else name + '.png'), os.path.getsize(name if '.' in name else name + '.png') > 1000)
print(open('fig.png', 'rb').read(8), '<svg' in open('fig.svg').read(), open('fig.pdf', 'rb').read(5), open('fig.jpg', 'rb').read(2))
fig, ax = plt.subplots(figsize=(3, 2)); ax.imshow([[1, 2], [3, 4]])
fig.savefig('small.png', dpi=50, bbox_inches='tight'); fig.savefig('large.png', dpi=200)
print(os.path.getsize('large.png') > os.path.getsize('small.png'))
buffer = io.BytesIO(); fig.savefig(buffer, format='png'); print(buffer.getvalue()[:4], buffer.tell() > 500)
os.makedirs('img', exist_ok=True); plt.savefig(os.path.join('img', 'a.png')); print(os.listdir('img'))
fig.savefig('x.png', facecolor='w', transparent=True, pad_inches=0, orientation='landscape', metadata={'Title': 'x'}); os.remove('x.png'); print(os.path.exists('x.png'))
plt.savefig("missing/folder.png")
