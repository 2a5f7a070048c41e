/** What tensors the lines of the learner's code give names to. */
import { tellOfSpreads } from '../autograd/spread.ts';
import { sameShape, type Shape } from '../backend/layout.ts';
import type { LineValue, RunId } from '../protocol/protocol.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { PythonKnowledge } from './advice/advisor.ts';
import { Broadcasts } from './broadcasts.ts';
import type { EventPort } from './events.ts';
import type { NamedNode } from './graph/run-graph.ts';
import { LatestTensor, LooksOfRun } from './latest-tensor.ts';

/** Names in lines of code, as Python tells of them. */
export interface NamedLines {
  readonly document: string;
  readonly kind: LineValue['kind'];
  readonly names: readonly (readonly [line: number, name: string])[];
}

/** Names that are noted; in a long notebook the oldest are forgotten. Python stops earlier in a single run. */
const MOST_NAMES = 1000;
/** Shapes of a name that are told apart, dimensions of a shape, characters of a name. */
const MOST = { shapes: 8, dimensions: 64, characters: 100 };
/** Milliseconds before the first message of a run that goes on, and between two of them. */
const PAUSE = { first: 300, further: 1000 };
/** Milliseconds that a note takes, and how many all of them may take: some at first, and a part of the run's time. */
const NOTE_MILLISECONDS = 0.003;
const ALLOWED = { atFirst: 4, part: 0.12 };
/** Notes between two looks at the clock; and how often a name is noted before it can be given up for the time that it takes. */
const CLOCK_EVERY = 64;
const LEAST_NOTES = 256;

/** What the names are noted for: their values, which are told; the graph, which goes by the latest of each. */
export interface Interest {
  readonly values: boolean;
  readonly graph: boolean;
}

class NamedValue {
  readonly latest: LatestTensor;
  #shapes: Shape[] = [];
  #shape: Shape | null = null;
  #dtype = '';
  #count = 0;
  #isMore = false;
  #requiresGrad = false;
  #gradFn = '';
  #made = 0;
  /** It has had another shape since it was told. */
  isNew = false;
  /** It has had a tensor in this run. */
  isOfRun = false;

  constructor(
    private readonly place: Pick<LineValue, 'document' | 'line' | 'kind' | 'name'>,
    run: LooksOfRun,
  ) {
    this.latest = new LatestTensor(run);
  }

  get count(): number {
    return this.#count;
  }

