/** The story's people on the fake platform, linked by their own one-time codes; and what the platform must have seen. */
import { expect } from 'vitest';
import type { FakeTelegram, FakeUser } from '#test/fakes/telegram/fake.ts';
import type { Product } from './e2e.ts';
import { type Cast, type Hand, PEOPLE } from './e2e-story.ts';

/** While a process dies and another starts on a busy machine. */
const PATIENCE_MS = 60_000;

/** The hands of the story, and the same people as the platform knows them. */
export type Linked = Cast & { readonly users: Readonly<Record<keyof Cast, FakeUser>> };

export const linkAll = async (fake: FakeTelegram, product: Product): Promise<Linked> => {
  const users = { anh: fake.user('Minh Anh'), lan: fake.user('Lan'), thai: fake.user('Thái') };
  const link = async (user: FakeUser, person: string): Promise<Hand> => {
    user.says(`/start ${await product.invite(person)}`);
    await user.hears('Tài khoản này đã được liên kết', PATIENCE_MS);
    return handOf(fake, user);
  };
  const [anh, lan, thai] = await Promise.all([
    link(users.anh, PEOPLE.anh),
    link(users.lan, PEOPLE.lan),
    link(users.thai, PEOPLE.thai),
  ]);
  return { anh, lan, thai, users };
};

const handOf = (fake: FakeTelegram, user: FakeUser): Hand => ({
  says: (text) => user.says(text),
  presses: (label) => user.presses(labelOf(user, label)),
  sends: ({ name, bytes }) => user.sends('document', { name, bytes, mime: 'application/pdf' }),
  hears: async (words) => (await user.hears(words, PATIENCE_MS)).text,
  receives: (name) =>
    fake.waitFor(() => user.sees().findLast(({ file }) => file?.name === name)?.file?.bytes, PATIENCE_MS),
});

const labelOf = (user: FakeUser, wanted: string | RegExp): string => {
  if (typeof wanted === 'string') return wanted;
  const labels = user.sees().flatMap(({ buttons }) => buttons.flat().map(({ label }) => label));
  return labels.findLast((label) => wanted.test(label)) ?? String(wanted);
};

export const commandsAreRegistered = async (fake: FakeTelegram): Promise<void> => {
  const words = (scope: string) =>
    fake.commands.get(scope)?.map((entry) => (entry as { command: string }).command) ?? [];
  await fake.waitFor(() => words('all_group_chats').length > 0, PATIENCE_MS);
  expect(words('all_private_chats')).toEqual(expect.arrayContaining(['start', 'menu', 'yeucau', 'viec', 'huy']));
  expect(words('all_group_chats')).toEqual(expect.arrayContaining(['menu', 'trogiup']));
  expect(words('all_group_chats')).not.toContain('viec');
};

/** A press changes its own message; a second one of the same button, or one of somebody else's, is only a toast. */
export const pressesLeaveNoLitter = async (user: FakeUser, other: FakeUser): Promise<void> => {
  const before = user.sees().length;
  const received = user.sees().find(({ text, edits }) => text.includes('Đã tiếp nhận') && edits.length > 0);
  expect(received?.edits[0]?.text).toContain('gửi đề nghị phối hợp');
  const token = received?.edits[0]?.buttons.flat().find(({ label }) => label === 'Tiếp nhận')?.data ?? '';
  if (received === undefined) throw new Error('no message to press on');
  expect(await user.toast(user.pressesToken(token, received))).toBeTruthy();
  expect(await other.toast(other.pressesToken(token, received))).toBeTruthy();
  expect(user.sees()).toHaveLength(before);
};

export const answersInTopic = async (fake: FakeTelegram, user: FakeUser): Promise<void> => {
  const topic = fake.group('Đoàn kiểm tra KCN Thăng Long', { isForum: true }).topic('Chuẩn bị');
  const there = user.in(topic);
  there.says(`/trogiup@${fake.username}`);
  const answer = await there.hears('Hướng dẫn', PATIENCE_MS);
  expect(answer.threadId).toBe(topic().threadId);
};
