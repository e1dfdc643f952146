/**
 * The story that is told in the description of the product, as steps: what somebody does, and what is then read, and by
 * whom. Between the two the process may be killed. A step says nothing about the channel it runs on.
 */
import { expect } from 'vitest';
import type { Product } from './e2e.ts';

type Words = string | RegExp;

/** A person in front of a chat. */
export type Hand = {
  readonly says: (text: string) => unknown;
  /** The newest button with this label. */
  readonly presses: (label: Words) => unknown;
  readonly sends: (file: { readonly name: string; readonly bytes: Buffer }) => unknown;
  /** Waits for a message with these words. @returns its text */
  readonly hears: (words: Words) => Promise<string>;
  /** The bytes of the newest file that the bot has sent here. */
  readonly receives: (name: string) => Promise<Buffer>;
};

/** Official of the board; focal and leader of the commune. */
export type Cast = { readonly anh: Hand; readonly lan: Hand; readonly thai: Hand };

/** A deed, and what is read after it. */
export type Step = readonly [deed: () => unknown, read: () => Promise<unknown>];

/** By their keys in the sample data. */
export const PEOPLE = { anh: 'nguyen-minh-anh', lan: 'tran-thi-lan', thai: 'nguyen-van-thai' } as const;

const PDF = (words: string): Buffer => Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF\n`);
const PLAN = { name: 'ke-hoach.pdf', bytes: PDF('Kế hoạch kiểm tra') };
const LETTER = { name: 'cong-van.pdf', bytes: PDF('Công văn trả lời') };
const SUBJECT = 'Phối hợp kiểm tra phòng cháy, chữa cháy';
const CODE = 'PH-2026-00109';

export const story = ({ anh, lan, thai }: Cast, product: Pick<Product, 'moveClock'>): readonly Step[] => [
  ...filing(anh),
  [() => product.moveClock({ advance: '31s' }), () => lan.hears(/gửi đề nghị phối hợp PH-2026-00109.*Hạn tiếp nhận/s)],
  [() => lan.presses('Tiếp nhận'), () => lan.hears(`Đã tiếp nhận ${CODE}`)],
  [() => undefined, () => anh.hears('UBND xã Thiên Lộc đã tiếp nhận')],
  [() => lan.says(CODE), () => lan.hears(/đang thực hiện.*KCN Thăng Long/s)],
  [() => lan.presses(/^Tệp kèm theo/), () => isSame(lan, PLAN)],
  // The morning of the last day.
  [
    () => product.moveClock({ to: '2026-12-03T08:00:00+07:00' }),
    () => lan.hears(new RegExp(`Nhắc việc.*${CODE}.*hạn trả lời`, 's')),
  ],
  [() => lan.says(CODE), () => lan.hears(/đã tiếp nhận/)],
  ...answering(lan),
  [() => undefined, () => thai.hears('Trần Thị Lan trình duyệt dự thảo trả lời')],
  [() => thai.presses('Duyệt'), () => anh.hears(/đã trả lời PH-2026-00109.*cử 02 cán bộ/s)],
  [() => anh.says(CODE), () => anh.hears(/đang thực hiện.*đã trả lời/s)],
  [() => anh.presses(/^Tệp kèm theo/), () => isSame(anh, LETTER)],
  [() => anh.presses('Tổng hợp'), () => anh.hears(/tổng hợp.+PH-2026-00109/)],
  [() => anh.says('Xã cử 02 cán bộ tham gia.'), () => anh.hears('Đã tổng hợp')],
  [() => anh.presses('Kết thúc'), () => anh.hears('Kết quả')],
  [() => anh.says('Đã thống nhất lịch kiểm tra.'), () => anh.hears('Đã kết thúc')],
  [() => undefined, () => lan.hears('đã kết thúc (bà Nguyễn Minh Anh)')],
  [() => anh.presses('Lịch sử'), () => historyIsWhole(anh, false)],
  [() => lan.says(CODE), () => lan.hears(/thường · đã kết thúc/)],
  [() => lan.presses('Lịch sử'), () => historyIsWhole(lan, true)],
];

/** From /yeucau to Gửi. */
const filing = (anh: Hand): readonly Step[] => [
  [() => anh.says('/yeucau'), () => anh.hears('Trích yếu của đề nghị')],
  [() => anh.says(SUBJECT), () => anh.hears('khu công nghiệp nào')],
  [() => anh.sends(PLAN), () => anh.hears('khu công nghiệp nào')],
  [() => anh.presses('KCN Thăng Long'), () => anh.hears('lĩnh vực phối hợp nào')],
  [() => anh.presses('Bảo đảm an ninh trật tự và phòng cháy chữa cháy'), () => anh.hears('Đề nghị gửi tới đơn vị nào')],
  [() => anh.presses('UBND xã Thiên Lộc'), () => anh.hears(/loại/i)],
  [() => anh.presses('Phối hợp thực hiện'), () => anh.hears('ức độ khẩn')],
  [() => anh.presses(/^Thường/), () => anh.hears('Đã nhận 1 tệp')],
  [() => anh.presses('Xong'), () => anh.hears(/bản nháp.*KCN Thăng Long.*Hạn trả lời \(dự kiến\).*ke-hoach\.pdf/s)],
  [() => anh.presses('Gửi'), () => anh.hears(`Đã gửi đề nghị ${CODE}`)],
];

const answering = (lan: Hand): readonly Step[] => [
  [() => lan.presses('Trả lời'), () => lan.hears('Ý kiến của đơn vị')],
  [() => lan.sends(LETTER), () => lan.hears('Ý kiến của đơn vị')],
  [() => lan.presses('Cử người tham gia'), () => lan.hears('Nội dung trả lời')],
  [() => lan.says('UBND xã cử 02 cán bộ tham gia.'), () => lan.hears('Đã nhận 1 tệp')],
  [() => lan.presses('Trình duyệt'), () => lan.hears('Đã trình duyệt')],
];

const isSame = async (hand: Hand, file: { readonly name: string; readonly bytes: Buffer }): Promise<void> => {
  expect((await hand.receives(file.name)).equals(file.bytes)).toBe(true);
};

/** Every step stands in it, in order, and once, however often the process died. A unit's draft is its own affair. */
const historyIsWhole = async (hand: Hand, isUnitSide: boolean): Promise<void> => {
  const lines = await hand.hears(`Lịch sử ${CODE}`);
  const facts = [
    ['Nguyễn Minh Anh', 'lập và gửi đề nghị'],
    ['Hệ thống', 'đề nghị đã tới các đơn vị'],
    ['Trần Thị Lan', 'tiếp nhận:'],
    ['Hệ thống', 'nhắc việc; đến hạn trả lời, gửi bà Trần Thị Lan'],
    ...(isUnitSide ? [['Trần Thị Lan', 'trình duyệt dự thảo trả lời']] : []),
    ['Nguyễn Văn Thái', 'duyệt trả lời'],
    ['Nguyễn Minh Anh', 'tổng hợp ý kiến'],
    ['Nguyễn Minh Anh', 'kết thúc:'],
  ];
  expect(lines).toMatch(new RegExp(facts.map(([who, what]) => `${who}.*${what}`).join('.*'), 's'));
  for (const [, what = ''] of facts) expect(lines.split(` ${what}`)).toHaveLength(2);
  expect(lines.includes('trình duyệt')).toBe(isUnitSide);
};

/** Plays the steps; at the given ones the process is killed after the deed, before its answer is read. */
export const play = async (
  steps: readonly Step[],
  killAt: readonly number[],
  product: Pick<Product, 'killAndStart'>,
): Promise<void> => {
  for (const [index, [deed, read]] of steps.entries()) {
    await deed();
    if (killAt.includes(index)) await product.killAndStart();
    await read();
  }
};
