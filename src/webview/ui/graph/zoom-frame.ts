/** A frame in which a picture scrolls, is dragged, and is made larger or smaller. */

import { create, scrolled } from '../elements/dom.ts';

const STEP = 1.25;
const ZOOM = { least: 0.1, most: 4 };
/** A picture is not made smaller than this by itself: its words would not be read. */
const LEAST_FIT = 0.55;

interface Size {
  readonly width: number;
  readonly height: number;
}

export class ZoomFrame {
  readonly element: HTMLElement;
  #picture: SVGSVGElement | undefined;
  #size: Size = { width: 1, height: 1 };
  /** Null: as large as fits. */
  #zoom: number | null = null;

  /** `name` is what a screen reader says. */
  constructor(name: string) {
    this.element = scrolled(create('div', 'zoom-frame'), name);
    this.element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.element.addEventListener('pointerdown', (event) => this.#drag(event));
    new ResizeObserver(() => this.#resize()).observe(this.element);
  }

  /** Shows another picture of this size, in CSS pixels, with the zoom as it was. */
  show(picture: SVGSVGElement, size: Size): void {
    const { scrollLeft, scrollTop } = this.element;
    this.#picture = picture;
    this.#size = size;
    this.element.replaceChildren(picture);
    this.#resize();
    this.element.scrollTo(scrollLeft, scrollTop);
  }

  /** Does what `+`, `-` and `0` stand for; returns whether the key is one of them. */
  zoomBy(key: string): boolean {
    if (key === '+' || key === '=') this.#set(this.#now * STEP);
    else if (key === '-') this.#set(this.#now / STEP);
    else if (key === '0') this.#set(null);
    else return false;
    return true;
  }

  get #now(): number {
    const fit = Math.min(1, this.element.clientWidth / this.#size.width);
    return this.#zoom ?? Math.max(LEAST_FIT, fit);
  }

  #set(zoom: number | null): void {
    this.#zoom = zoom === null ? null : Math.min(ZOOM.most, Math.max(ZOOM.least, zoom));
    this.#resize();
  }

  #resize(): void {
    const zoom = this.#now;
    this.#picture?.setAttribute('width', String(Math.floor(zoom * this.#size.width)));
    this.#picture?.setAttribute('height', String(Math.floor(zoom * this.#size.height)));
  }

  /** With Ctrl, as the editor zooms; also what a touchpad's pinch is. */
  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.#set(this.#now * (event.deltaY < 0 ? STEP : 1 / STEP));
  }

  #drag({ pointerId, pointerType, button, clientX, clientY, target }: PointerEvent): void {
    if (button !== 0 || pointerType === 'touch') return;
    if (target instanceof Element && target.closest('[role=button]') !== null) return;
    const { element } = this;
    const { scrollLeft, scrollTop } = element;
    const move = (event: PointerEvent): void =>
      element.scrollTo(scrollLeft - event.clientX + clientX, scrollTop - event.clientY + clientY);
    const end = (): void => {
      element.removeEventListener('pointermove', move);
      element.classList.remove('dragged');
    };
    element.setPointerCapture(pointerId);
    element.classList.add('dragged');
    element.addEventListener('pointermove', move);
    element.addEventListener('lostpointercapture', end, { once: true });
  }
}
