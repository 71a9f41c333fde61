import type { Html } from '../../../report/html/markup.ts';
import { patchElement } from './patch-element.ts';

/** A part of the page that is drawn by itself. */
export interface Part {
  readonly element: HTMLElement;
  /** Empty markup hides the element, unless `isShown` decides. */
  readonly render: () => Html;
  readonly isShown?: () => boolean;
  /** After its elements have changed. */
  readonly onDrawn?: () => void;
}

interface Drawn {
  readonly part: Part;
  isSeen: boolean;
  isStale: boolean;
  /** Not before, ms of `performance.now`. */
  dueAt: number;
}

const EVERY_MS = 1_000;
/** Drawn in one go. */
const FRAME_MS = 30;
/** A part that is dear to draw is drawn less often: it may take this share of the time. */
const SHARE = 0.05;
/** However dear: what somebody looks at is never older. */
const OLDEST_MS = 5_000;

/** Draws what has changed and can be seen, once a second at most, in step with the screen; nothing while the page lies in the background. */
export class DrawLoop {
  readonly #parts = new Map<Element, Drawn>();
  readonly #seen: IntersectionObserver;
  #timer: number | undefined;
  #onDrawn = (): void => {};

  constructor() {
    this.#seen = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: '200px 0px' });
    document.addEventListener('visibilitychange', () => this.#plan());
    window.addEventListener('beforeprint', () => this.#drawAll());
  }

  /** `isAlways`: drawn also where it is out of sight, because what stands below would jump. */
  add(part: Part, isAlways = false): void {
    this.#parts.set(part.element, { part, isSeen: isAlways, isStale: true, dueAt: 0 });
    if (!isAlways) this.#seen.observe(part.element);
  }

  /** Told after each picture. */
  onDrawn(then: () => void): void {
    this.#onDrawn = then;
  }

  /** Something has changed. `now`: somebody has asked for it and waits. */
  refresh(when: 'soon' | 'now' = 'soon'): void {
    for (const drawn of this.#parts.values()) {
      drawn.isStale = true;
      // What is hidden is never seen, so what it waits for is looked at here.
      if (drawn.part.isShown) drawn.part.element.hidden = !drawn.part.isShown();
      if (when === 'now') drawn.dueAt = 0;
    }
    this.#plan();
  }

  /** On paper everything is in sight, and an old picture beside new figures would be wrong. */
  #drawAll(): void {
    for (const drawn of this.#parts.values()) {
      if (!drawn.isStale || drawn.part.isShown?.() === false) continue;
      drawn.isStale = false;
      drawPart(drawn.part);
    }
    this.#onDrawn();
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const drawn = this.#parts.get(target);
      if (drawn) drawn.isSeen = isIntersecting;
    }
    this.#plan();
  }

  #waiting(): readonly Drawn[] {
    return [...this.#parts.values()].filter(({ isSeen, isStale }) => isSeen && isStale);
  }

  #plan(): void {
    const waiting = this.#waiting();
    if (waiting.length === 0 || document.hidden) return;
    clearTimeout(this.#timer);
    const dueAt = Math.min(...waiting.map((each) => each.dueAt));
    this.#timer = setTimeout(() => requestAnimationFrame(() => this.#draw()), Math.max(0, dueAt - performance.now()));
  }

  #draw(): void {
    const beganAt = performance.now();
    for (const drawn of this.#waiting()) {
      const startedAt = performance.now();
      // The rest comes with the next picture, so that the page answers in between.
      if (startedAt - beganAt > FRAME_MS) break;
      if (drawn.dueAt > startedAt) continue;
      drawn.isStale = false;
      drawPart(drawn.part);
      const tookMs = performance.now() - startedAt;
      // A little less than a second, so that each second that comes is drawn.
      drawn.dueAt = startedAt + Math.min(OLDEST_MS, Math.max(EVERY_MS * 0.9, tookMs / SHARE));
    }
    this.#onDrawn();
    this.#plan();
  }
}

function drawPart({ element, render, onDrawn, isShown }: Part): void {
  const html = render();
  if (!isShown) element.hidden = html.toString() === '';
  patchElement(element, html);
  onDrawn?.();
}
