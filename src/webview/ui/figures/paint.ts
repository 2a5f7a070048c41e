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
    context.fill(path);
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
  context.imageSmoothingEnabled = false;
  const { x, y, width, height } = frame;
  context.drawImage(canvas, x.baseVal.value, y.baseVal.value, width.baseVal.value, height.baseVal.value);
}

const ALIGN: Readonly<Record<string, CanvasTextAlign>> = { start: 'left', middle: 'center', end: 'right' };

/** One line each; `dy` in em, as Plot writes it. */
function paintText(
  context: CanvasRenderingContext2D,
  element: SVGTextElement,
  style: CSSStyleDeclaration,
  opacity: number,
): void {
  context.globalAlpha = opacity * Number(style.fillOpacity);
  context.fillStyle = style.fill;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = ALIGN[style.textAnchor] ?? 'left';
  const size = parseFloat(style.fontSize);
  const length = (text: string | null): number =>
    (parseFloat(text ?? '0') || 0) * (text?.endsWith('em') === true ? size : 1);
  const lines = element.querySelectorAll('tspan');
  const start = {
    x: length(element.getAttribute('x')),
    y: length(element.getAttribute('y')) + length(element.getAttribute('dy')),
  };
  if (lines.length === 0) return context.fillText(element.textContent, start.x, start.y);
  let y = start.y;
  for (const line of lines) {
    y = line.hasAttribute('y') ? length(line.getAttribute('y')) : y;
    y += length(line.getAttribute('dy'));
    context.fillText(line.textContent, start.x, y);
  }
}
