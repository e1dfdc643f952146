/** The steps that many flows begin with, each as the people do them. */
import type { Chats } from './chat.ts';
import type { Voice } from './voice.ts';

export type Asked = {
  readonly subject: string;
  readonly zone: string;
  readonly field: string;
  readonly unit: string;
  readonly type: string;
  readonly urgency: RegExp;
};

export const ASKED: Asked = {
  subject: 'Góp ý dự án mở rộng nhà xưởng',
  zone: 'KCN Thăng Long',
  field: 'Quản lý nhà nước về đầu tư',
  unit: 'UBND xã Thiên Lộc',
  type: 'Lấy ý kiến',
  urgency: /^Thường /,
};

/** From /yeucau to the summary. */
export const fillRequest = async (who: Voice, over: Partial<Asked> = {}): Promise<void> => {
  const asked = { ...ASKED, ...over };
  await who.says('/yeucau');
  await who.says(asked.subject);
  await who.picks(asked.zone);
  await who.picks(asked.field);
  await who.picks(asked.unit);
  await who.picks(asked.type);
  await who.picks(asked.urgency);
  await who.picks('Không có tệp');
};

/** @returns the code; the undo window is still open */
export const sendRequest = async (who: Voice, over: Partial<Asked> = {}): Promise<string> => {
  await fillRequest(who, over);
  await who.picks('Gửi');
  return codeIn(who.hears('Đã gửi đề nghị'));
};

/** Sent, and the units have heard of it. */
export const fileRequest = async (chats: Chats, over: Partial<Asked> = {}): Promise<string> => {
  const code = await sendRequest(chats.anh, over);
  await chats.time.passes('31 seconds');
  return code;
};

export const codeIn = (text: string): string => {
  const found = /PH-\d{4}-\d{5}/.exec(text);
  if (found === null) throw new Error(`no code in: ${text}`);
  return found[0];
};

export const submitAnswer = async (who: Voice, position = 'Thống nhất', words = 'Thống nhất về chủ trương.') => {
  await who.picks('Trả lời');
  await who.picks(position);
  await who.says(words);
  await who.picks('Trình duyệt');
};
