/** The administrators' token opens, as a bearer or as a browser's password; nothing else does. */
import { expect, test } from 'vitest';
import { createCheckToken } from '#src/http/admin-token.ts';

const isAllowed = createCheckToken('bí-mật-quản-trị');
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

test.each([`Bearer bí-mật-quản-trị`, 'bearer bí-mật-quản-trị', basic('ai:bí-mật-quản-trị'), basic(':bí-mật-quản-trị')])(
  '%s opens',
  (header) => expect(isAllowed(header)).toBe(true),
);

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  'bí-mật-quản-trị',
  'Bearer bí-mật-quản-tr',
  'Bearer bí-mật-quản-trịx',
  'Digest bí-mật-quản-trị',
  basic('bí-mật-quản-trị:'),
  basic('ai:sai'),
])('%s does not', (header) => expect(isAllowed(header)).toBe(false));
