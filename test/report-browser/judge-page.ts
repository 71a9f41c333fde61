import { readFileSync } from 'node:fs';
import { findTool } from '../../.ci/install-tools.ts';
import type { Page } from './open-report.ts';

/** How many pixels of a picture are of a colour (`#rrggbb`), or, without one, not of its most frequent one. */
export async function countPixels(blank: Page, picture: Buffer, colour?: string): Promise<number> {
  const count = await blank.evaluate(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${picture.toString('base64')}';
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = '#' + [data[at], data[at + 1], data[at + 2]].map((part) => part.toString(16).padStart(2, '0')).join('');
      counts.set(colour, (counts.get(colour) || 0) + 1);
    }
    return ${colour === undefined ? 'data.length / 4 - Math.max(...counts.values())' : `counts.get('${colour}') || 0`};
  })()`);
  return Number(count);
}

/**
 * How many pixels of ink each chart has that can be seen, by its id. Only what was measured is left of them from then on: neither grid nor text, levels nor what is
 * beyond them.
 */
export async function measureInk(page: Page, blank: Page): Promise<ReadonlyMap<string, number>> {
  await page.evaluate("for (const mark of document.querySelectorAll('.plot > svg > :not(svg):not(use)')) mark.style.visibility = 'hidden'");
  const ids = (await page.evaluate(
    "[...document.querySelectorAll('figure.chart')].filter((figure) => figure.checkVisibility()).map(({ id }) => id)",
  )) as readonly string[];
  const inks = new Map<string, number>();
  for (const id of ids) inks.set(id, await countPixels(blank, await page.locator(`#${id} .plot`).screenshot()));
  return inks;
}

/** What axe finds that is serious or worse; empty: nothing. */
export async function listSerious(page: Page): Promise<readonly unknown[]> {
  await page.evaluate(readFileSync(findTool('axe'), 'utf8'));
  const found = (await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) })))',
  )) as readonly { readonly impact: string }[];
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}
