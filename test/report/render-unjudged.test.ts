import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { COMMENT_LIMIT, renderMarker } from '../../src/report/render-comment.ts';
import { renderUnjudged, tellUnjudged, type Unjudged } from '../../src/report/render-unjudged.ts';

const LOST: Unjudged = {
  what: 'judged',
  reasons: ['Shard 2 of 4 is missing.', 'Shard 3 of 4 was cut short: ended.'],
  hint: 'run all again',
};

test('the summary says that nothing was judged, what to do, and each reason on a line of its own', () => {
  assert.equal(
    renderUnjudged(LOST),
    '## ⚠️ Inconclusive: nothing was judged\n\n- Shard 2 of 4 is missing.\n- Shard 3 of 4 was cut short: ended.\n\nWhat to do: run all again.\n',
  );
});

test('without a next step the reasons stand alone', () => {
  const text = renderUnjudged({ what: 'measured', reasons: ['the target is not ready'], hint: undefined });
  assert.equal(text, '## ⚠️ Inconclusive: nothing was measured\n\n- the target is not ready\n');
});

test('the comment is news, found again by its key, and names commit and run', () => {
  const told = tellUnjudged(LOST);
  assert.ok(told.hasNews);
  const lines = told.renderComment({ key: 'k', commit: 'a'.repeat(40), runUrl: 'https://github.com/octo/shop/actions/runs/5' }).split('\n');
  assert.deepEqual(lines.slice(0, 2), [renderMarker('k'), '## ⚠️ Inconclusive: nothing was judged']);
  assert.match(lines[3] ?? '', /^commit .*aaaaaaa.* · \[workflow run\]\(https:\/\/github\.com\/octo\/shop\/actions\/runs\/5\)$/);
  assert.ok(lines.includes('- Shard 2 of 4 is missing.'));
});

test('whatever the reasons hold, a comment has one of the marker, no markup of theirs, and fits', () => {
  const text = fc.string({ unit: fc.constantFrom('$', '`', '<', '|', '#', '\n', 'ü', '-', '>', '!'), maxLength: 2_000 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), fc.option(text, { nil: undefined }), (reasons, hint) => {
      const comment = tellUnjudged({ what: 'judged', reasons, hint }).renderComment({ key: 'k' });
      assert.ok(Buffer.byteLength(comment) <= COMMENT_LIMIT, `${Buffer.byteLength(comment)} bytes`);
      assert.equal(comment.split('<!--').length, 2);
      assert.ok(comment.split('\n').length <= 30, comment);
    }),
    { numRuns: 50 },
  );
});

test('of very many reasons the first are told, and how many more there are', () => {
  const text = renderUnjudged({ ...LOST, reasons: Array.from({ length: 256 }, (_, index) => `Reason ${index}.`) });
  assert.match(text, /- Reason 19\.\n- … and 236 more\n\nWhat to do: run all again\.\n$/);
});
