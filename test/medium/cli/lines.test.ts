/** What is asked line by line: `deadline` and `understand`, as processes that whoever drives them matches by lines. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { cli, isSentence, onDatabase, run, type Variables } from './support.ts';

let database: TestDatabase;
let on: Variables;

beforeAll(async () => {
  database = await freshDatabase('seeded');
  on = onDatabase(database);
}, 60_000);
afterAll(() => database.drop());

test('deadline answers line by line, and ends with 1 when one was refused', async () => {
  const lines = [
    '{"from": "2026-11-23 16:30", "term": "4 giờ làm việc"}',
    'rác',
    '{"from": "2026-11-23", "term": "5 ngày làm việc"}',
  ];
  const { code, out, err } = await cli(on, ['deadline'], `${lines.join('\n')}\n`);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toMatchObject([
    { due: '2026-11-25 11:00' },
    { error: expect.any(String) },
    { due: '2026-12-01', provisional: false },
  ]);
  expect(code).toBe(1);
  expect(err).toSatisfy(isSentence);
}, 30_000);

test('understand answers line by line, from the names in the database, as of a moment', async () => {
  const lines = [
    'Đề nghị UBND xã Thiên Lộc phối hợp kiểm tra PCCC tại KCN Thăng Long trước 17 giờ thứ Sáu, mức độ: khẩn',
    'thống kê quý 3 của huyện Mê Linh',
    '',
  ];
  const { code, out, err } = await cli(
    on,
    ['understand', '--now', '2026-11-24T09:00:00+07:00'],
    `${lines.join('\n')}\n`,
  );
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const nothing = { zone: null, enterprise: null, field: null, urgency: null, type: null, code: null };
  expect(answers).toEqual([
    {
      intent: 'file',
      times: [{ text: '17 giờ thứ Sáu', kind: 'date', date: '2026-11-27', time: '17:00' }],
      deadline: { date: '2026-11-27', time: '17:00' },
      period: null,
      units: ['xa-thien-loc'],
      zone: 'TL',
      field: 'F6b',
      enterprise: null,
      urgency: 'khan',
      type: 'joint_work',
      code: null,
    },
    {
      ...nothing,
      intent: 'figures',
      times: [{ text: 'quý 3', kind: 'period', from: '2026-07-01', to: '2026-09-30' }],
      deadline: null,
      period: { from: '2026-07-01', to: '2026-09-30' },
      units: ['xa-me-linh', 'xa-quang-minh', 'xa-tien-thang', 'xa-yen-lang'],
    },
    { ...nothing, intent: 'none', times: [], deadline: null, period: null, units: [] },
  ]);
}, 30_000);

test('a line in is a line out, whatever it is made of; and each answer has the fields of the contract in their order', async () => {
  const question = '{"from": "2026-11-23", "term": "5 ngày làm việc"}';
  const bytes = Buffer.concat([
    Buffer.from(`\ufeffhôm nay\r\n\n   \nmột\u2028hai\rba thứ 6\n${'trước thứ 6 '.repeat(5_500)}\n`),
    Buffer.from([0x61, 0xff, 0xfe, 0x00, 0x20]),
    Buffer.from('trc 4/12'),
  ]);
  const { code, out, err } = await cli(on, ['understand', '--now', '2026-11-24T09:00:00+07:00', '--json'], bytes);
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(answers.map(({ deadline }) => deadline?.date ?? null)).toEqual([
    ...['2026-11-24', null, null, '2026-11-27', expect.anything(), '2026-12-04'],
  ]);
  const fields = 'intent times deadline period units zone enterprise field urgency type code'.split(' ');
  for (const answer of answers) expect(Object.keys(answer)).toEqual(fields);

  const due = await cli(on, ['deadline'], Buffer.from(`\ufeff${question}\r\n\n${'x'.repeat(65_536)}\n${question}`));
  const lines = due.out
    .trimEnd()
    .split('\n')
    .map((line) => Object.keys(JSON.parse(line)));
  const answered = ['due', 'provisional', 'explanation'];
  expect(lines).toEqual([answered, ['error'], ['error'], answered]);
  expect(due.code).toBe(1);
  expect(due.err).toSatisfy(isSentence);
  expect(due.err.length).toBeLessThan(300);
  for (const command of ['deadline', 'understand']) {
    expect(await run(on, [command])).toMatchObject({ kind: 'done', printed: [] });
  }
}, 60_000);

test.each([
  ['understand', '--bad'],
  ['understand', '--now'],
  ['understand', '--now', '2026-02-30T09:00'],
  ['understand', 'câu'],
  ['deadline', '--now', '2026-11-24'],
  ['deadline', 'x'],
])('%s %s %s is a wrong call, and nothing is answered', async (...words) => {
  expect(await run(on, words)).toEqual({ kind: 'usage', printed: [] });
});

test('understand with a moment that is none ends with 2', async () => {
  expect(await run(on, ['understand', '--now', 'mai'], [])).toMatchObject({ kind: 'usage' });
});
