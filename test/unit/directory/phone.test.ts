import { expect, test } from 'vitest';
import { maskedPhone, readPhone } from '#domain/directory/phone.ts';

test.each([
  '0912345678',
  '0912 345 678',
  '0912.345.678',
  '+84912345678',
  '+84 91-234-5678',
  '84912345678',
  ' 0912345678 ',
])('%s is one number, shown masked', (typed) => {
  expect(readPhone(typed)).toBe('84912345678');
  expect(maskedPhone('84912345678')).toBe('09•• ••• 678');
});

test.each(['', '091234567', '09123456789', '0243 825 3536', '+1 912 345 678', '0912345678a', 'số 0912345678', '84'])(
  '%s is none',
  (typed) => expect(readPhone(typed)).toBeNull(),
);
