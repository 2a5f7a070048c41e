"""What matplotlib's styles set; written by `scripts/record-matplotlib.py`."""

__all__ = ['STYLES']

STYLES = {
    'Solarize_Light2': """\
axes.axisbelow | True
axes.edgecolor | '#eee8d5'
axes.facecolor | '#eee8d5'
axes.grid | True
axes.labelcolor | '#657b83'
axes.labelsize | 12.0
axes.prop_cycle | ['#268BD2', '#2AA198', '#859900', '#B58900', '#CB4B16', '#DC322F', '#D33682', '#6C71C4']
axes.titlesize | 16.0
figure.facecolor | '#FDF6E3'
grid.color | '#fdf6e3'
grid.linestyle | '-'
grid.linewidth | 1.0
lines.linewidth | 2.0
lines.solid_capstyle | 'butt'
patch.antialiased | True
xtick.color | '#657b83'
xtick.direction | 'out'
ytick.color | '#657b83'
ytick.direction | 'out'
""",
    'dark_background': """\
axes.edgecolor | 'white'
axes.facecolor | 'black'
axes.labelcolor | 'white'
axes.prop_cycle | ['#8dd3c7', '#feffb3', '#bfbbd9', '#fa8174', '#81b1d2', '#fdb462', '#b3de69', '#bc82bd', '#ccebc4', '#ffed6f']
boxplot.boxprops.color | 'white'
boxplot.capprops.color | 'white'
boxplot.flierprops.color | 'white'
boxplot.flierprops.markeredgecolor | 'white'
boxplot.whiskerprops.color | 'white'
figure.edgecolor | 'black'
figure.facecolor | 'black'
grid.color | 'white'
lines.color | 'white'
patch.edgecolor | 'white'
savefig.edgecolor | 'black'
savefig.facecolor | 'black'
text.color | 'white'
xtick.color | 'white'
ytick.color | 'white'
""",
    '_mpl-gallery-nogrid': """\
axes.axisbelow | True
axes.grid | False
axes.prop_cycle | ['#1f77b4', '#82bbdb', '#ccdff1']
figure.figsize | [2.0, 2.0]
figure.subplot.bottom | 0.01
figure.subplot.left | 0.01
figure.subplot.right | 0.99
figure.subplot.top | 0.99
image.cmap | 'Blues'
xtick.major.size | 0.0
ytick.major.size | 0.0
""",
    '_classic_test_patch': """\
text.kerning_factor | 6
ytick.alignment | 'center_baseline'
""",
    'seaborn-v0_8-colorblind': """\
axes.prop_cycle | ['#0072B2', '#009E73', '#D55E00', '#CC79A7', '#F0E442', '#56B4E9']
patch.facecolor | '#0072B2'
""",
    'seaborn-v0_8-white': """\
axes.axisbelow | True
axes.edgecolor | '.15'
axes.facecolor | 'white'
axes.grid | False
axes.labelcolor | '.15'
axes.linewidth | 1.25
figure.facecolor | 'white'
font.family | ['sans-serif']
font.sans-serif | ['Arial', 'Liberation Sans', 'DejaVu Sans', 'Bitstream Vera Sans', 'sans-serif']
grid.color | '.8'
grid.linestyle | '-'
image.cmap | 'Greys'
legend.frameon | False
legend.numpoints | 1
legend.scatterpoints | 1
lines.solid_capstyle | 'round'
text.color | '.15'
xtick.color | '.15'
xtick.direction | 'out'
xtick.major.size | 0.0
xtick.minor.size | 0.0
ytick.color | '.15'
ytick.direction | 'out'
ytick.major.size | 0.0
ytick.minor.size | 0.0
""",
    'tableau-colorblind10': """\
axes.prop_cycle | ['#006BA4', '#FF800E', '#ABABAB', '#595959', '#5F9ED1', '#C85200', '#898989', '#A2C8EC', '#FFBC79', '#CFCFCF']
patch.facecolor | '#006BA4'
""",
    'seaborn-v0_8-talk': """\
axes.labelsize | 14.3
axes.titlesize | 15.6
figure.figsize | [10.4, 7.15]
grid.linewidth | 1.3
legend.fontsize | 13.0
lines.linewidth | 2.275
lines.markeredgewidth | 0.0
lines.markersize | 9.1
patch.linewidth | 0.39
xtick.labelsize | 13.0
xtick.major.pad | 9.1
xtick.major.width | 1.3
xtick.minor.width | 0.65
ytick.labelsize | 13.0
ytick.major.pad | 9.1
ytick.major.width | 1.3
ytick.minor.width | 0.65
""",
    'seaborn-v0_8-dark': """\
axes.axisbelow | True
axes.edgecolor | 'white'
axes.facecolor | '#EAEAF2'
axes.grid | False
axes.labelcolor | '.15'
axes.linewidth | 0.0
figure.facecolor | 'white'
font.family | ['sans-serif']
font.sans-serif | ['Arial', 'Liberation Sans', 'DejaVu Sans', 'Bitstream Vera Sans', 'sans-serif']
grid.color | 'white'
grid.linestyle | '-'
image.cmap | 'Greys'
legend.frameon | False
legend.numpoints | 1
legend.scatterpoints | 1
lines.solid_capstyle | 'round'
text.color | '.15'
xtick.color | '.15'
xtick.direction | 'out'
xtick.major.size | 0.0
xtick.minor.size | 0.0
ytick.color | '.15'
ytick.direction | 'out'
ytick.major.size | 0.0
ytick.minor.size | 0.0
""",
    'seaborn-v0_8': """\
axes.axisbelow | True
axes.edgecolor | 'white'
axes.facecolor | '#EAEAF2'
axes.grid | True
axes.labelcolor | '.15'
axes.labelsize | 11.0
axes.linewidth | 0.0
axes.prop_cycle | ['#4C72B0', '#55A868', '#C44E52', '#8172B2', '#CCB974', '#64B5CD']
axes.titlesize | 12.0
figure.facecolor | 'white'
figure.figsize | [8.0, 5.5]
font.family | ['sans-serif']
font.sans-serif | ['Arial', 'Liberation Sans', 'DejaVu Sans', 'Bitstream Vera Sans', 'sans-serif']
grid.color | 'white'
grid.linestyle | '-'
grid.linewidth | 1.0
image.cmap | 'Greys'
legend.fontsize | 10.0
legend.frameon | False
legend.numpoints | 1
legend.scatterpoints | 1
lines.linewidth | 1.75
lines.markeredgewidth | 0.0
lines.markersize | 7.0
lines.solid_capstyle | 'round'
patch.facecolor | '#4C72B0'
patch.linewidth | 0.3
text.color | '.15'
xtick.color | '.15'
xtick.direction | 'out'
xtick.labelsize | 10.0
xtick.major.pad | 7.0
xtick.major.size | 0.0
xtick.major.width | 1.0
xtick.minor.size | 0.0
xtick.minor.width | 0.5
ytick.color | '.15'
ytick.direction | 'out'
ytick.labelsize | 10.0
ytick.major.pad | 7.0
ytick.major.size | 0.0
ytick.major.width | 1.0
ytick.minor.size | 0.0
ytick.minor.width | 0.5
""",
    'ggplot': """\
axes.axisbelow | True
axes.edgecolor | 'white'
axes.facecolor | '#E5E5E5'
axes.grid | True
axes.labelcolor | '#555555'
axes.labelsize | 'large'
axes.linewidth | 1.0
axes.prop_cycle | ['#E24A33', '#348ABD', '#988ED5', '#777777', '#FBC15E', '#8EBA42', '#FFB5B8']
axes.titlesize | 'x-large'
figure.edgecolor | '0.50'
figure.facecolor | 'white'
font.size | 10.0
grid.color | 'white'
grid.linestyle | '-'
patch.antialiased | True
patch.edgecolor | '#EEEEEE'
patch.facecolor | '#348ABD'
patch.linewidth | 0.5
xtick.color | '#555555'
xtick.direction | 'out'
ytick.color | '#555555'
ytick.direction | 'out'
""",
    'seaborn-v0_8-whitegrid': """\
axes.axisbelow | True
axes.edgecolor | '.8'
axes.facecolor | 'white'
axes.grid | True
axes.labelcolor | '.15'
axes.linewidth | 1.0
figure.facecolor | 'white'
font.family | ['sans-serif']
font.sans-serif | ['Arial', 'Liberation Sans', 'DejaVu Sans', 'Bitstream Vera Sans', 'sans-serif']
grid.color | '.8'
grid.linestyle | '-'
image.cmap | 'Greys'
legend.frameon | False
legend.numpoints | 1
legend.scatterpoints | 1
lines.solid_capstyle | 'round'
text.color | '.15'
xtick.color | '.15'
xtick.direction | 'out'
xtick.major.size | 0.0
xtick.minor.size | 0.0
ytick.color | '.15'
ytick.direction | 'out'
ytick.major.size | 0.0
ytick.minor.size | 0.0
""",
    'fivethirtyeight': """\
axes.axisbelow | True
axes.edgecolor | '#f0f0f0'
axes.facecolor | '#f0f0f0'
axes.grid | True
axes.labelsize | 'large'
axes.linewidth | 3.0
axes.prop_cycle | ['#008fd5', '#fc4f30', '#e5ae38', '#6d904f', '#8b8b8b', '#810f7c']
axes.titlesize | 'x-large'
figure.facecolor | '#f0f0f0'
figure.subplot.bottom | 0.07
figure.subplot.left | 0.08
figure.subplot.right | 0.95
font.size | 14.0
grid.color | '#cbcbcb'
grid.linestyle | '-'
grid.linewidth | 1.0
legend.fancybox | True
lines.linewidth | 4.0
lines.solid_capstyle | 'butt'
patch.edgecolor | '#f0f0f0'
patch.linewidth | 0.5
savefig.edgecolor | '#f0f0f0'
savefig.facecolor | '#f0f0f0'
svg.fonttype | 'path'
xtick.major.size | 0.0
xtick.minor.size | 0.0
ytick.major.size | 0.0
ytick.minor.size | 0.0
""",
    'bmh': """\
axes.edgecolor | '#bcbcbc'
axes.facecolor | '#eeeeee'
axes.grid | True
axes.labelsize | 'large'
axes.prop_cycle | ['#348ABD', '#A60628', '#7A68A6', '#467821', '#D55E00', '#CC79A7', '#56B4E9', '#009E73', '#F0E442', '#0072B2']
axes.titlesize | 'x-large'
grid.color | '#b2b2b2'
grid.linestyle | '--'
grid.linewidth | 0.5
legend.fancybox | True
lines.linewidth | 2.0
mathtext.fontset | 'cm'
patch.antialiased | True
patch.edgecolor | '#eeeeee'
patch.facecolor | 'blue'
patch.linewidth | 0.5
text.hinting_factor | 8
xtick.direction | 'in'
ytick.direction | 'in'
""",
    '_mpl-gallery': """\
axes.axisbelow | True
axes.grid | True
axes.prop_cycle | ['#1f77b4', '#58a1cf', '#abd0e6']
figure.figsize | [2.0, 2.0]
figure.subplot.bottom | 0.01
figure.subplot.left | 0.01
figure.subplot.right | 0.99
figure.subplot.top | 0.99
image.cmap | 'Blues'
xtick.major.size | 0.0
ytick.major.size | 0.0
""",
    'seaborn-v0_8-darkgrid': """\
axes.axisbelow | True
axes.edgecolor | 'white'
axes.facecolor | '#EAEAF2'
axes.grid | True
axes.labelcolor | '.15'
axes.linewidth | 0.0
figure.facecolor | 'white'
font.family | ['sans-serif']
font.sans-serif | ['Arial', 'Liberation Sans', 'DejaVu Sans', 'Bitstream Vera Sans', 'sans-serif']
grid.color | 'white'
grid.linestyle | '-'
image.cmap | 'Greys'
legend.frameon | False
legend.numpoints | 1
legend.scatterpoints | 1
lines.solid_capstyle | 'round'
text.color | '.15'
xtick.color | '.15'
xtick.direction | 'out'
xtick.major.size | 0.0
xtick.minor.size | 0.0
ytick.color | '.15'
ytick.direction | 'out'
ytick.major.size | 0.0
ytick.minor.size | 0.0
""",
    'seaborn-v0_8-muted': """\
axes.prop_cycle | ['#4878CF', '#6ACC65', '#D65F5F', '#B47CC7', '#C4AD66', '#77BEDB']
patch.facecolor | '#4878CF'
""",
    'seaborn-v0_8-dark-palette': """\
axes.prop_cycle | ['#001C7F', '#017517', '#8C0900', '#7600A1', '#B8860B', '#006374']
patch.facecolor | '#001C7F'
""",
    'fast': """\
agg.path.chunksize | 10000
path.simplify | True
path.simplify_threshold | 1.0
""",
    'seaborn-v0_8-notebook': """\
axes.labelsize | 11.0
axes.titlesize | 12.0
figure.figsize | [8.0, 5.5]
grid.linewidth | 1.0
legend.fontsize | 10.0
lines.linewidth | 1.75
lines.markeredgewidth | 0.0
lines.markersize | 7.0
patch.linewidth | 0.3
xtick.labelsize | 10.0
xtick.major.pad | 7.0
xtick.major.width | 1.0
xtick.minor.width | 0.5
ytick.labelsize | 10.0
ytick.major.pad | 7.0
ytick.major.width | 1.0
ytick.minor.width | 0.5
""",
    'seaborn-v0_8-ticks': """\
axes.axisbelow | True
axes.edgecolor | '.15'
axes.facecolor | 'white'
axes.grid | False
axes.labelcolor | '.15'
axes.linewidth | 1.25
figure.facecolor | 'white'
font.family | ['sans-serif']
font.sans-serif | ['Arial', 'Liberation Sans', 'DejaVu Sans', 'Bitstream Vera Sans', 'sans-serif']
grid.color | '.8'
grid.linestyle | '-'
image.cmap | 'Greys'
legend.frameon | False
legend.numpoints | 1
legend.scatterpoints | 1
lines.solid_capstyle | 'round'
text.color | '.15'
xtick.color | '.15'
xtick.direction | 'out'
xtick.major.size | 6.0
xtick.minor.size | 3.0
ytick.color | '.15'
ytick.direction | 'out'
ytick.major.size | 6.0
ytick.minor.size | 3.0
""",
    'grayscale': """\
axes.edgecolor | 'black'
axes.facecolor | 'white'
axes.labelcolor | 'black'
axes.prop_cycle | ['0.00', '0.40', '0.60', '0.70']
figure.edgecolor | 'white'
figure.facecolor | '0.75'
grid.color | 'black'
image.cmap | 'gray'
lines.color | 'black'
patch.edgecolor | 'black'
patch.facecolor | 'gray'
savefig.edgecolor | 'white'
savefig.facecolor | 'white'
text.color | 'black'
xtick.color | 'black'
ytick.color | 'black'
""",
    'classic': """\
_internal.classic_mode | True
agg.path.chunksize | 0
animation.bitrate | -1
animation.codec | 'mpeg4'
animation.convert_args | []
animation.convert_path | 'convert'
animation.ffmpeg_args | []
animation.ffmpeg_path | 'ffmpeg'
animation.frame_format | 'png'
animation.html | 'none'
animation.writer | 'ffmpeg'
axes.autolimit_mode | 'round_numbers'
axes.axisbelow | False
axes.edgecolor | 'k'
axes.facecolor | 'w'
axes.formatter.limits | [-7, 7]
axes.formatter.offset_threshold | 2
axes.formatter.use_locale | False
axes.formatter.use_mathtext | False
axes.formatter.useoffset | True
axes.grid | False
axes.grid.axis | 'both'
axes.grid.which | 'major'
axes.labelcolor | 'k'
axes.labelpad | 5.0
axes.labelsize | 'medium'
axes.labelweight | 'normal'
axes.linewidth | 1.0
axes.prop_cycle | ['b', 'g', 'r', 'c', 'm', 'y', 'k']
axes.spines.bottom | True
axes.spines.left | True
axes.spines.right | True
axes.spines.top | True
axes.titlepad | 5.0
axes.titlesize | 'large'
axes.titleweight | 'normal'
axes.titley | 1.0
axes.unicode_minus | True
axes.xmargin | 0.0
axes.ymargin | 0.0
axes3d.grid | True
boxplot.bootstrap | None
boxplot.boxprops.color | 'b'
boxplot.boxprops.linestyle | '-'
boxplot.boxprops.linewidth | 1.0
boxplot.capprops.color | 'k'
boxplot.capprops.linestyle | '-'
boxplot.capprops.linewidth | 1.0
boxplot.flierprops.color | 'b'
boxplot.flierprops.linestyle | 'none'
boxplot.flierprops.linewidth | 1.0
boxplot.flierprops.marker | '+'
boxplot.flierprops.markeredgecolor | 'k'
boxplot.flierprops.markerfacecolor | 'auto'
boxplot.flierprops.markersize | 6.0
boxplot.meanline | False
boxplot.meanprops.color | 'r'
boxplot.meanprops.linestyle | '-'
boxplot.meanprops.linewidth | 1.0
boxplot.meanprops.marker | 's'
boxplot.meanprops.markeredgecolor | 'k'
boxplot.meanprops.markerfacecolor | 'r'
boxplot.meanprops.markersize | 6.0
boxplot.medianprops.color | 'r'
boxplot.medianprops.linestyle | '-'
boxplot.medianprops.linewidth | 1.0
boxplot.notch | False
boxplot.patchartist | False
boxplot.showbox | True
boxplot.showcaps | True
boxplot.showfliers | True
boxplot.showmeans | False
boxplot.vertical | True
boxplot.whiskerprops.color | 'b'
boxplot.whiskerprops.linestyle | '--'
boxplot.whiskerprops.linewidth | 1.0
boxplot.whiskers | 1.5
contour.corner_mask | True
contour.negative_linestyle | 'dashed'
date.autoformatter.day | '%b %d %Y'
date.autoformatter.hour | '%H:%M:%S'
date.autoformatter.microsecond | '%H:%M:%S.%f'
date.autoformatter.minute | '%H:%M:%S.%f'
date.autoformatter.month | '%b %Y'
date.autoformatter.second | '%H:%M:%S.%f'
date.autoformatter.year | '%Y'
date.converter | 'auto'
errorbar.capsize | 3.0
figure.autolayout | False
figure.dpi | 80.0
figure.edgecolor | 'w'
figure.facecolor | '0.75'
figure.figsize | [8.0, 6.0]
figure.frameon | True
figure.labelsize | 'medium'
figure.labelweight | 'normal'
figure.subplot.bottom | 0.1
figure.subplot.hspace | 0.2
figure.subplot.left | 0.125
figure.subplot.right | 0.9
figure.subplot.top | 0.9
figure.subplot.wspace | 0.2
figure.titlesize | 'medium'
figure.titleweight | 'normal'
font.cursive | ['Apple Chancery', 'Textile', 'Zapf Chancery', 'Sand', 'Script MT', 'Felipa', 'cursive']
font.family | ['sans-serif']
font.fantasy | ['Comic Sans MS', 'Chicago', 'Charcoal', 'ImpactWestern', 'Humor Sans', 'fantasy']
font.monospace | ['DejaVu Sans Mono', 'Andale Mono', 'Nimbus Mono L', 'Courier New', 'Courier', 'Fixed', 'Terminal', 'monospace']
font.sans-serif | ['DejaVu Sans', 'Lucida Grande', 'Verdana', 'Geneva', 'Lucid', 'Arial', 'Helvetica', 'Avant Garde', 'sans-serif']
font.serif | ['DejaVu Serif', 'New Century Schoolbook', 'Century Schoolbook L', 'Utopia', 'ITC Bookman', 'Bookman', 'Nimbus Roman No9 L', 'Times New Roman', 'Times', 'Palatino', 'Charter', 'serif']
font.size | 12.0
font.stretch | 'normal'
font.style | 'normal'
font.variant | 'normal'
font.weight | 'normal'
grid.alpha | 1.0
grid.color | 'k'
grid.linestyle | ':'
grid.linewidth | 0.5
hatch.color | 'k'
hatch.linewidth | 1.0
hist.bins | 10
image.aspect | 'equal'
image.cmap | 'jet'
image.composite_image | True
image.interpolation | 'bilinear'
image.lut | 256
image.origin | 'upper'
image.resample | False
keymap.back | ['left', 'c', 'backspace']
keymap.forward | ['right', 'v']
keymap.fullscreen | ['f', 'ctrl+f']
keymap.grid | ['g']
keymap.home | ['h', 'r', 'home']
keymap.pan | ['p']
keymap.quit | ['ctrl+w', 'cmd+w']
keymap.save | ['s', 'ctrl+s']
keymap.xscale | ['k', 'L']
keymap.yscale | ['l']
keymap.zoom | ['o']
legend.borderaxespad | 0.5
legend.borderpad | 0.4
legend.columnspacing | 2.0
legend.edgecolor | 'inherit'
legend.facecolor | 'inherit'
legend.fancybox | False
legend.fontsize | 'large'
legend.framealpha | None
legend.frameon | True
legend.handleheight | 0.7
legend.handlelength | 2.0
legend.handletextpad | 0.8
legend.labelspacing | 0.5
legend.loc | 'upper right'
legend.markerscale | 1.0
legend.numpoints | 2
legend.scatterpoints | 3
legend.shadow | False
lines.antialiased | True
lines.color | 'b'
lines.dash_capstyle | 'butt'
lines.dash_joinstyle | 'round'
lines.dashdot_pattern | [3.0, 5.0, 1.0, 5.0]
lines.dashed_pattern | [6.0, 6.0]
lines.dotted_pattern | [1.0, 3.0]
lines.linestyle | '-'
lines.linewidth | 1.0
lines.marker | 'None'
lines.markeredgecolor | 'auto'
lines.markeredgewidth | 0.5
lines.markerfacecolor | 'auto'
lines.markersize | 6.0
lines.scale_dashes | False
lines.solid_capstyle | 'projecting'
lines.solid_joinstyle | 'round'
markers.fillstyle | 'full'
mathtext.bf | 'serif:bold'
mathtext.cal | 'cursive'
mathtext.default | 'it'
mathtext.fallback | 'cm'
mathtext.fontset | 'cm'
mathtext.it | 'serif:italic'
mathtext.rm | 'serif'
mathtext.sf | 'sans\\-serif'
mathtext.tt | 'monospace'
patch.antialiased | True
patch.edgecolor | 'k'
patch.facecolor | 'b'
patch.force_edgecolor | True
patch.linewidth | 1.0
path.simplify | True
path.simplify_threshold | 0.1111111111111111
path.sketch | None
path.snap | True
pdf.compression | 6
pdf.fonttype | 3
pdf.inheritcolor | False
pdf.use14corefonts | False
pgf.preamble | ''
pgf.rcfonts | True
pgf.texsystem | 'xelatex'
polaraxes.grid | True
ps.distiller.res | 6000
ps.fonttype | 3
ps.papersize | 'letter'
ps.useafm | False
ps.usedistiller | None
savefig.bbox | None
savefig.dpi | 100.0
savefig.edgecolor | 'w'
savefig.facecolor | 'w'
savefig.format | 'png'
savefig.orientation | 'portrait'
savefig.pad_inches | 0.1
savefig.transparent | False
scatter.marker | 'o'
svg.fonttype | 'path'
svg.image_inline | True
text.antialiased | True
text.color | 'k'
text.hinting | 'auto'
text.hinting_factor | 8
text.latex.preamble | ''
text.usetex | False
xtick.alignment | 'center'
xtick.bottom | True
xtick.color | 'k'
xtick.direction | 'in'
xtick.labelsize | 'medium'
xtick.major.bottom | True
xtick.major.pad | 4.0
xtick.major.size | 4.0
xtick.major.top | True
xtick.major.width | 0.5
xtick.minor.bottom | True
xtick.minor.pad | 4.0
xtick.minor.size | 2.0
xtick.minor.top | True
xtick.minor.visible | False
xtick.minor.width | 0.5
xtick.top | True
ytick.alignment | 'center'
ytick.color | 'k'
ytick.direction | 'in'
ytick.labelsize | 'medium'
ytick.left | True
ytick.major.left | True
ytick.major.pad | 4.0
ytick.major.right | True
ytick.major.size | 4.0
ytick.major.width | 0.5
ytick.minor.left | True
ytick.minor.pad | 4.0
ytick.minor.right | True
ytick.minor.size | 2.0
ytick.minor.visible | False
ytick.minor.width | 0.5
ytick.right | True
""",
    'seaborn-v0_8-paper': """\
axes.labelsize | 8.8
axes.titlesize | 9.6
figure.figsize | [6.4, 4.4]
grid.linewidth | 0.8
legend.fontsize | 8.0
lines.linewidth | 1.4
lines.markeredgewidth | 0.0
lines.markersize | 5.6
patch.linewidth | 0.24
xtick.labelsize | 8.0
xtick.major.pad | 5.6
xtick.major.width | 0.8
xtick.minor.width | 0.4
ytick.labelsize | 8.0
ytick.major.pad | 5.6
ytick.major.width | 0.8
ytick.minor.width | 0.4
""",
    'seaborn-v0_8-pastel': """\
axes.prop_cycle | ['#92C6FF', '#97F0AA', '#FF9F9A', '#D0BBFF', '#FFFEA3', '#B0E0E6']
patch.facecolor | '#92C6FF'
""",
    'seaborn-v0_8-poster': """\
axes.labelsize | 17.6
axes.titlesize | 19.2
figure.figsize | [12.8, 8.8]
grid.linewidth | 1.6
legend.fontsize | 16.0
lines.linewidth | 2.8
lines.markeredgewidth | 0.0
lines.markersize | 11.2
patch.linewidth | 0.48
xtick.labelsize | 16.0
xtick.major.pad | 11.2
xtick.major.width | 1.6
xtick.minor.width | 0.8
ytick.labelsize | 16.0
ytick.major.pad | 11.2
ytick.major.width | 1.6
ytick.minor.width | 0.8
""",
    'seaborn-v0_8-deep': """\
axes.prop_cycle | ['#4C72B0', '#55A868', '#C44E52', '#8172B2', '#CCB974', '#64B5CD']
patch.facecolor | '#4C72B0'
""",
    'seaborn-v0_8-bright': """\
axes.prop_cycle | ['#003FFF', '#03ED3A', '#E8000B', '#8A2BE2', '#FFC400', '#00D7FF']
patch.facecolor | '#003FFF'
""",
}
