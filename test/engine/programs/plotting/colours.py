from matplotlib import colors
import numpy as np
for c in ('r', 'k', 'red', 'C0', 'C3', 'tab:orange', '#ff8800', '#f80', '#ff880080', '0.5', (1, 0, 0.5), (0.1, 0.2, 0.3, 0.4), [0, 1, 0], 'none', 'c', 'm', 'y', 'g', 'rebeccapurple', 'LightBlue', 'grey', 'tab:grey', np.array([0.1, 0.2, 0.3])):
    print(c, colors.to_rgba(c), colors.to_rgb(c), colors.to_hex(c))
print(colors.to_rgba('r', alpha=0.25), colors.to_rgba(('b', 0.3)) if False else '', colors.to_hex((1, 0, 0, 0.5), keep_alpha=True))
print(colors.to_rgba_array(['r', 'g', (0, 0, 1)]), colors.to_rgba_array('k'), colors.to_rgba_array([[1, 0, 0], [0, 1, 0]], alpha=0.5))
print(colors.is_color_like('red'), colors.is_color_like('nope'), colors.is_color_like((1, 2)), colors.same_color('r', 'red'))
norm = colors.Normalize(0, 10)
print(norm(5), norm([0, 2.5, 10]), norm.inverse(0.3), norm.vmin, norm.vmax, colors.Normalize(0, 10, clip=True)(20), norm(20))
auto = colors.Normalize()
print(auto([2, 4, 6]), auto.vmin, auto.vmax, auto.scaled())
log = colors.LogNorm(1, 1000)
print(log(10), np.asarray(log([1, 100, 1000])), round(log.inverse(0.5), 9))
print(colors.PowerNorm(0.5, 0, 4)([1, 4]), colors.TwoSlopeNorm(0, -1, 4)([-1, 0, 2]), colors.CenteredNorm(0, 2)([-2, 1]), np.asarray(colors.SymLogNorm(1, vmin=-10, vmax=10)([-10, 0, 10])))
print(colors.BoundaryNorm([0, 1, 5, 10], 3)([0.5, 1, 7, 10]).tolist(), colors.BoundaryNorm([0, 1, 2], 256)([0.5, 1.5]).tolist())
print(colors.CSS4_COLORS['tomato'], colors.TABLEAU_COLORS['tab:blue'], colors.BASE_COLORS['c'], len(colors.CSS4_COLORS), colors.cnames['navy'])
print(colors.hsv_to_rgb((0.5, 1, 1)), colors.rgb_to_hsv([[1, 0, 0], [0, 0.5, 0]]))
colors.to_rgb('no such')
