import { join } from 'node:path';
import type { ToPage } from '../../src/terminal/web/live-messages.ts';
import { bundleClient, LiveFeed } from './live-feed.ts';
import { LiveReader } from './live-reader.ts';
import { endWithBreach, FORM, ISSUES, playChat, playHostile, playLong } from './made-runs.ts';

const long = playLong(12);

/** What the page is told for each picture. */
const SCENES: Readonly<Record<string, () => readonly ToPage[]>> = {
  waiting: () => [{ kind: 'ask', form: FORM, issues: [] }],
  refused: () => [{ kind: 'ask', form: { ...FORM, isTargetFixed: true }, issues: ISSUES }],
  warm: () => long.slice(0, 20),
  running: () => [
    ...long.slice(0, 1 + 470),
    { kind: 'note', text: 'A second look at fresh data: GET /api/v1/items may be worse than the baseline.' },
  ],
  closed: () => long.slice(0, 1 + 520),
  ended: () => [...long, { kind: 'end', end: endWithBreach() }],
  many: () => playLong(60, 4),
  chat: () => playChat().slice(0, 10),
  hostile: () => playHostile(),
};

/** Pictures of one page, from its top. */
const SCREENS = 5;

/** `node test/live-page/take-pictures.ts FOLDER [SCENE…]`: the page in both themes, wide and narrow, to be looked at. */
async function takePictures(folder: string, wanted: readonly string[]): Promise<void> {
  const reader = await LiveReader.open();
  const script = await bundleClient();
  for (const [name, tell] of Object.entries(SCENES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const feed = await LiveFeed.open(script);
    feed.tell(...tell());
    for (const [width, theme] of [
      [1_800, 'light'],
      [1_280, 'light'],
      [1_280, 'dark'],
      [375, 'light'],
      [375, 'dark'],
    ] as const) {
      const { page, noise } = await reader.openPage(feed.url, { width, theme });
      await page.evaluate('new Promise((done) => setTimeout(done, 1500))');
      const most = Number(await page.evaluate('Math.ceil(document.documentElement.scrollHeight / innerHeight)'));
      for (let screen = 0; screen < Math.min(most, SCREENS); screen++) {
        await page.evaluate(`scrollTo(0, ${screen} * (innerHeight - 110))`);
        await page.evaluate('new Promise((done) => setTimeout(done, 300))');
        await page.screenshot({ path: join(folder, `${name}-${theme}-${width}-${screen}.png`) });
      }
      if (noise.length > 0) throw new Error(`${name}: ${noise.join('; ')}`);
      await reader.closePages();
    }
    await feed.close();
  }
  await reader.close();
}

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) throw new Error('say into which folder the pictures go');
await takePictures(folder, wanted);
