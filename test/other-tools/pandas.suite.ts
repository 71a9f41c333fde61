import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { writeLocustFiles } from '../../src/gate-files.ts';
import { renderReports } from '../../src/report/render-reports.ts';
import { makeFolder } from '../e2e/make-folder.ts';
import { buildShopReport } from '../support/build-report.ts';
import { evaluatePython, runPython } from './run-python.ts';

/** From the guide of Chat4All, as it is. */
const CHAT4ALL = `
import pandas as pd

# Load statistics
stats = pd.read_csv('reports/api_throughput_stats.csv')

# Filter high-latency requests
slow_requests = stats[stats['95%'] > 200]
print(slow_requests[['Name', '95%', '99%']])

# Load history for time-series analysis
history = pd.read_csv('reports/api_throughput_stats_history.csv')
history['Timestamp'] = pd.to_datetime(history['Timestamp'], unit='s')

# Plot throughput over time
import matplotlib.pyplot as plt
history.plot(x='Timestamp', y='Requests/s', figsize=(12, 6))
plt.title('API Throughput Over Time')
plt.ylabel('Requests per Second')
plt.show()
`;

/** From the guide of pggit, as they are: what comes before the first mistake, and the two statements that name columns which Locust does not have. */
const PGGIT_LOAD = `
import pandas as pd

# Load statistics
stats = pd.read_csv('results/load_test_stats.csv')
`;
const PGGIT_SLOWEST = `
# Find slowest endpoints
slowest = stats.nlargest(5, 'Average Response Time')
print(f"\\nSlowest endpoints:\\n{slowest}")
`;
const PGGIT_MISTAKES = [
  ['P95', `print(stats[['Name', 'Average Response Time', 'P95', 'P99']])`],
  [
    'Failure Rate',
    `
# Check failure rate
failures = stats[stats['Failure Rate'] > 0]
print(f"\\nFailed endpoints:\\n{failures[['Name', 'Failure Rate']]}")
`,
  ],
] as const;

/** A folder with the files of the shop below a prefix. */
async function leaveFiles(context: TestContext, folderName: string, name: string): Promise<string> {
  const folder = await makeFolder(context, {});
  await writeLocustFiles({ folder: `${folder}/${folderName}`, name }, renderReports(buildShopReport()));
  return folder;
}

test("pandas runs the guide's script on our files, and finds the slow endpoints and the curve of throughput", async (context) => {
  const folder = await leaveFiles(context, 'reports', 'api_throughput');
  const { status, stdout, stderr } = runPython(folder, ['-c', CHAT4ALL]);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /Name\s+95%\s+99%/);
  assert.match(stdout, /\/api\/orders/);
  assert.doesNotMatch(stdout, /\/health/);
});

test('every column of every file has the type that pandas should see in it', async (context) => {
  const folder = await leaveFiles(context, 'reports', 'shop');
  const types = evaluatePython(
    folder,
    `
import json, pandas as pd
types = {}
for name in ("stats", "stats_history", "failures", "exceptions"):
    table = pd.read_csv(f"reports/shop_{name}.csv")
    types[name] = [len(table), "".join(str(kind)[0] for kind in table.dtypes)]
print(json.dumps(types))
`,
  );
  const [whole, float] = ['i', 'f'];
  const percentiles = whole.repeat(11);
  assert.deepEqual(types, {
    // The median of requests that all took 812.5 ms is no whole number, in Locust neither.
    stats: [5, `ss${whole.repeat(2)}${float.repeat(7)}${percentiles}`],
    stats_history: [19, `${whole.repeat(2)}fs${float.repeat(2)}${percentiles}${whole.repeat(3)}${float.repeat(4)}`],
    failures: [3, 'sssiss'],
    exceptions: [0, 'oooo'],
  });
});

test('a time in the history is a second of the run, and its rates are numbers that plotting takes', async (context) => {
  const folder = await leaveFiles(context, 'reports', 'api_throughput');
  const script = `${CHAT4ALL.replaceAll('print(', '(')}
import json
line = plt.gca().get_lines()[0]
print(json.dumps([str(history['Timestamp'].iloc[0]), len(line.get_ydata()), float(max(line.get_ydata()))]))
`;
  assert.deepEqual(evaluatePython(folder, script), ['2026-01-02 03:04:08', 19, 111]);
});

test("pandas loads our files as pggit's guide says, and sorts the endpoints by their time", async (context) => {
  const folder = await leaveFiles(context, 'results', 'load_test');
  const { status, stdout, stderr } = runPython(folder, ['-c', PGGIT_LOAD + PGGIT_SLOWEST]);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /Slowest endpoints:[^]*order done/);
});

for (const [column, statement] of PGGIT_MISTAKES) {
  test(`the column ${column} of pggit's guide is none of Locust's, so the guide's statement fails on its files as on ours`, async (context) => {
    const folder = await leaveFiles(context, 'results', 'load_test');
    const { status, stderr } = runPython(folder, ['-c', PGGIT_LOAD + statement]);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`KeyError: .*${column}`));
  });
}

test("with Locust's own names for them the statements of pggit's guide give what they are for", async (context) => {
  const folder = await leaveFiles(context, 'results', 'load_test');
  const renamed = `
stats = stats.rename(columns={'95%': 'P95', '99%': 'P99'})
stats['Failure Rate'] = stats['Failure Count'] / stats['Request Count']
`;
  const { status, stdout, stderr } = runPython(folder, [
    '-c',
    PGGIT_LOAD + renamed + PGGIT_MISTAKES.map(([, statement]) => statement).join('\n'),
  ]);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /P95\s+P99/);
  assert.match(stdout, /Failed endpoints:[^]*\/api\/orders/);
});
