/** Names of roles, and of the chat channels where people have accounts. */
import type { Role } from '#domain/directory/directory.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  official: 'Chuyên viên',
  focal: 'Đầu mối',
  head: 'Trưởng phòng',
  leader: 'Lãnh đạo',
  clerk: 'Văn thư',
  coordinator: 'Cán bộ thường trực Quy chế',
  admin: 'Quản trị',
  auditor: 'Cán bộ giám sát',
};

const channels: Readonly<Record<string, string>> = {
  telegram: 'Telegram',
  'zalo-oa': 'Zalo',
  'zalo-bot': 'Zalo Bot',
  web: 'Trang web nội bộ',
};

export const channelName = (channel: string): string => channels[channel] ?? 'Kênh trò chuyện';
