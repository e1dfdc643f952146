/** .env.example is complete and true: what it lists is what the configuration reads, and its defaults are the real ones. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { environment } from '#src/config/environment.ts';
import { parseConfig } from '#src/config.ts';

const listed = readFileSync('.env.example', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name, value] = /^#?([A-Z][A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, value }];
  });

test('every variable is listed, and nothing that is none', () => {
  const composeOnly = ['OWNER_DB_PASSWORD', 'APP_DB_PASSWORD'];
  expect(listed.map(({ name }) => name).toSorted()).toEqual(
    [...Object.keys(environment.shape), ...composeOnly].toSorted(),
  );
});

test('what it shows as default is what happens without it', () => {
  expect(parseConfig(Object.fromEntries(listed.map(({ name, value }) => [name, value])))).toEqual(parseConfig({}));
});
