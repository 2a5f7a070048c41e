import matplotlib.pyplot as plt
import numpy as np
def name(x): return [name(i) for i in x] if isinstance(x, list) else type(x).__name__
fig, ax = plt.subplots()
print(name(ax.plot([1, 2])), name(ax.scatter([1], [1])), name(ax.bar([1], [1])), name(ax.step([1, 2], [1, 2])), name(ax.axhline(1)), name(ax.axvline(1)), name(ax.hlines(1, 0, 1)), name(ax.vlines([1, 2], 0, 1)))
print(name(ax.fill([0, 1, 1], [0, 0, 1])), name(ax.text(0, 0, 'a')), name(ax.annotate('a', (0, 0))), name(ax.arrow(0, 0, 1, 1)), name(ax.quiver([0], [0], [1], [1])), name(ax.errorbar([1, 2], [1, 2], yerr=0.1)), name(ax.stem([1, 2])), name(ax.stackplot([1, 2], [1, 2], [3, 4]))[0][-10:])
print(name(ax.boxplot([1, 2, 3, 10])), sorted(ax.boxplot([1, 2, 3])), name(ax.eventplot([1, 2])), name(ax.pcolormesh([[1, 2]])), name(ax.imshow([[1]])), name(ax.contour([[1, 2], [3, 4]])), name(ax.legend()), name(ax.add_patch(plt.Circle((0, 0), 1))), name(ax.grid()), name(ax.violinplot([1, 2, 3, 5])))
wedges, texts, percents = ax.pie([1, 2, 3], labels=['a', 'b', 'c'], autopct='%.1f%%', explode=(0, 0.1, 0), startangle=90)
print([(round(w.theta1, 3), round(w.theta2, 3), w.r) for w in wedges], [t.get_text() for t in texts], [t.get_text() for t in percents])
print(len(ax.pie([1, 1])), [w.get_facecolor() for w in ax.pie([1, 1], colors=['r', 'b'])[0]])
box = ax.boxplot([[1, 2, 3, 4, 10], [2, 3, 4]], labels=['p', 'q'], showmeans=True)
print({k: len(v) for k, v in box.items()}, box['medians'][0].get_ydata(), box['fliers'][0].get_ydata(), box['whiskers'][1].get_ydata(), box['boxes'][1].get_ydata(), box['means'][0].get_ydata(), [t.get_text() for t in ax.get_xticklabels()], box['caps'][0].get_xdata())
bars = ax.errorbar([1, 2], [3, 4], yerr=[[0.1, 0.2], [0.3, 0.4]], capsize=3, fmt='o', label='e')
print(bars.has_yerr, len(bars), bars.get_label(), bars.lines[0].get_marker(), len(bars.lines[1]), bars.lines[2][0].get_segments())
stem = ax.stem([1, 2, 3], [4, 5, 6]); print(stem.markerline.get_ydata(), stem.baseline.get_ydata(), len(stem.stemlines.get_segments()))
line = ax.axhline(0.5, color='r', ls=':'); print(line.get_ydata(), line.get_xdata(), line.get_color())
print(ax.hlines([1, 2], 0, [3, 4]).get_segments())
