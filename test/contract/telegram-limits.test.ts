import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present, split } from '#channels/plan.ts';
import { htmlOf } from '#channels/telegram/encode.ts';
import { type Line, plainLine } from '#message/outbound.ts';
import { parseHtml } from '#test/fakes/telegram/html.ts';
import { partOf, sendOptions, startPair } from './telegram-support.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const ANNOYING = [
  '<', '>', '&', '"', "'", '</b>', '<b>', '<a href="x">', '&lt;', '&amp;amp;', '&#60;', '&#x3c;', '&nbsp;', '<!--', '<script>',
  '*', '_', '`', '[x](y)', '\u0000', '\u200b', '\u202e', '\ud83d', 'ộ', 'o\u0323\u0302', '😀', '\n', '\r\n', ' ', '@tro_ly_bot', '/viec',
]; // biome-ignore format: a table

const annoying = fc
  .array(fc.oneof(fc.constantFrom(...ANNOYING), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })
  .map((pieces) => pieces.join(''));
const span = fc.oneof(
  annoying,
  annoying.map((bold) => ({ bold })),
  annoying.map((code) => ({ code })),
);
const line = fc.oneof(annoying, fc.array(span, { maxLength: 5 }));

describe('whatever people call themselves and write', () => {
  it('is read by the platform as it was written', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines: Line[]) => {
        const written = lines.map(plainLine).join('\n').toWellFormed().trim();
        expect(parseHtml(htmlOf(lines)).text).toBe(written);
      }),
      { numRuns: 10_000 },
    );
  });
});

const long = fc.tuple(annoying, fc.nat({ max: 400 })).map(([text, times]) => text.repeat(times).slice(0, 12_000));
const label = annoying.map((text) => `${text}•`);
const message = fc.record({
  lines: fc.array(fc.oneof(line, long), { maxLength: 8 }),
  choices: fc.array(fc.array(fc.record({ token: fc.stringMatching(/^[\w-]{1,64}$/), label }), { maxLength: 9 }), {
    maxLength: 30,
  }),
  files: fc.array(
    fc.record({
      fileId: fc.nat(),
      name: annoying.map((text) => `${text}.pdf`),
      mime: fc.constant('application/pdf'),
      size: fc.constant(8),
      picture: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  asks: fc.boolean(),
});

describe('200 generated messages', () => {
  it('leave without one refusal', async () => {
    const { fake, channel } = await startPair();
    const lan = fake.user('Lan');
    const group = fake.group('Tổ công tác');
    lan.says('/viec');
    for (const [index, whole] of fc.sample(message, { numRuns: 200, seed: 11 }).entries()) {
      const address = String(index % 2 === 0 ? lan.id : group.id());
      for (const piece of split(whole, channel.capabilities)) {
        await channel.send(address, partOf(present(piece, channel.capabilities)), sendOptions(PNG));
      }
    }
    expect(fake.calls.length).toBeGreaterThan(200);
    expect(fake.calls.filter(({ status }) => status !== 200).map(({ refusal }) => refusal)).toEqual([]);
  }, 60_000);
});
