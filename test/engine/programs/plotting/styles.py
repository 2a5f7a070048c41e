import matplotlib.pyplot as plt
print(plt.style.available)
plt.style.use('ggplot')
print(plt.rcParams['axes.facecolor'], plt.rcParams['axes.grid'], plt.plot([1, 2])[0].get_color())
plt.style.use('default')
print(plt.rcParams['axes.facecolor'], plt.rcParams['axes.grid'])
with plt.style.context('dark_background'):
    print(plt.rcParams['figure.facecolor'])
print(plt.rcParams['figure.facecolor'])
plt.style.use(['seaborn-v0_8', {'lines.linewidth': 9}])
print(plt.rcParams['lines.linewidth'], plt.rcParams['axes.grid'], plt.rcParams['figure.figsize'])
with plt.style.context(['fivethirtyeight', 'bmh']):
    print(plt.rcParams['lines.linewidth'], plt.rcParams['axes.prop_cycle'].by_key()['color'][0])
print(sorted(plt.style.library['grayscale'])[:3])
plt.style.use('nope')
