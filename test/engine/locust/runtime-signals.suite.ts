/** How a Locust that runs our file is ended from outside. Needs Locust (`node .ci/install-tools.ts python`). */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { makeFolder } from '../../e2e/make-folder.ts';
import { startRecordingServer } from '../../truth/recording-server.ts';
import { assertBalanced, startLocustfile } from './start-locustfile.ts';
import { closed, profile } from './write-locustfile.ts';

const SAID = 'nobody has taken my work away';

/** The first process is told to end while one of its greenlets is at work, as the one may be that writes the reports. */
const TOLD_AT_WORK = `
import os
import signal
import sys

import gevent
from locust import events


def work_when_told():
    os.kill(os.getpid(), signal.SIGNAL)
    sum(range(1_000_000))
    print("${SAID}", file=sys.stderr)


@events.test_start.add_listener
def work_later(environment, **_):
    if not environment.parsed_options.worker:
        gevent.spawn_later(2, work_when_told)
`;

suite('A signal ends the test, and nothing that is at work when it comes', { concurrency: false }, () => {
  for (const signal of ['SIGINT', 'SIGTERM'])
    for (const workers of [undefined, 1])
      test(`${signal}, ${workers === undefined ? 'all in one process' : 'a worker beside'}`, async (context) => {
        await using server = await startRecordingServer();
        const classes = `${TOLD_AT_WORK.replace('signal.SIGNAL', `signal.${signal}`)}\n\n${profile('self.http("GET /a", "GET", "/a")', { think: '("fixed", 0.1)' })}`;
        const file = { target: server.url, phases: [closed(2, 30_000)], series: ['GET /a'], classes, profiles: ['One'] };
        const running = startLocustfile(await makeFolder(context, {}), file, { ...(workers && { workers }), isStopped: true });
        const result = await running.ended;
        assert.match(result.log, new RegExp(SAID));
        assert.doesNotMatch(result.log, /Traceback/);
        assert.deepEqual([result.lines.at(-1), result.code], [{ kind: 'end', complete: false }, 0], result.log);
        assertBalanced(result);
      });
});
