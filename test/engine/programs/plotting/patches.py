import matplotlib.pyplot as plt
from matplotlib.patches import Arc, Circle, Ellipse, FancyArrow, FancyArrowPatch, FancyBboxPatch, Polygon, Rectangle, RegularPolygon, Wedge
import matplotlib.patches as mpatches
for patch in (Circle((1, 2), 3), Rectangle((0, 0), 2, 1, angle=30), Ellipse((0, 0), 2, 1, angle=10), Wedge((0, 0), 1, 0, 90), Polygon([[0, 0], [1, 0], [1, 1]])):
    print(patch, patch.get_facecolor(), patch.get_edgecolor(), patch.get_linewidth())
c = Circle((1, 2), radius=3, color='r', fill=False, alpha=0.5, label='ring')
print(c.get_radius(), c.center, c.get_facecolor(), c.get_edgecolor(), c.get_fill(), c.get_label())
r = plt.Rectangle((1, 2), 3, 4, facecolor='none', edgecolor='blue', linewidth=2, linestyle='--')
print(r.get_xy(), r.get_width(), r.get_height(), r.get_x(), r.get_bbox(), r.get_facecolor(), r.get_edgecolor(), r.get_linestyle(), r.get_lw())
fig, ax = plt.subplots()
ax.add_patch(r); ax.add_patch(c); print(len(ax.patches), ax.patches[0] is r, ax.get_xlim(), [round(v, 3) for v in ax.get_ylim()])
r.set_xy((0, 0)); r.set_width(9); r.set(fc='y', ec='k'); print(r.get_xy(), r.get_width(), r.get_facecolor(), r.get_edgecolor())
print(Polygon([[0, 0], [1, 0], [1, 1]]).get_xy(), Polygon([[0, 0], [1, 0]], closed=False).get_xy())
handle = mpatches.Patch(color='red', label='fit'); print([t.get_text() for t in ax.legend(handles=[handle]).get_texts()])
ax.add_patch(FancyArrowPatch((0, 0), (1, 1))); ax.add_patch(Arc((0, 0), 1, 1)); ax.add_artist(Ellipse((0, 0), 1, 1)); ax.add_patch(FancyBboxPatch((0, 0), 1, 1)); ax.add_patch(FancyArrow(0, 0, 1, 1)); print(len(ax.patches))
ax.spines['top'].set_visible(False); ax.spines[['right', 'left']].set_visible(False); print([ax.spines[s].get_visible() for s in ('top', 'right', 'left', 'bottom')], sorted(ax.spines), ax.spines.bottom.get_visible())
Circle((0, 0), 1, colour='r')
