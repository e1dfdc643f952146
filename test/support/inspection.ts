/** A day of work of three members in their group, from the tie to locked minutes. */
import { sql } from 'kysely';
import type { Chats } from './chat.ts';
import { photo } from './photo.ts';
import { aDraft, decidedTeam } from './seated-team.ts';
import { taps } from './team.ts';

export const inspect = async (chats: Chats): Promise<void> => {
  const { code } = await decidedTeam(chats, { members: await threeMembers(chats), topics: ['xay-dung'] });
  const { place } = chats.group('Đoàn kiểm tra');
  const [dung, anh, lan] = [chats.dung.in(place), chats.anh.in(place), chats.lan.in(place)];
  await dung.says('/doan');
  await taps(chats, dung, code);
  // The deciding unit sends one more, who is never there: nobody waits for him.
  await chats.thinh.says('/doan');
  await chats.thinh.picks(code);
  await chats.thinh.picks('Thay đổi thành viên');
  await chats.thinh.picks('Thêm thành viên');
  await chats.thinh.says('Phan Tuấn Kiệt');
  await chats.thinh.picks('Thành viên');
  await chats.thinh.says('Bổ sung theo đề nghị của đoàn');
  await taps(chats, anh, 'Công bố quyết định');
  await taps(chats, anh, 'Nội dung kiểm tra');
  for (const no of [1, 2, 3, 4, 5]) {
    await taps(chats, lan, `Mục ${no}`);
    await taps(chats, lan, no === 2 ? 'Không áp dụng' : 'Đạt');
    await lan.sends(photo(no), `mục ${no}`);
    await taps(chats, lan, 'Danh mục');
  }
  await anh.says('/doan');
  await taps(chats, anh, 'Lập biên bản');
  for (const words of ['08:30', '11:30', 'Nhà xưởng số 2', 'Ông Lê Văn Tám, Giám đốc']) await anh.replies(words);
  await taps(chats, anh, 'Đọc biên bản');
  for (const voice of [dung, anh]) await taps(chats, voice, 'Đồng ý');
  // In her own chat, where she was asked as well.
  await chats.lan.picks('Đồng ý');
  await anh.says('/doan');
  await taps(chats, anh, 'Ý kiến doanh nghiệp');
  await anh.replies('Nhất trí.');
  await taps(chats, anh, 'Ký biên bản');
  await dung.says('/doan');
  await taps(chats, dung, 'Khóa biên bản');
};

/** @returns what is on record, without times */
export const recordOf = async (chats: Chats): Promise<readonly object[]> => {
  const files = await chats.query(sql<object>`
    select count(distinct f.sha256)::int as stored from evidence e join file f on f.id = e.file_id where f.state = 'stored'`);
  const facts = await chats.query(sql<object>`
    select kind, actor_id as actor, data - 'sha256' - 'file' as data from fact where stream like 'team:%' order by seq`);
  return [...files, ...facts];
};

const threeMembers = async (chats: Chats) =>
  (await aDraft(chats)).members.filter((_, index) => [0, 1, 3].includes(index));
