/**
 * An SVG painted onto a canvas, element by element: the page's policy lets no picture be loaded, so that the browser
 * cannot be asked to. It knows what figures are made of: paths, lines, rectangles, circles, texts and canvases.
 */

/** Base64 of a PNG; `scale`: pixels for each unit. The SVG must be in the page, for its styles and places to be known. */
export function svgPng(svg: SVGSVGElement, scale: number): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(svg.width.baseVal.value * scale);
  canvas.height = Math.ceil(svg.height.baseVal.value * scale);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const base = svg.getScreenCTM()?.inverse() ?? new DOMMatrix();
  for (const element of svg.querySelectorAll<SVGGraphicsElement>(
    'path, line, rect, circle, text, foreignObject',
  )) {
    if (element.closest('defs, clipPath, marker') !== null) continue;
    const place = element.getScreenCTM();
    if (place === null) continue;
    context.save();
    clip(context, element, base, scale);
    context.setTransform(new DOMMatrix().scale(scale).multiply(base).multiply(place));
    paint(context, element);
    context.restore();
  }
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

/** The rectangle that an element, or a group around it, is clipped to. */
function clip(
  context: CanvasRenderingContext2D,
  element: SVGGraphicsElement,
  base: DOMMatrix,
  scale: number,
): void {
  const clipped = element.closest<SVGGraphicsElement>('[clip-path]');
  const id = /#([^)"]+)/.exec(clipped?.getAttribute('clip-path') ?? '')?.[1];
  const area =
    id === undefined
      ? null
      : clipped?.ownerSVGElement?.querySelector<SVGRectElement>(`#${CSS.escape(id)} rect`);
  const place = clipped?.getScreenCTM();
  if (!area || !place) return;
  context.setTransform(new DOMMatrix().scale(scale).multiply(base).multiply(place));
  context.beginPath();
  context.rect(
    area.x.baseVal.value,
    area.y.baseVal.value,
    area.width.baseVal.value,
    area.height.baseVal.value,
  );
  context.clip();
}

function paint(context: CanvasRenderingContext2D, element: SVGGraphicsElement): void {
  const style = getComputedStyle(element);
  const opacity = opacityOf(element);
  if (element instanceof SVGForeignObjectElement) return paintCanvas(context, element, opacity);
  if (element instanceof SVGTextElement) return paintText(context, element, style, opacity);
  const path = pathOf(element);
  if (style.fill !== 'none') {
    context.globalAlpha = opacity * Number(style.fillOpacity);
    context.fillStyle = style.fill;
    context.fill(path, style.fillRule === 'evenodd' ? 'evenodd' : 'nonzero');
  }
  if (style.stroke !== 'none') {
    context.globalAlpha = opacity * Number(style.strokeOpacity);
    context.strokeStyle = style.stroke;
    context.lineWidth = parseFloat(style.strokeWidth);
    context.lineJoin = 'round';
    context.setLineDash(
      style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat),
    );
    context.stroke(path);
  }
}

/** Its own times those of the groups around it. */
function opacityOf(element: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at instanceof SVGElement; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
}

function pathOf(element: SVGGraphicsElement): Path2D {
  const number = (name: string): number => parseFloat(element.getAttribute(name) ?? '0') || 0;
  const path = new Path2D(element instanceof SVGPathElement ? (element.getAttribute('d') ?? '') : undefined);
  if (element instanceof SVGRectElement)
    path.rect(number('x'), number('y'), element.width.baseVal.value, element.height.baseVal.value);
  if (element instanceof SVGCircleElement) path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
  if (element instanceof SVGLineElement) {
    path.moveTo(number('x1'), number('y1'));
    path.lineTo(number('x2'), number('y2'));
  }
  return path;
}

function paintCanvas(
  context: CanvasRenderingContext2D,
  frame: SVGForeignObjectElement,
  opacity: number,
): void {
  const canvas = frame.querySelector('canvas');
  if (canvas === null) return;
  context.globalAlpha = opacity;
  context.imageSmoothingEnabled = canvas.classList.contains('smooth');
  const { x, y, width, height } = frame;
  context.drawImage(canvas, x.baseVal.value, y.baseVal.value, width.baseVal.value, height.baseVal.value);
}

/** Runs of letters one after another; a `tspan` with a place of its own begins a line. `dy` is in em or in pixels. */
function paintText(
  context: CanvasRenderingContext2D,
  element: SVGTextElement,
  style: CSSStyleDeclaration,
  opacity: number,
): void {
  context.globalAlpha = opacity * Number(style.fillOpacity);
  context.fillStyle = style.fill;
  context.textAlign = 'left';
  const size = parseFloat(style.fontSize);
  const length = (text: string | null): number =>
    (parseFloat(text ?? '0') || 0) * (text?.endsWith('em') === true ? size : 1);
  const start = {
    x: length(element.getAttribute('x')),
    y: length(element.getAttribute('y')) + length(element.getAttribute('dy')),
  };
  const runs = [...element.querySelectorAll('tspan')];
  const lines: Element[][] = runs.length === 0 ? [[element]] : [];
  for (const run of runs) {
    if (run.hasAttribute('y') || run.hasAttribute('x') || lines.length === 0) lines.push([]);
    lines.at(-1)?.push(run);
  }
  let y = start.y;
  for (const line of lines) y = paintLine(context, line, { x: start.x, y }, style.textAnchor, length);
}

/** Share of a line's width that lies before its place. */
const BEFORE: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

/** Paints a line and gives where its baseline ends. */
function paintLine(
  context: CanvasRenderingContext2D,
  line: readonly Element[],
  start: { readonly x: number; readonly y: number },
  anchor: string,
  length: (text: string | null) => number,
): number {
  const runs = line.map((element) => {
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    context.font = font;
    return { element, font, width: context.measureText(element.textContent).width };
  });
  let x = start.x - runs.reduce((sum, { width }) => sum + width, 0) * (BEFORE[anchor] ?? 0);
  let { y } = start;
  for (const { element, font, width } of runs) {
    if (element.localName === 'tspan') {
      y = element.hasAttribute('y') ? length(element.getAttribute('y')) : y;
      y += length(element.getAttribute('dy'));
    }
    context.font = font;
    context.fillText(element.textContent, x, y);
    x += width;
  }
  return y;
}
