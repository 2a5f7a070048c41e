import matplotlib as mpl
import matplotlib.pyplot as plt
print(plt.rcParams['figure.figsize'], plt.rcParams['lines.linewidth'], plt.rcParams['font.size'], plt.rcParams['axes.grid'], plt.rcParams['figure.dpi'], plt.rcParams['font.family'])
print(mpl.rcParams is plt.rcParams, len(plt.rcParams) > 300, 'axes.titlesize' in plt.rcParams, plt.rcParams.get('savefig.dpi'))
plt.rcParams['lines.linewidth'] = 3
print(plt.plot([1, 2])[0].get_linewidth())
plt.rcParams.update({'font.size': 14, 'axes.titlesize': 'x-large', 'figure.figsize': (3, 2)})
print(plt.rcParams['font.size'], plt.rcParams['axes.titlesize'], plt.figure().get_size_inches())
plt.rc('lines', lw=5, linestyle='--'); plt.rc('font', family='serif', size=9); plt.rc('axes', labelsize=20)
print(plt.rcParams['lines.linewidth'], plt.rcParams['lines.linestyle'], plt.rcParams['font.family'], plt.rcParams['font.size'])
with plt.rc_context({'lines.linewidth': 7}):
    print(plt.plot([1, 2])[0].get_linewidth())
print(plt.rcParams['lines.linewidth'])
plt.rcParams['axes.grid'] = 'true'; plt.rcParams['lines.markersize'] = '4'; plt.rcParams['font.sans-serif'] = ['SimHei']; plt.rcParams['axes.unicode_minus'] = False
print(plt.rcParams['axes.grid'], plt.rcParams['lines.markersize'], plt.rcParams['font.sans-serif'], plt.rcParams['axes.unicode_minus'])
plt.rcdefaults()
print(plt.rcParams['lines.linewidth'], plt.rcParams['axes.grid'], plt.rcParams['figure.figsize'], plt.rcParams['font.size'])
print(plt.rcParams['axes.prop_cycle'].by_key()['color'][:3], len(plt.rcParams['axes.prop_cycle']))
plt.rcParams['axes.prop_cycle'] = plt.cycler(color=['r', 'g', 'b'])
print([plt.plot([1, i])[0].get_color() for i in range(4)], plt.rcParams['axes.prop_cycle'])
print(mpl.get_backend() in ('agg', 'Agg', 'module://matplotlib_inline.backend_inline'), list(plt.rcParams.find_all('legend.f')))
for key, value in (('nope', 1), ('lines.linewidth', 'thick'), ('axes.grid', 'maybe'), ('axes.facecolor', 'nocolor'), ('xtick.direction', 'up'), ('legend.loc', 'nowhere'), ('axes.titlesize', 'big'), ('figure.figsize', 'a')):
    try:
        plt.rcParams[key] = value
        print(key, plt.rcParams[key])
    except Exception as error:
        print(type(error).__name__, str(error)[:90])
plt.rc('lines', thickness=3)
