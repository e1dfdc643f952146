/** What people do on the stage: fill in a request up to Gửi, and say words whose answer repeats them. */
import type { FakeMessage } from '#test/fakes/telegram/world.ts';
import type { Actor, Stage } from './stage.ts';

/** Patience of a person while processes die and come back. */
const PATIENCE_MS = 60_000;

/** Answers every question of a new request; Gửi is on the screen when this resolves. @param units as typed */
export const fillIn = async ({ user }: Actor, subject: string, units: string): Promise<void> => {
  user.says(`/yeucau ${subject}`);
  await user.hears('khu công nghiệp nào', PATIENCE_MS);
  user.presses('Không thuộc một khu cụ thể');
  await user.hears('lĩnh vực phối hợp nào', PATIENCE_MS);
  user.presses('Tài nguyên và môi trường');
  await user.hears(/đơn vị nào|chọn, hoặc gõ tên đơn vị/, PATIENCE_MS);
  user.says(units);
  await user.hears('Loại đề nghị?', PATIENCE_MS);
  user.presses('Lấy ý kiến');
  await user.hears('Mức độ khẩn?', PATIENCE_MS);
  user.presses(labelWith(user.sees(), 'Thường'));
  await user.hears('tệp hoặc ảnh kèm theo', PATIENCE_MS);
  user.presses('Không có tệp');
  await user.hears('bản nháp', PATIENCE_MS);
};

const labelWith = (messages: readonly FakeMessage[], words: string): string => {
  const labels = messages.flatMap(({ buttons }) => buttons.flat().map(({ label }) => label));
  const found = labels.findLast((label) => label.startsWith(words));
  if (found === undefined) throw new Error(`no button begins with ${words}`);
  return found;
};

/** Opens a form at a question whose refusal repeats what was typed. */
export const getReady = async ({ user }: Actor): Promise<void> => {
  user.says('/yeucau Tải thử');
  await user.hears('khu công nghiệp nào', PATIENCE_MS);
};

export type Echoes = {
  /** Says the next words. */
  readonly say: (actor: Actor) => void;
  readonly said: () => number;
  /** Words without an answer yet. */
  readonly waiting: () => number;
  /** Answers seen more than once, beyond the first. */
  readonly repeated: () => number;
  /** Answers seen before the answer to earlier words of the same person. */
  readonly disordered: () => number;
  readonly allAnswered: (timeoutMs?: number) => Promise<unknown>;
};

/**
 * Every word is said once and is told by its number, so what is lost, doubled or out of order can be counted. Counted as
 * it is heard: to read all chats again at each sound would make the hundredth round slower than the first.
 */
export const createEchoes = ({ fake }: Pick<Stage, 'fake'>): Echoes => {
  /** By chat: what was said and not answered, and the last word that was answered for the first time. */
  const chats = new Map<number, { readonly open: Set<number>; readonly said: Set<number>; last: number }>();
  let [count, waiting, repeated, disordered] = [0, 0, 0, 0];

  const hear = (chatId: number, word: number): void => {
    const chat = chats.get(chatId);
    if (chat === undefined || !chat.said.has(word)) return;
    if (!chat.open.delete(word)) {
      repeated += 1;
      return;
    }
    waiting -= 1;
    if (word < chat.last) disordered += 1;
    chat.last = word;
  };
  fake.world.events.on('message', ({ chat, from, text }) => {
    if (from.id !== fake.world.bot.id) return;
    for (const [, word] of text.matchAll(/khu-(\d{6})/g)) hear(chat.id, Number(word));
  });
  return {
    waiting: () => waiting,
    said: () => count,
    say: ({ user }) => {
      count += 1;
      waiting += 1;
      const chat = chats.get(user.id) ?? { open: new Set(), said: new Set(), last: 0 };
      chats.set(user.id, chat);
      chat.open.add(count);
      chat.said.add(count);
      user.says(`khu-${String(count).padStart(6, '0')}`);
    },
    repeated: () => repeated,
    disordered: () => disordered,
    allAnswered: (timeoutMs = PATIENCE_MS) => fake.waitFor(() => waiting === 0, timeoutMs),
  };
};
