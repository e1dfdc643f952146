/** What people do, by chance and through their chats: ask, receive, answer, ask for time or for more, agree, take back. */
import type { LoadedDossier } from '#db/request/request.ts';
import { askedExtension, isSettled, type Part } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import type { Random } from '#test/chaos/random.ts';
import type { Voice } from '#test/support/voice.ts';

type Unit = {
  readonly code: string;
  readonly name: string;
  readonly desk: string;
  readonly leader: string;
  /** What comes there lies for weeks: lists grow longer than a message. */
  readonly isSlow?: boolean;
};

export const UNITS: readonly Unit[] = [
  { code: 'xa-thien-loc', name: 'UBND xã Thiên Lộc', desk: 'tran-thi-lan', leader: 'nguyen-van-thai' },
  { code: 'xa-quang-minh', name: 'UBND xã Quang Minh', desk: 'pham-thi-thuy', leader: 'luu-quang-vinh' },
  { code: 'cong-an-pccc', name: 'Công an PCCC', desk: 'kieu-thi-thanh-ha', leader: 'khuat-duy-thanh' },
  { code: 'xa-noi-bai', name: 'UBND xã Nội Bài', desk: 'nguyen-thi-thu-hien', leader: 'ta-dinh-phong', isSlow: true },
];

/** An official; and a leader, who alone may ask for haste. */
const FILERS = { official: 'nguyen-minh-anh', leader: 'pham-quoc-thinh' } as const;
const URGENCIES = ['thường', 'thường', 'thường', 'khẩn', 'khẩn', 'thượng khẩn', 'hỏa tốc'] as const;

export type Town = {
  readonly voice: (key: string) => Voice;
  readonly random: Random;
  readonly keyOf: (personId: number) => string;
  readonly unitOf: (unitId: number) => Unit | null;
};

export const fileOne = async ({ voice, random }: Town, number: number): Promise<boolean> => {
  const urgency = random.oneOf(URGENCIES);
  const isGrave = urgency === 'thượng khẩn' || urgency === 'hỏa tốc';
  const who = voice(isGrave ? FILERS.leader : FILERS.official);
  const unit = random.oneOf(UNITS);
  await who.says(
    `/yeucau Đề nghị ${unit.name} phối hợp kiểm tra PCCC lô L${number} tại KCN Thăng Long, mức độ: ${urgency}`,
  );
  return (await pick(who, 'Không có tệp')) && (await pick(who, 'Gửi'));
};

/** @returns the act, null when nothing was done */
export const workOn = async (town: Town, dossier: LoadedDossier, now: Millis): Promise<Act | null> => {
  const part = dossier.parts.findLast((one) => !isSettled(one));
  const unit = part === undefined ? null : town.unitOf(part.unitId);
  if (part === undefined || unit === null) return null;
  const { code } = dossier.request;
  const asker = town.voice(town.keyOf(dossier.request.filerId));
  if (unit.isSlow === true && town.random.between(1, 10) > 1) return null;
  const act = actFor(town.random, part, now);
  const [who, words] = {
    receive: [town.voice(unit.desk), []],
    answer: [town.voice(unit.desk), []],
    ask_extension: [town.voice(unit.desk), ['Cần thêm thời gian xác minh.']],
    ask_completion: [town.voice(unit.desk), ['Bản vẽ tổng mặt bằng.']],
    approve: [town.voice(unit.leader), []],
    return_draft: [town.voice(unit.leader), ['Bổ sung căn cứ.']],
    agree_extension: [asker, []],
    refuse_extension: [asker, ['Đã đủ thời gian.']],
    urge: [asker, []],
    hand_on: [town.voice(unit.desk), [otherThan(town.random, unit).name, 'Không thuộc địa bàn.']],
    agree_handover: [town.voice(FILERS.leader), []],
    refuse_handover: [town.voice(FILERS.leader), ['Đề nghị thực hiện.']],
    complete: [asker, ['Đã gửi bản vẽ.']],
    withdraw: [asker, ['Không còn cần.']],
    nothing: [asker, []],
  }[act] as [Voice, string[]];
  if (act === 'nothing') return null;
  await who.says(code);
  if (!(await pick(who, LABELS[act]))) return null;
  if (act === 'answer') await answer(who);
  if (act === 'ask_extension') await pick(who, /^\d\d\/\d\d\/\d{4}/);
  for (const one of words) await who.says(one);
  if (act === 'complete') await pick(who, 'Xong, không có tệp');
  // Whatever was left open is closed: the next day begins anew.
  await who.says('/huy');
  return act;
};

const LABELS = {
  receive: 'Tiếp nhận',
  answer: 'Trả lời',
  ask_extension: 'Đề nghị gia hạn',
  ask_completion: 'Đề nghị bổ sung',
  approve: 'Duyệt',
  return_draft: 'Trả lại dự thảo',
  agree_extension: 'Đồng ý gia hạn',
  refuse_extension: 'Không đồng ý gia hạn',
  urge: 'Đôn đốc',
  hand_on: 'Chuyển đơn vị khác',
  agree_handover: 'Đồng ý chuyển',
  refuse_handover: 'Không đồng ý chuyển',
  complete: 'Bổ sung',
  withdraw: 'Rút đề nghị',
} as const;
export type Act = keyof typeof LABELS | 'nothing';

const otherThan = (random: Random, unit: Unit): Unit => random.oneOf(UNITS.filter((one) => one !== unit));

const actFor = (random: Random, part: Part, now: Millis): Act => {
  if (part.handover !== null) return random.oneOf<Act>(['agree_handover', 'agree_handover', 'refuse_handover']);
  if (now >= part.due && random.between(1, 100) <= 15) return 'urge';
  switch (part.state) {
    case 'awaiting':
      return random.oneOf<Act>(['receive', 'receive', 'receive', 'nothing', 'ask_completion', 'hand_on', 'withdraw']);
    case 'accepted':
      if (askedExtension(part) !== null) return random.oneOf<Act>(['agree_extension', 'refuse_extension', 'nothing']);
      return random.oneOf<Act>(['answer', 'answer', 'ask_extension', 'ask_completion', 'hand_on', 'nothing']);
    case 'drafted':
      return random.oneOf<Act>(['approve', 'approve', 'return_draft', 'nothing']);
    case 'returned':
      return random.oneOf<Act>(['complete', 'nothing', 'nothing']);
    default:
      return 'nothing';
  }
};

const answer = async (who: Voice): Promise<void> => {
  await pick(who, 'Đã thực hiện');
  await who.says('Đã thực hiện xong.');
  await pick(who, 'Trình duyệt');
};

/** Only what stands under the newest message: an older button is about something else. */
export const pick = async (who: Voice, label: string | RegExp): Promise<boolean> => {
  const has = who.choices().some((one) => (typeof label === 'string' ? one === label : label.test(one)));
  if (has) await who.picks(label);
  return has;
};
