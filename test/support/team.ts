/** Script words of inspection teams: a plan through its form, a decision, a tied group. */
import { sql } from 'kysely';
import type { GroupPlace } from '#test/fakes/profile/platform.ts';
import type { Chats } from './chat.ts';
import type { Voice } from './voice.ts';

export type PlanAnswers = {
  readonly kind: string;
  readonly topics: string;
  readonly enterprise: string;
  readonly first: string;
  readonly last: string;
  readonly leader: string;
  readonly secretary: string;
  readonly members: string;
};

export const PLAN: PlanAnswers = {
  kind: 'Kiểm tra',
  topics: 'pccc',
  enterprise: 'Công ty Cổ phần Cơ khí Lúa Vàng Giả Định',
  first: '30/11/2026',
  last: '30/11/2026',
  leader: 'Trần Văn Dũng',
  secretary: 'Nguyễn Minh Anh',
  members: 'Phan Tuấn Kiệt; Trần Thị Lan; Kiều Thị Thanh Hà',
};

/** Up to the summary, or to where it stops. */
export const fillPlan = async (who: Voice, answers: Partial<PlanAnswers> = {}): Promise<void> => {
  const all = { ...PLAN, ...answers };
  await who.says('/doan');
  await who.picks('Lập kế hoạch đoàn');
  await who.picks(all.kind);
  await who.says(all.topics);
  // A word that is one button's alone is that button.
  if (who.choices().includes('Xong')) await who.picks('Xong');
  await who.says(all.enterprise);
  await who.picks(/^Năm 2025/);
  await who.says(all.first);
  await who.says(all.last);
  await who.picks('08:30');
  await who.picks('Tại trụ sở doanh nghiệp');
  await who.says('Máy ảnh, thước đo');
  await who.says(all.leader);
  await who.picks('Không có phó trưởng đoàn');
  await who.says(all.secretary);
  await who.says(all.members);
};

/** @returns the team's code */
export const planTeam = async (who: Voice, answers: Partial<PlanAnswers> = {}): Promise<string> => {
  await fillPlan(who, answers);
  await who.picks('Lưu kế hoạch');
  return codeIn(who.hears('đã được đưa vào kế hoạch'));
};

export const codeIn = (text: string): string => /DKT-\d{4}-\d{4,}/.exec(text)?.[0] ?? '';

/** Planned by the coordinator, decided by the board's leader. */
export const decideTeam = async (chats: Chats, code: string, number = '125/QĐ-BQL'): Promise<void> => {
  await chats.thinh.says('/doan');
  await chats.thinh.picks(code);
  await chats.thinh.picks('Ban hành quyết định');
  await chats.thinh.says(number);
  await chats.thinh.says('23/11/2026');
  await chats.thinh.picks(/Phạm Quốc Thịnh/);
  chats.thinh.sees('đã có quyết định');
};

/** In a group anybody may pick by answering the message with the number. */
export const taps = async (chats: Chats, voice: Voice, label: string): Promise<void> => {
  return chats.platform.hasButtons ? voice.picks(label) : tapsByNumber(voice, label);
};

/** Also where only private chats have buttons. */
export const tapsByNumber = async (voice: Voice, label: string): Promise<void> => {
  const look = voice.looks().findLast(({ text }) => text.includes(label));
  const number = new RegExp(`^(\\d+)\\. ${label.replace(/[.()]/g, '\\$&')}`, 'm').exec(look?.text ?? '')?.[1];
  if (look === undefined || number === undefined) throw new Error(`nobody sees ${label} in the group`);
  return voice.answers(look, number);
};

export const tieTeam = async (chats: Chats, code: string, place: GroupPlace): Promise<void> => {
  const leader = chats.dung.in(place);
  await leader.says('/doan');
  await leader.picks(code);
  leader.sees('đã gắn với đoàn');
};

export const teamId = async (chats: Chats, code: string): Promise<number> => {
  const [row] = await chats.query(sql<{ id: number }>`select id from team where code = ${code}`);
  return row?.id ?? 0;
};
