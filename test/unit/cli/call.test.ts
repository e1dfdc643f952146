/** The words of a command line are read as one command of the table, or its usage is shown. */
import { expect, test } from 'vitest';
import { readCall } from '#src/cli/call.ts';
import { COMMANDS } from '#src/cli/commands.ts';

test.each([
  [['invite', '--unit', 'bql', '--role', 'head', '--name', 'Lan', '--json'], 'invite', true],
  [['unit', 'close', 'x', '--on', '2026-01-01'], 'unit close', false],
  [['calendar', 'list', '2026', '--json'], 'calendar list', true],
])('%j is the command %s', (words, name, asJson) => {
  expect(readCall(COMMANDS, words)).toMatchObject({ name, asJson });
});

test('what stands after the name is handed on, options apart from it', () => {
  expect(readCall(COMMANDS, ['unit', 'close', 'x', '--to', 'a,b', '--on=2026-01-01'])).toMatchObject({
    given: { rest: ['x'], on: '2026-01-01', to: 'a,b' },
  });
});

test.each([
  [[], null],
  [['dance'], null],
  [['unit'], null],
  [['unit', 'dance'], null],
  [['toString'], null],
  [['status', '--colour', 'red'], 'status'],
  [['clock', '--to'], 'clock'],
])('%j shows usage', (words, usageOf) => {
  expect(readCall(COMMANDS, words)).toEqual({ usageOf });
});
