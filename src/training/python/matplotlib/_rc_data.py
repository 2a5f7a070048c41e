"""matplotlib's settings, `name | kind | value`; written by `scripts/record-matplotlib.py`."""

__all__ = ['SETTINGS']

SETTINGS = """\
agg.path.chunksize | int | 0
animation.bitrate | int | -1
animation.codec | str | 'h264'
animation.convert_args | strlist | ['-layers', 'OptimizePlus']
animation.convert_path | pathlike | 'convert'
animation.embed_limit | float | 20.0
animation.ffmpeg_args | strlist | []
animation.ffmpeg_path | pathlike | 'ffmpeg'
animation.frame_format | png,jpeg,tiff,raw,rgba,ppm,sgi,bmp,pbm,svg | 'png'
animation.html | html5,jshtml,none | 'none'
animation.writer | str | 'ffmpeg'
axes.autolimit_mode | data,round_numbers | 'data'
axes.axisbelow | axisbelow | 'line'
axes.edgecolor | color | 'black'
axes.facecolor | color | 'white'
axes.formatter.limits | intlist | [-5, 6]
axes.formatter.min_exponent | int | 0
axes.formatter.offset_threshold | int | 4
axes.formatter.use_locale | bool | False
axes.formatter.use_mathtext | bool | False
axes.formatter.useoffset | bool | True
axes.grid | bool | False
axes.grid.axis | x,y,both | 'both'
axes.grid.which | minor,both,major | 'major'
axes.labelcolor | color | 'black'
axes.labelpad | float | 4.0
axes.labelsize | fontsize | 'medium'
axes.labelweight | fontweight | 'normal'
axes.linewidth | float | 0.8
axes.prop_cycle | cycler | ['#1f77b4', '#ff7f0e', '#2ca02c', '#d62728', '#9467bd', '#8c564b', '#e377c2', '#7f7f7f', '#bcbd22', '#17becf']
axes.spines.bottom | bool | True
axes.spines.left | bool | True
axes.spines.right | bool | True
axes.spines.top | bool | True
axes.titlecolor | color_or_auto | 'auto'
axes.titlelocation | left,center,right | 'center'
axes.titlepad | float | 6.0
axes.titlesize | fontsize | 'large'
axes.titleweight | fontweight | 'normal'
axes.titley | float_or_None | None
axes.unicode_minus | bool | True
axes.xmargin | greaterequal0_lessequal1 | 0.05
axes.ymargin | greaterequal0_lessequal1 | 0.05
axes.zmargin | greaterequal0_lessequal1 | 0.05
axes3d.grid | bool | True
axes3d.xaxis.panecolor | color | (0.95, 0.95, 0.95, 0.5)
axes3d.yaxis.panecolor | color | (0.9, 0.9, 0.9, 0.5)
axes3d.zaxis.panecolor | color | (0.925, 0.925, 0.925, 0.5)
boxplot.bootstrap | int_or_None | None
boxplot.boxprops.color | color | 'black'
boxplot.boxprops.linestyle | linestyle | '-'
boxplot.boxprops.linewidth | float | 1.0
boxplot.capprops.color | color | 'black'
boxplot.capprops.linestyle | linestyle | '-'
boxplot.capprops.linewidth | float | 1.0
boxplot.flierprops.color | color | 'black'
boxplot.flierprops.linestyle | linestyle | 'none'
boxplot.flierprops.linewidth | float | 1.0
boxplot.flierprops.marker | str | 'o'
boxplot.flierprops.markeredgecolor | color | 'black'
boxplot.flierprops.markeredgewidth | float | 1.0
boxplot.flierprops.markerfacecolor | color_or_auto | 'none'
boxplot.flierprops.markersize | float | 6.0
boxplot.meanline | bool | False
boxplot.meanprops.color | color | 'C2'
boxplot.meanprops.linestyle | linestyle | '--'
boxplot.meanprops.linewidth | float | 1.0
boxplot.meanprops.marker | str | '^'
boxplot.meanprops.markeredgecolor | color | 'C2'
boxplot.meanprops.markerfacecolor | color | 'C2'
boxplot.meanprops.markersize | float | 6.0
boxplot.medianprops.color | color | 'C1'
boxplot.medianprops.linestyle | linestyle | '-'
boxplot.medianprops.linewidth | float | 1.0
boxplot.notch | bool | False
boxplot.patchartist | bool | False
boxplot.showbox | bool | True
boxplot.showcaps | bool | True
boxplot.showfliers | bool | True
boxplot.showmeans | bool | False
boxplot.vertical | bool | True
boxplot.whiskerprops.color | color | 'black'
boxplot.whiskerprops.linestyle | linestyle | '-'
boxplot.whiskerprops.linewidth | float | 1.0
boxplot.whiskers | whiskers | 1.5
contour.algorithm | mpl2005,mpl2014,serial,threaded | 'mpl2014'
contour.corner_mask | bool | True
contour.linewidth | float_or_None | None
contour.negative_linestyle | linestyle | 'dashed'
date.autoformatter.day | str | '%Y-%m-%d'
date.autoformatter.hour | str | '%m-%d %H'
date.autoformatter.microsecond | str | '%M:%S.%f'
date.autoformatter.minute | str | '%d %H:%M'
date.autoformatter.month | str | '%Y-%m'
date.autoformatter.second | str | '%H:%M:%S'
date.autoformatter.year | str | '%Y'
date.converter | auto,concise | 'auto'
date.epoch | date | '1970-01-01T00:00:00'
date.interval_multiples | bool | True
docstring.hardcopy | bool | False
errorbar.capsize | float | 0.0
figure.autolayout | bool | False
figure.constrained_layout.h_pad | float | 0.04167
figure.constrained_layout.hspace | greaterequal0_lessthan1 | 0.02
figure.constrained_layout.use | bool | False
figure.constrained_layout.w_pad | float | 0.04167
figure.constrained_layout.wspace | greaterequal0_lessthan1 | 0.02
figure.dpi | float | 100.0
figure.edgecolor | color | 'white'
figure.facecolor | color | 'white'
figure.figsize | floatlist | [6.4, 4.8]
figure.frameon | bool | True
figure.hooks | strlist | []
figure.labelsize | fontsize | 'large'
figure.labelweight | fontweight | 'normal'
figure.max_open_warning | int | 20
figure.raise_window | bool | True
figure.subplot.bottom | greaterequal0_lessequal1 | 0.11
figure.subplot.hspace | greaterequal0_lessthan1 | 0.2
figure.subplot.left | greaterequal0_lessequal1 | 0.125
figure.subplot.right | greaterequal0_lessequal1 | 0.9
figure.subplot.top | greaterequal0_lessequal1 | 0.88
figure.subplot.wspace | greaterequal0_lessthan1 | 0.2
figure.titlesize | fontsize | 'large'
figure.titleweight | fontweight | 'normal'
font.cursive | strlist | ['Apple Chancery', 'Textile', 'Zapf Chancery', 'Sand', 'Script MT', 'Felipa', 'Comic Neue', 'Comic Sans MS', 'cursive']
font.family | strlist | ['sans-serif']
font.fantasy | strlist | ['Chicago', 'Charcoal', 'Impact', 'Western', 'Humor Sans', 'xkcd', 'fantasy']
font.monospace | strlist | ['DejaVu Sans Mono', 'Bitstream Vera Sans Mono', 'Computer Modern Typewriter', 'Andale Mono', 'Nimbus Mono L', 'Courier New', 'Courier', 'Fixed', 'Terminal', 'monospace']
font.sans-serif | strlist | ['DejaVu Sans', 'Bitstream Vera Sans', 'Computer Modern Sans Serif', 'Lucida Grande', 'Verdana', 'Geneva', 'Lucid', 'Arial', 'Helvetica', 'Avant Garde', 'sans-serif']
font.serif | strlist | ['DejaVu Serif', 'Bitstream Vera Serif', 'Computer Modern Roman', 'New Century Schoolbook', 'Century Schoolbook L', 'Utopia', 'ITC Bookman', 'Bookman', 'Nimbus Roman No9 L', 'Times New Roman', 'Times', 'Palatino', 'Charter', 'serif']
font.size | float | 10.0
font.stretch | fontstretch | 'normal'
font.style | str | 'normal'
font.variant | str | 'normal'
font.weight | fontweight | 'normal'
grid.alpha | float | 1.0
grid.color | color | '#b0b0b0'
grid.linestyle | linestyle | '-'
grid.linewidth | float | 0.8
hatch.color | color | 'black'
hatch.linewidth | float | 1.0
hist.bins | hist_bins | 10
image.aspect | aspect | 'equal'
image.cmap | cmap | 'viridis'
image.composite_image | bool | True
image.interpolation | str | 'antialiased'
image.lut | int | 256
image.origin | upper,lower | 'upper'
image.resample | bool | True
interactive | bool | False
keymap.back | strlist | ['left', 'c', 'backspace', 'MouseButton.BACK']
keymap.copy | strlist | ['ctrl+c', 'cmd+c']
keymap.forward | strlist | ['right', 'v', 'MouseButton.FORWARD']
keymap.fullscreen | strlist | ['f', 'ctrl+f']
keymap.grid | strlist | ['g']
keymap.grid_minor | strlist | ['G']
keymap.help | strlist | ['f1']
keymap.home | strlist | ['h', 'r', 'home']
keymap.pan | strlist | ['p']
keymap.quit | strlist | ['ctrl+w', 'cmd+w', 'q']
keymap.quit_all | strlist | []
keymap.save | strlist | ['s', 'ctrl+s']
keymap.xscale | strlist | ['k', 'L']
keymap.yscale | strlist | ['l']
keymap.zoom | strlist | ['o']
legend.borderaxespad | float | 0.5
legend.borderpad | float | 0.4
legend.columnspacing | float | 2.0
legend.edgecolor | color_or_inherit | '0.8'
legend.facecolor | color_or_inherit | 'inherit'
legend.fancybox | bool | True
legend.fontsize | fontsize | 'medium'
legend.framealpha | float_or_None | 0.8
legend.frameon | bool | True
legend.handleheight | float | 0.7
legend.handlelength | float | 2.0
legend.handletextpad | float | 0.8
legend.labelcolor | color_or_linecolor | 'None'
legend.labelspacing | float | 0.5
legend.loc | best,upper right,upper left,lower left,lower right,right,center left,center right,lower center,upper center,center | 'best'
legend.markerscale | float | 1.0
legend.numpoints | int | 1
legend.scatterpoints | int | 1
legend.shadow | bool | False
legend.title_fontsize | fontsize_None | None
lines.antialiased | bool | True
lines.color | color | 'C0'
lines.dash_capstyle | CapStyle | 'butt'
lines.dash_joinstyle | JoinStyle | 'round'
lines.dashdot_pattern | floatlist | [6.4, 1.6, 1.0, 1.6]
lines.dashed_pattern | floatlist | [3.7, 1.6]
lines.dotted_pattern | floatlist | [1.0, 1.65]
lines.linestyle | linestyle | '-'
lines.linewidth | float | 1.5
lines.marker | str | 'None'
lines.markeredgecolor | color_or_auto | 'auto'
lines.markeredgewidth | float | 1.0
lines.markerfacecolor | color_or_auto | 'auto'
lines.markersize | float | 6.0
lines.scale_dashes | bool | True
lines.solid_capstyle | CapStyle | 'projecting'
lines.solid_joinstyle | JoinStyle | 'round'
markers.fillstyle | full,left,right,bottom,top,none | 'full'
mathtext.bf | font_properties | 'sans:bold'
mathtext.cal | font_properties | 'cursive'
mathtext.default | rm,cal,it,tt,sf,bf,default,bb,frak,scr,regular | 'it'
mathtext.fallback | mathtext_fallback | 'cm'
mathtext.fontset | dejavusans,dejavuserif,cm,stix,stixsans,custom | 'dejavusans'
mathtext.it | font_properties | 'sans:italic'
mathtext.rm | font_properties | 'sans'
mathtext.sf | font_properties | 'sans'
mathtext.tt | font_properties | 'monospace'
patch.antialiased | bool | True
patch.edgecolor | color | 'black'
patch.facecolor | color | 'C0'
patch.force_edgecolor | bool | False
patch.linewidth | float | 1.0
path.effects | anylist | []
path.simplify | bool | True
path.simplify_threshold | greaterequal0_lessequal1 | 0.111111111111
path.sketch | sketch | None
path.snap | bool | True
pcolor.shading | auto,flat,nearest,gouraud | 'auto'
pcolormesh.snap | bool | True
pdf.compression | int | 6
pdf.fonttype | fonttype | 3
pdf.inheritcolor | bool | False
pdf.use14corefonts | bool | False
pgf.preamble | str | ''
pgf.rcfonts | bool | True
pgf.texsystem | xelatex,lualatex,pdflatex | 'xelatex'
polaraxes.grid | bool | True
ps.distiller.res | int | 6000
ps.fonttype | fonttype | 3
ps.papersize | auto,letter,legal,ledger,a0,a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,b0,b1,b2,b3,b4,b5,b6,b7,b8,b9,b10 | 'letter'
ps.useafm | bool | False
ps.usedistiller | ps_distiller | None
savefig.bbox | bbox | None
savefig.directory | pathlike | '~'
savefig.dpi | dpi | 'figure'
savefig.edgecolor | color_or_auto | 'auto'
savefig.facecolor | color_or_auto | 'auto'
savefig.format | str | 'png'
savefig.orientation | landscape,portrait | 'portrait'
savefig.pad_inches | float | 0.1
savefig.transparent | bool | False
scatter.edgecolors | str | 'face'
scatter.marker | str | 'o'
svg.fonttype | none,path | 'path'
svg.hashsalt | str_or_None | None
svg.image_inline | bool | True
text.antialiased | bool | True
text.color | color | 'black'
text.hinting | default,no_autohint,force_autohint,no_hinting,auto,native,either,none | 'force_autohint'
text.hinting_factor | int | 8
text.kerning_factor | int | 0
text.latex.preamble | str | ''
text.parse_math | bool | True
text.usetex | bool | False
timezone | str | 'UTC'
tk.window_focus | bool | False
toolbar | toolbar | 'toolbar2'
webagg.address | str | '127.0.0.1'
webagg.open_in_browser | bool | True
webagg.port | int | 8988
webagg.port_retries | int | 50
xaxis.labellocation | left,center,right | 'center'
xtick.alignment | center,right,left | 'center'
xtick.bottom | bool | True
xtick.color | color | 'black'
xtick.direction | out,in,inout | 'out'
xtick.labelbottom | bool | True
xtick.labelcolor | color_or_inherit | 'inherit'
xtick.labelsize | fontsize | 'medium'
xtick.labeltop | bool | False
xtick.major.bottom | bool | True
xtick.major.pad | float | 3.5
xtick.major.size | float | 3.5
xtick.major.top | bool | True
xtick.major.width | float | 0.8
xtick.minor.bottom | bool | True
xtick.minor.pad | float | 3.4
xtick.minor.size | float | 2.0
xtick.minor.top | bool | True
xtick.minor.visible | bool | False
xtick.minor.width | float | 0.6
xtick.top | bool | False
yaxis.labellocation | bottom,center,top | 'center'
ytick.alignment | center,top,bottom,baseline,center_baseline | 'center_baseline'
ytick.color | color | 'black'
ytick.direction | out,in,inout | 'out'
ytick.labelcolor | color_or_inherit | 'inherit'
ytick.labelleft | bool | True
ytick.labelright | bool | False
ytick.labelsize | fontsize | 'medium'
ytick.left | bool | True
ytick.major.left | bool | True
ytick.major.pad | float | 3.5
ytick.major.right | bool | True
ytick.major.size | float | 3.5
ytick.major.width | float | 0.8
ytick.minor.left | bool | True
ytick.minor.pad | float | 3.4
ytick.minor.right | bool | True
ytick.minor.size | float | 2.0
ytick.minor.visible | bool | False
ytick.minor.width | float | 0.6
ytick.right | bool | False
"""
