/** The scripted chats themselves: they see what they forbid, and their clock and processes do what they say. */
import { expect, test } from 'vitest';
import type { Part } from '#channels/channel.ts';
import { faultOf } from '#test/fakes/profile/limits.ts';
import { BUTTONS_NO_EDITS, NO_BUTTONS } from '#test/fakes/profile/profile.ts';
import { createHandClock, duration, localTime } from '#test/support/hand-clock.ts';
import { startChats } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';

const NOTHING: Part = { lines: ['Tin'], buttons: [], file: null, asks: false, edit: null, replyTo: null };
const button = (label: string) => ({ token: 't', label });

test('a platform refuses what exceeds what it can do', () => {
  const [few, none] = [BUTTONS_NO_EDITS.capabilities, NO_BUTTONS.capabilities];
  const faults: readonly [Partial<Part>, typeof few][] = [
    [{ lines: ['x'.repeat(2_001)] }, few],
    [{ lines: ['  '] }, few],
    [{ lines: ['\ud83d'] }, few],
    [{ buttons: Array(6).fill([button('Xem')]) }, few],
    [{ buttons: [[button('Xem'), button('Gửi')]] }, few],
    [{ buttons: [[button('x'.repeat(101))]] }, few],
    [{ buttons: [[button('Xem')]] }, none],
    [{ file: { fileId: 1, name: 'a', mime: 'b', size: 5_000_001, picture: false } }, few],
  ];
  for (const [part, caps] of faults) expect(faultOf({ ...NOTHING, ...part }, caps)).not.toBeNull();
  expect(faultOf({ ...NOTHING, buttons: [[button('Xem')]] }, few)).toBeNull();
});

test('the clock stands still, moves forward only, and nobody waits long inside the process', () => {
  const clock = createHandClock(localTime('2026-11-23 08:00'));
  clock.moveTo(localTime('2026-11-22 08:00'));
  expect(clock.now()).toBe(localTime('2026-11-23 08:00'));
  expect(clock.realDelayUntil(clock.now() + 1_000)).toBe(0);
  expect(clock.now()).toBe(localTime('2026-11-23 08:00') + duration('1 second'));
  expect(() => clock.realDelayUntil(clock.now() + 60_000)).toThrow();
  for (const bad of ['1 week', 'soon', '-1 days']) expect(() => duration(bad)).toThrow();
});

test('words that fail say what was there instead', async () => {
  const chats = await startChats();
  await chats.anh.says('/menu');
  expect(() => chats.anh.hears('không có trong tin')).toThrow(/nguyen-minh-anh does not hear .*Trợ lý Phối hợp/s);
  await expect(chats.anh.picks('Không có nút này')).rejects.toThrow(/sees no button/);
  expect(() => chats.anh.hearsNothing()).toThrow();
});

test('a process that is killed answers nothing; the next one goes on with what was committed', async () => {
  const chats = await startChats();
  const code = await fileRequest(chats);
  await chats.office.kill();
  await expect(chats.lan.says('/viec')).rejects.toThrow('no office is open');
  await chats.office.open();
  await chats.lan.says(code);
  chats.lan.hears(code);
});
