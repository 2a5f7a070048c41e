/** matplotlib's markers as symbols of Observable Plot. */

/** What Observable Plot takes for a symbol; `area` is that of a circle as large. */
export interface MarkerSymbol {
  draw(context: Pen, area: number): void;
}

interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

type Point = readonly [x: number, y: number];

/** Lines through points, in parts of the marker's size, y upwards; a closed outline, or strokes by themselves. */
interface Shape {
  readonly paths: readonly (readonly Point[])[];
  readonly open?: true;
}

/** Marks that are strokes only. */
const STROKED: ReadonlySet<string> = new Set(['+', 'x', '|', '_', '1', '2', '3', '4']);

export function isStroked(marker: string): boolean {
  return STROKED.has(marker);
}

/** A symbol of as many CSS pixels across as its radius says twice. */
export function markerSymbol(marker: string): 'circle' | MarkerSymbol {
  const shape = SHAPES[marker];
  if (shape === undefined) return 'circle';
  return {
    draw(context, area) {
      const size = 2 * Math.sqrt(area / Math.PI);
      for (const path of shape.paths) {
        path.forEach(([x, y], index) =>
          index === 0 ? context.moveTo(x * size, -y * size) : context.lineTo(x * size, -y * size),
        );
        if (shape.open !== true) context.closePath();
      }
    },
  };
}

/** Part of its size that a marker takes: a point is a small circle, a pixel hardly anything. */
export function markerPart(marker: string): number {
  return marker === '.' ? 0.5 : marker === ',' ? 0.17 : 1;
}

function polygon(corners: number, start: number, inner = 1): Shape {
  const count = inner === 1 ? corners : 2 * corners;
  const path = [...Array(count).keys()].map((index): Point => {
    const [angle, radius] = [start + (2 * Math.PI * index) / count, index % 2 === 1 ? inner / 2 : 0.5];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return { paths: [path] };
}

function turned({ paths, ...rest }: Shape, quarters: number): Shape {
  const turn = ([x, y]: Point): Point => [-y, x];
  const times = (point: Point): Point => [...Array(quarters).keys()].reduce<Point>(turn, point);
  return { ...rest, paths: paths.map((path) => path.map(times)) };
}

const UP = Math.PI / 2;
const TRIANGLE: Shape = {
  paths: [
    [
      [0, 0.5],
      [-0.5, -0.5],
      [0.5, -0.5],
    ],
  ],
};
const TRIPOD: Shape = {
  open: true,
  paths: [
    [
      [0, 0],
      [0, -0.5],
    ],
    [
      [0, 0],
      [0.4, 0.25],
    ],
    [
      [0, 0],
      [-0.4, 0.25],
    ],
  ],
};
const UPRIGHT: Shape = {
  open: true,
  paths: [
    [
      [0, -0.5],
      [0, 0.5],
    ],
  ],
};
const PLUS: Shape = { open: true, paths: [...UPRIGHT.paths, ...turned(UPRIGHT, 1).paths] };
const [S, L] = [1 / 6, 0.5];
const FILLED_PLUS: readonly Point[] = [
  [-S, -L],
  [S, -L],
  [S, -S],
  [L, -S],
  [L, S],
  [S, S],
  [S, L],
  [-S, L],
  [-S, S],
  [-L, S],
  [-L, -S],
  [-S, -S],
];
/** From an upright cross to a lying one of the same box. */
const slanted = ([x, y]: Point): Point => [(3 / 4) * (x - y), (3 / 4) * (x + y)];

const SHAPES: Readonly<Record<string, Shape>> = {
  s: {
    paths: [
      [
        [-0.5, -0.5],
        [0.5, -0.5],
        [0.5, 0.5],
        [-0.5, 0.5],
      ],
    ],
  },
  D: scaled(polygon(4, 0), Math.SQRT2, Math.SQRT2),
  d: scaled(polygon(4, 0), 0.6 * Math.SQRT2, Math.SQRT2),
  '^': TRIANGLE,
  '<': turned(TRIANGLE, 1),
  v: turned(TRIANGLE, 2),
  '>': turned(TRIANGLE, 3),
  '8': polygon(8, Math.PI / 8),
  p: polygon(5, UP),
  h: polygon(6, UP),
  H: polygon(6, 0),
  '*': polygon(5, UP, 0.381966),
  '+': PLUS,
  x: { open: true, paths: PLUS.paths.map((path) => path.map(([x, y]): Point => [x - y, x + y])) },
  P: { paths: [FILLED_PLUS] },
  X: { paths: [FILLED_PLUS.map(slanted)] },
  '|': UPRIGHT,
  _: turned(UPRIGHT, 1),
  '1': TRIPOD,
  '2': turned(TRIPOD, 2),
  '3': turned(TRIPOD, 3),
  '4': turned(TRIPOD, 1),
};

function scaled({ paths, ...rest }: Shape, across: number, up: number): Shape {
  return { ...rest, paths: paths.map((path) => path.map(([x, y]): Point => [x * across, y * up])) };
}
