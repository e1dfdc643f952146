/** One request over Zalo, as two people live it: filed with a photo, through a kill, received, its photo opened. */
import { expect } from 'vitest';
import type { Seen } from '#test/fakes/zalo/world.ts';
import type { Product } from './e2e.ts';
import { PEOPLE } from './e2e-story.ts';

/** While a process dies and another starts on a busy machine. */
export const PATIENCE_MS = 60_000;

export const PHOTO = Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), Buffer.alloc(2_000, 'x')]);

export type ZaloHand = {
  readonly says: (text: string) => unknown;
  /** Presses the newest button with this label, or types its number. */
  readonly picks: (label: string | RegExp) => unknown;
  readonly sendsPhoto: (bytes: Buffer) => unknown;
  /** Waits for a message since this person's last act. */
  readonly hears: (words: string | RegExp) => Promise<Seen>;
  readonly sees: () => readonly Seen[];
};

/** Links an account by the person's own one-time code. */
export const link = async (hand: ZaloHand, product: Product, person: keyof typeof PEOPLE): Promise<void> => {
  hand.says(`/start ${await product.invite(PEOPLE[person])}`);
  await hand.hears('Tài khoản này đã được liên kết');
};

type Pair = { readonly anh: ZaloHand; readonly lan: ZaloHand };

/** @returns the request's code */
export const fileAndReceive = async ({ anh, lan }: Pair, product: Product): Promise<string> => {
  const answers: readonly (readonly [deed: () => unknown, words: string | RegExp])[] = [
    [() => anh.says('/yeucau'), 'Trích yếu của đề nghị'],
    [() => anh.says('Phối hợp kiểm tra phòng cháy, chữa cháy'), 'khu công nghiệp nào'],
    [() => anh.picks('KCN Thăng Long'), 'lĩnh vực phối hợp nào'],
    [() => anh.picks('Bảo đảm an ninh trật tự và phòng cháy chữa cháy'), 'Đề nghị gửi tới đơn vị nào'],
    [() => anh.picks('UBND xã Thiên Lộc'), /loại/i],
    [() => anh.picks('Phối hợp thực hiện'), 'ức độ khẩn'],
    [() => anh.picks(/^Thường/), 'tệp'],
    [() => anh.sendsPhoto(PHOTO), 'Đã nhận 1 tệp'],
    [() => anh.picks('Xong'), 'bản nháp'],
  ];
  for (const [deed, words] of answers) {
    await deed();
    await anh.hears(words);
  }
  await anh.picks('Gửi');
  await product.killAndStart();
  const code = /PH-\d{4}-\d{5}/.exec(await sent(anh))?.[0] ?? '';
  await product.moveClock({ advance: '31s' });
  await lan.hears(new RegExp(`gửi đề nghị phối hợp ${code}.*Hạn tiếp nhận`, 's'));
  await lan.picks('Tiếp nhận');
  await lan.hears(`Đã tiếp nhận ${code}`);
  await anh.hears('UBND xã Thiên Lộc đã tiếp nhận');
  lan.says(code);
  await lan.hears(/đang thực hiện/);
  await lan.picks(/^Tệp kèm theo/);
  await expect
    .poll(() => lan.sees().findLast(({ file }) => file !== null)?.file?.bytes, { timeout: PATIENCE_MS })
    .toEqual(PHOTO);
  // Filed once, however often the platform brought the press.
  anh.says('/theodoi');
  await anh.hears(code);
  expect(anh.sees().filter((seen) => seen.text.includes(`Đã gửi đề nghị ${code}`))).toHaveLength(1);
  return code;
};

/** While the photo is still being fetched he is asked to press again in a few seconds, and does. */
const sent = async (hand: ZaloHand): Promise<string> => {
  const answer = async (): Promise<string> => (await hand.hears(/Đã gửi đề nghị|đang được tải về/)).text;
  let text = await answer();
  await expect
    .poll(
      async () => {
        if (text.includes('Đã gửi đề nghị')) return text;
        await hand.picks('Gửi');
        text = await answer();
        return text;
      },
      { timeout: PATIENCE_MS, interval: 2_000 },
    )
    .toContain('Đã gửi đề nghị');
  return text;
};

/** The number of a choice in the newest list that has it. */
export const numberIn = (messages: readonly Seen[], label: string | RegExp): string => {
  for (const { text } of messages.toReversed()) {
    const lines = text.split('\n').map((line) => /^(\d+)\. (.+)$/.exec(line));
    const found = lines.find((line) => (typeof label === 'string' ? line?.[2] === label : label.test(line?.[2] ?? '')));
    if (found) return found[1] ?? '';
  }
  throw new Error(`no choice ${String(label)} in: ${messages.at(-1)?.text}`);
};
