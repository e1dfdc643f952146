/** `cli deadline`: one line of JSON in, one answer or one refusal out. */
import { expect, test } from 'vitest';
import { answerDeadline } from '#src/cli/deadline.ts';
import { calendar } from './sample.ts';

test.each([
  ['2026-11-23', '5 ngày làm việc', '2026-12-01', false],
  ['2026-11-23 16:30', '5 ngày làm việc', '2026-12-01', false],
  ['2026-11-23 16:30', '4 giờ làm việc', '2026-11-25 11:00', false],
  ['2026-11-23', '4 giờ làm việc', '2026-11-23 12:00', false],
  ['2026-11-23 16:30', '30 phut lam viec', '2026-11-23 17:00', false],
  ['2026-04-15', '15 ngày', '2026-05-04', false],
  ['2026-12-28', '7 ngày làm việc', '2027-01-06', true],
])('from %s a term of %s is due %s', (from, term, due, provisional) => {
  expect(answerDeadline(calendar, JSON.stringify({ from, term }))).toMatchObject({
    ok: true,
    value: { due, provisional },
  });
});

test('the explanation starts with the given moment and ends with the due date', () => {
  const answer = answerDeadline(calendar, '{"from": "2026-11-23 16:30", "term": "8 giờ làm việc"}');
  const explanation = answer.ok ? answer.value.explanation : [];
  expect(explanation.at(0)).toBe('Mốc tính: 16:30 ngày 23/11/2026 (thứ Hai).');
  expect(explanation.at(-1)).toBe('Hạn: 16:30 ngày 25/11/2026.');
});

test.each(['', 'xin chào', '{', '[]', 'null', '{"from": "2026-11-23"}', '{"from": 20261123, "term": "5 ngày"}'])(
  'the line %j is refused as no question',
  (line) => {
    expect(answerDeadline(calendar, line)).toEqual({ ok: false, code: 'deadline.line_unreadable', params: { line } });
  },
);

test.each([
  '23/11/2026',
  '2026-02-30',
  '2026-13-01',
  '1999-12-31',
  '9999-12-31',
  '2026-11-23 24:00',
  '2026-11-23 8:00',
])('the start %j is refused', (from) => {
  const line = JSON.stringify({ from, term: '5 ngày làm việc' });
  expect(answerDeadline(calendar, line)).toEqual({
    ok: false,
    code: 'deadline.from_unreadable',
    params: { text: from },
  });
});

test('a term that cannot be read is refused', () => {
  const line = '{"from": "2026-11-23", "term": "vài hôm"}';
  expect(answerDeadline(calendar, line)).toMatchObject({ ok: false, code: 'term.unreadable' });
});
