import warnings
import matplotlib.pyplot as plt
def told(draw):
    plt.close('all')
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        draw()
    print([f'{w.category.__name__}: {w.message}' for w in caught])
told(lambda: plt.xlim(1, 1))
told(lambda: (plt.plot([1, 2]), plt.yscale('log'), plt.ylim(0, 3)))
told(lambda: plt.plot([1, 2], 'r', color='b'))
told(lambda: plt.scatter([1, 2], [1, 2], cmap='jet'))
told(lambda: (plt.plot([1, 2]), plt.gca().set_xticklabels(['a', 'b'])))
told(lambda: plt.contour([[1, 2], [3, 4]], levels=[9]))
told(lambda: plt.scatter([1, 2], [1, 2], c=[0.1, 0.2, 0.3]))
