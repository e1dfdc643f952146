/** Words about accounts: waiting, confirmed, turned away, stopped, and people who have left. */
import type { Person } from '#domain/directory/directory.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { addressOf } from './address.ts';
import { dataNotice } from './data.ts';
import { channelName } from './roles.ts';

export const banned: readonly string[] = ['Tài khoản này hiện không được sử dụng hệ thống.'];

export const leftUs: readonly string[] = [
  'Ông/bà hiện không giữ vai trò nào trên hệ thống nên không sử dụng được. Đề nghị liên hệ quản trị viên của đơn vị.',
];

export const waits: readonly string[] = [
  'Tài khoản này đang chờ quản trị viên xác nhận thay tài khoản đã liên kết trước. Đề nghị ông/bà chờ; khi có kết quả sẽ được báo.',
];

export const asksToReplace = (person: Person, office: string, channel: string): readonly Line[] => [
  [{ bold: 'Tài khoản chờ xác nhận' }],
  `Một tài khoản ${channelName(channel)} khác vừa dùng mã mời của ${office}, người đã có tài khoản trên kênh này.`,
  `Đề nghị ông/bà hỏi trực tiếp ${addressOf(person)} rồi chọn Xác nhận (tài khoản cũ ngừng liên kết) hoặc Từ chối.`,
];

export const someoneAsked = (channel: string): readonly string[] => [
  `Có một tài khoản ${channelName(channel)} khác dùng mã mời của ông/bà và đề nghị thay tài khoản này. Việc thay đang chờ quản trị viên xác nhận.`,
  'Nếu không phải ông/bà, đề nghị báo ngay quản trị viên của đơn vị.',
];

export const accountConfirmed = (now: Millis): readonly string[] => [
  'Quản trị viên đã xác nhận: tài khoản này được liên kết thay tài khoản cũ. Gõ /menu để bắt đầu.',
  '',
  ...dataNotice(now),
];

export const rejected: readonly string[] = [
  'Đã từ chối. Tài khoản mới không được liên kết, tài khoản cũ vẫn dùng được.',
];
