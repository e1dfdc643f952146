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

/** Every word is said once and is told by its number, so what is lost, doubled or out of order can be counted. */
export const createEchoes = ({ fake }: Pick<Stage, 'fake'>): Echoes => {
  const spoken = new Map<number, number[]>();
  let count = 0;
  const heardBy = (chatId: number): number[] =>
    (fake.world.chats.get(chatId)?.messages ?? [])
      .filter((message) => message.from.id === fake.world.bot.id)
      .flatMap((message) => [...message.text.matchAll(/khu-(\d{6})/g)].map(([, number]) => Number(number)));
  const over = (each: (chatId: number, numbers: readonly number[]) => number): number =>
    [...spoken].reduce((sum, [chatId, numbers]) => sum + each(chatId, numbers), 0);

  const waiting = (): number =>
    over((chatId, numbers) => {
      const heard = new Set(heardBy(chatId));
      return numbers.filter((number) => !heard.has(number)).length;
    });
  return {
    waiting,
    said: () => count,
    say: ({ user }) => {
      count += 1;
      spoken.set(user.id, [...(spoken.get(user.id) ?? []), count]);
      user.says(`khu-${String(count).padStart(6, '0')}`);
    },
    repeated: () =>
      over((chatId, numbers) => {
        const heard = heardBy(chatId).filter((number) => numbers.includes(number));
        return heard.length - new Set(heard).size;
      }),
    disordered: () =>
      over((chatId) => {
        const firsts = [...new Set(heardBy(chatId))];
        return firsts.filter((number, index) => number < (firsts[index - 1] ?? 0)).length;
      }),
    allAnswered: (timeoutMs = PATIENCE_MS) => fake.waitFor(() => waiting() === 0, timeoutMs),
  };
};
