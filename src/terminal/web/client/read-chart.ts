import { KEPT } from './patch-element.ts';

/** What stands beside a chart for those who read it: `renderChart` of the reports writes it. */
interface Points {
  readonly title: string;
  /** Thousandths of the width. */
  readonly at: readonly number[];
  readonly moments: readonly string[];
  readonly values: readonly (readonly (string | 0)[])[];
}

/** Reads one chart out to pointer, finger and keyboard, and goes on doing so when the chart is drawn anew. */
export class ChartReader {
  readonly figure: HTMLElement;
  readonly #cursor = make('div', 'cursor');
  readonly #moment = make('span', 'moment');
  readonly #range = document.createElement('input');
  #points: Points | undefined;
  #index: number | undefined;
  #isPointed = false;

  constructor(figure: HTMLElement) {
    this.figure = figure;
    this.#range.className = 'reader';
    Object.assign(this.#range, { type: 'range', min: '0', step: '1', value: '0' });
    for (const kept of [this.#cursor, this.#range]) kept.setAttribute(KEPT, '');
    this.#cursor.append(this.#moment);
    this.#listen();
    this.follow();
  }

  /** After the chart was drawn: takes its new points, and shows what stands at the same moment now. */
  follow(): void {
    const plot = this.figure.querySelector('.plot');
    const block = this.figure.querySelector('script[type="application/json"]');
    if (!plot || !block) return;
    this.#points = JSON.parse(block.textContent) as Points;
    this.#range.max = String(Math.max(0, this.#points.at.length - 1));
    this.#range.setAttribute('aria-label', `Read the chart: ${this.#points.title}`);
    if (this.#range.parentElement !== plot) plot.append(this.#cursor, this.#range);
    if (this.#index !== undefined) this.#show(Math.min(this.#index, this.#points.at.length - 1));
  }

  #listen(): void {
    const point = (event: PointerEvent): void => {
      const box = this.#range.getBoundingClientRect();
      this.#isPointed = true;
      this.#show(this.#nearest((event.clientX - box.left) / box.width));
    };
    this.#range.addEventListener('pointermove', point);
    this.#range.addEventListener('pointerdown', point);
    this.#range.addEventListener('pointerleave', () => {
      this.#isPointed = false;
      if (document.activeElement !== this.#range) this.#hide();
    });
    this.#range.addEventListener('input', () => {
      if (!this.#isPointed) this.#show(Number(this.#range.value));
    });
    this.#range.addEventListener('focus', () => this.#show(Number(this.#range.value)));
    this.#range.addEventListener('blur', () => this.#hide());
  }

  #nearest(share: number): number {
    const at = this.#points?.at ?? [];
    const distance = (index: number): number => Math.abs((at[index] ?? 0) / 1_000 - share);
    return at.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0);
  }

  #show(index: number): void {
    if (!this.#points || index < 0) return;
    const { at, moments, values } = this.#points;
    const share = (at[index] ?? 0) / 1_000;
    const texts = values.map((column) => column[index] || '–');
    const outputs = [...this.figure.querySelectorAll('.legend .value')];
    const labels = outputs.map(({ parentNode }) => listTexts(parentNode));
    this.#index = index;
    this.#cursor.style.left = `${share * 100}%`;
    this.#cursor.classList.toggle('late', share > 0.6);
    this.#moment.textContent = moments[index] ?? '';
    this.figure.classList.add('read');
    for (const [place, output] of outputs.entries()) output.textContent = texts[place] ?? '';
    this.#range.value = String(index);
    this.#range.setAttribute(
      'aria-valuetext',
      `${moments[index] ?? ''}: ${labels.map((label, place) => `${label} ${texts[place] ?? ''}`).join(', ')}`,
    );
  }

  #hide(): void {
    this.#index = undefined;
    this.figure.classList.remove('read');
    for (const output of this.figure.querySelectorAll('.legend .value')) output.textContent = '';
  }
}

/** The text of a legend's entry, without the value beside it. */
function listTexts(entry: Node | null): string {
  return [...(entry?.childNodes ?? [])].map((node) => (node instanceof Text ? node.data : '')).join('');
}

function make(name: string, className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