  take(tensor: Tensor): void {
    this.#count++;
    this.isOfRun = true;
    const { shape, dtype } = tensor;
    if (this.#shape === null || !sameShape(this.#shape, shape)) this.#takeShape(shape);
    if (this.#dtype !== dtype) {
      this.#dtype = dtype;
      this.isNew = true;
    }
    this.#requiresGrad = tensor.requiresGrad;
    this.#gradFn = tensor.node?.name ?? '';
    this.#made = tensor.node?.sequence ?? this.#made;
    this.latest.take(tensor, this.#count);
  }

  /** A node of the tape has made one of its tensors: what that took is much more than to note it. */
  get isMade(): boolean {
    return this.#made > 0;
  }

  /** Which node made the latest of its tensors that one has made; null: none. */
  get made(): NamedNode | null {
    const { name, document, line } = this.place;
    return this.isMade ? { name, place: { document, line }, sequence: this.#made } : null;
  }

  giveUp(): void {
    this.#isMore = true;
  }

  told(isLast: boolean): LineValue {
    const summary = isLast ? this.latest.summary() : null;
    return {
      ...this.place,
      shapes: [...this.#shapes],
      dtype: this.#dtype,
      count: this.#count,
      requiresGrad: this.#requiresGrad,
      gradFn: this.#gradFn.slice(0, MOST.characters),
      ...(this.#isMore ? { isMore: true } : {}),
      ...(summary === null ? {} : { summary }),
    };
  }

  #takeShape(shape: Shape): void {
    this.#shape = shape;
    const others = this.#shapes.filter((known) => !sameShape(known, shape));
    this.isNew ||= others.length === this.#shapes.length;
    this.#shapes = [...others.slice(1 - MOST.shapes), shape];
  }
}

/** Collects what Python notes, and tells of it now and then and at the end. */
export class LineValues {
  readonly #port: EventPort;
  readonly #broadcasts: Broadcasts;
  readonly #looks: LooksOfRun;
  #run: RunId = 0;
  #isOn = false;
  #interest: Interest = { values: false, graph: false };
  /** What the code gives names to meanwhile is not the learner's doing. */
  isAside = false;
  readonly #values = new Map<number, NamedValue>();
  #named = 0;
  #began = 0;
  #notes = 0;
  #isLate = false;
  #posted = 0;
  #hasNew = false;

  constructor(port: EventPort, place: PythonKnowledge['place']) {
    this.#port = port;
    this.#looks = new LooksOfRun(port.now);
    this.#broadcasts = new Broadcasts(place);
  }

  /**
   * @param interest `graph`: the names are wanted for the graph alone, and nothing is told
   * @param continues whether the names of the run before are noted further
   */
  begin(run: RunId, interest: Interest, continues: boolean): void {
    this.#run = run;
    const isOn = interest.values || interest.graph;
    this.#isOn = isOn;
    this.#interest = interest;
    this.isAside = false;
    if (!continues) this.#values.clear();
    for (const value of this.#values.values()) value.isOfRun = false;
    this.#began = this.#posted = this.#port.now();
    this.#posted += PAUSE.first - PAUSE.further;
    this.#notes = 0;
    this.#isLate = this.#hasNew = false;
    this.#looks.begin();
    this.#broadcasts.begin();
    const { took } = this.#broadcasts;
    tellOfSpreads(isOn ? (...spread) => this.isAside || took(...spread) : null);
  }

  /** More names are going to be noted. @returns the number of the first */
  name({ document, kind, names }: NamedLines): number {
    const first = this.#named;
    for (const [line, name] of names.slice(0, MOST_NAMES)) {
      const place = { document, line, kind, name: name.slice(0, MOST.characters) };
      this.#values.set(this.#named++, new NamedValue(place, this.#looks));
    }
    this.#forgetOldest();
    return first;
  }

  /** A name has a tensor. @returns whether it is not to be noted any more */
  note(index: number, tensor: Tensor): boolean {
    const value = this.#values.get(index);
    if (this.isAside) return false;
    if (value === undefined || !this.#isOn || tensor.rank > MOST.dimensions) return true;
    value.take(tensor);
    if (value.isNew) this.#hasNew = true;
    if (++this.#notes % CLOCK_EVERY === 0) this.#lookAtTheClock();
    const isOfGraph = this.#interest.graph && value.isMade;
    if (!this.#isLate || isOfGraph || value.count < LEAST_NOTES) return false;
    value.giveUp();
    return true;
  }

  /** What nodes of the tape have made of what the lines have named. */
  made(): readonly NamedNode[] {
    return [...this.#values.values()].flatMap(({ made }) => made ?? []);
  }

  /** Tells of names that have had other shapes, where a run goes on. */
  flushIfDue(): void {
    if (!this.#isOn || (!this.#hasNew && !this.#broadcasts.hasNew)) return;
    if (this.#port.now() - this.#posted >= PAUSE.further) this.#post(({ isNew }) => isNew, false);
  }

  /** The run is over: tells of all, with the values, and lets go of them. */
  end(): void {
    if (!this.#isOn) return;
    tellOfSpreads(null);
    this.#isOn = false;
    this.#post(({ isOfRun }) => isOfRun, true);
    for (const { latest } of this.#values.values()) latest.release();
  }

  #forgetOldest(): void {
    for (const [number, { latest }] of this.#values) {
      if (this.#values.size <= MOST_NAMES) return;
      latest.release();
      this.#values.delete(number);
    }
  }

  #post(isWanted: (value: NamedValue) => boolean, isLast: boolean): void {
    if (!this.#interest.values) return;
    const values = [...this.#values.values()].filter(isWanted);
    this.#posted = this.#port.now();
    this.#hasNew = false;
    for (const value of values) value.isNew = false;
    const told = values.map((value) => value.told(isLast));
    const broadcasts = this.#broadcasts.told();
    this.#port.post({ type: 'lineValues', run: this.#run, values: told, broadcasts, isLast });
  }

  #lookAtTheClock(): void {
    const elapsed = this.#port.now() - this.#began;
    this.#isLate = this.#notes * NOTE_MILLISECONDS > ALLOWED.atFirst + ALLOWED.part * elapsed;
  }
}
