/** PA6: what bears a secrecy mark is refused with what to do instead, leaves no trace, and disturbs nothing. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inboundSchema } from '#message/inbound.ts';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, OPPOSITES, startChats } from '#test/support/profiles.ts';
import { ASKED, codeIn } from '#test/support/story.ts';
import type { Voice } from '#test/support/voice.ts';

/** Stands in everything that is refused here, and nowhere else. */
const TRACE = 'kho 7391';
const pdf = (name: string) => ({ name, mime: 'application/pdf', bytes: Buffer.from('%PDF-1.7') });

const PHOTO = { name: 'anh.jpg', mime: 'image/jpeg', bytes: Buffer.from('ffd8ffe0', 'hex') };

const isRefused = (who: Voice): void => {
  who.hears('không được tiếp nhận và không được lưu');
  who.hears('xóa tin vừa gửi');
  who.hears('đường văn bản mật');
};

const leavesNoTrace = async (chats: Chats): Promise<void> => {
  const tables = await chats.query(sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
  for (const { name } of tables) {
    const rows = await chats.query(sql`select 1 from ${sql.table(name)} t where t::text like ${`%${TRACE}%`}`);
    expect({ name, rows }).toEqual({ name, rows: [] });
  }
  expect(chats.logged()).not.toContain(TRACE);
};

describeOnProfiles(
  'in the middle of a request',
  (start, on) => {
    test('marked words, captions and names of files are refused, and the draft goes on untouched', async () => {
      const chats = await start();
      const { anh } = chats;
      await anh.says('/yeucau');
      await anh.says(ASKED.subject);
      for (const pick of [ASKED.zone, ASKED.field, ASKED.unit, ASKED.type, ASKED.urgency]) await anh.picks(pick);
      const draft = () => chats.query(sql`select * from form`);
      const before = await draft();
      expect(before).toHaveLength(1);

      await anh.says(`Phương án TỐI MẬT ${TRACE}`);
      isRefused(anh);
      await anh.sends(on.sendsDocuments ? pdf('phuong-an.pdf') : PHOTO, `Bản M Ậ T ${TRACE}`);
      isRefused(anh);
      // Where a file comes without its name, the name cannot tell.
      if (on.sendsDocuments) await anh.sends(pdf(`${TRACE}_TUYET MAT.pdf`), 'Gửi kèm');
      else await anh.says(`TUYỆT MẬT ${TRACE}`);
      isRefused(anh);

      expect(await draft()).toEqual(before);
      expect(await chats.query(sql`select 1 from file`)).toEqual([]);
      expect(await chats.query(sql`select state from inbox where event is null`)).toEqual(
        Array(3).fill({ state: 'done' }),
      );
      await leavesNoTrace(chats);

      await anh.picks('Không có tệp');
      await anh.picks('Gửi');
      codeIn(anh.hears('Đã gửi đề nghị'));
    });
  },
  OPPOSITES,
);

describe('a group with a marked title', () => {
  test('is told so when the bot comes in, and its title stays nowhere', async () => {
    const chats = await startChats();
    const { place } = chats.group('Nhóm');
    const anh = chats.anh.in(place);
    await anh.says('/menu');
    const [seen] = await chats.query(sql<{ event: object }>`select event from inbox order by id desc limit 1`);
    const title = `Tổ công tác TUYỆT MẬT ${TRACE}`;
    const joined = inboundSchema.parse({ ...seen?.event, eventId: 'in', content: { kind: 'joined', title } });
    await chats.office.first().work.accept([joined]);
    await chats.time.passes('4 seconds');
    anh.sees('đổi tên nhóm');
    await leavesNoTrace(chats);
  });
});
