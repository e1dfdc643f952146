/** All tests, with one embedded Postgres for the whole run. The last line of the output is ours: `N passed, N failed`. */
import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './test/support/reporter.ts';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/{unit,medium,contract,flow,replica}/**/*.test.ts'],
    globalSetup: './test/support/global-setup.ts',
    // Processes and not threads: tests start and kill things, and Postgres clients keep state per process.
    pool: 'forks',
    // One more than the cores of the smallest machine: many tests wait for leases, processes and browsers.
    maxWorkers: 3,
    // A worker keeps the modules it has loaded for its next file: nothing of ours is state of a module.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    reporters: ['default', new SummaryReporter()],
  },
});
