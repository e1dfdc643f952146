/**
 * Ends the output of a run with `N passed, N failed`. The line and the exit code always agree: whatever makes the run
 * fail counts as a failure, be it a test, a file or a hook, and a run without results is one.
 */
import type { Reporter, TestModule, TestResult } from 'vitest/node';

export class SummaryReporter implements Reporter {
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  onInit(): void {
    // The last thing of the process: after every other reporter and the global teardown.
    process.once('exit', (code) => this.#conclude(code));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.#failed += unhandledErrors.length;
    for (const module of modules) {
      // A file that does not load, and a failing `beforeAll` or `afterAll`, have no test of their own.
      for (const group of [module, ...module.children.allSuites()]) this.#failed += group.errors().length > 0 ? 1 : 0;
      for (const test of module.children.allTests()) this.#count(test.result().state);
    }
  }

  #count(state: TestResult['state']): void {
    if (state === 'passed') this.#passed += 1;
    else if (state === 'skipped') this.#skipped += 1;
    else this.#failed += 1; // one that has not come to an end has not passed
  }

  #conclude(code: number): void {
    const isGreen = code === 0 && this.#failed === 0 && this.#passed > 0;
    if (!isGreen) {
      this.#failed = Math.max(this.#failed, 1);
      process.exitCode = code || 1;
    }
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    process.stdout.write(`${this.#passed} passed, ${this.#failed} failed${skipped}\n`);
  }
}
