/** Files sent in a chat: fetched by a job, kept to the byte, named in the summary; Gửi waits for them. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readBytes } from '#db/file.ts';
import { BUTTONS_AND_EDITS, NO_BUTTONS } from '#test/fakes/profile/profile.ts';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { ASKED, codeIn } from '#test/support/story.ts';
import type { Voice } from '#test/support/voice.ts';

const JPEG_HEAD = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0]);
const photo = (size: number, name = 'hien-truong.jpg') => ({
  name,
  mime: 'image/jpeg',
  bytes: Buffer.concat([JPEG_HEAD, Buffer.alloc(size, 'Đông Anh ')]),
});

const fillUpToFiles = async (who: Voice): Promise<void> => {
  await who.says('/yeucau');
  await who.says(ASKED.subject);
  await who.picks(ASKED.zone);
  await who.picks(ASKED.field);
  await who.picks(ASKED.unit);
  await who.picks(ASKED.type);
  await who.picks(ASKED.urgency);
};

describeOnProfiles('a photo sent to the form', (start, on) => {
  test('is kept to the byte, named in the summary, and comes to the unit as it was', async () => {
    const chats = await start();
    const { anh, lan } = chats;
    await fillUpToFiles(anh);
    const sent = photo(2_500_000);
    await anh.sends(sent);
    anh.hears('Đã nhận 1 tệp');
    await anh.picks('Xong');
    anh.hears(on.photosHaveNames ? 'Tệp: hien-truong.jpg' : /Tệp: \w+-\w+\.jpg/);
    await anh.picks('Gửi');
    const code = codeIn(anh.hears('Đã gửi đề nghị'));
    await chats.time.passes('31 seconds');
    await lan.says(`/xem ${code}`);
    await lan.picks('Tệp kèm theo (1)');
    const came = lan.looks().findLast((look) => look.file !== null)?.file;
    if (on.photosHaveNames) {
      expect(came?.name).toBe('hien-truong.jpg');
      expect(sent.bytes.equals(came?.bytes ?? Buffer.alloc(0))).toBe(true);
    } else {
      // The platform fetches the picture by itself, or a person does.
      expect(came !== undefined || lan.heard().join().includes('liên kết dùng trong 24 giờ')).toBe(true);
    }
    const [file] = await chats.query(
      sql<{ id: number; mime: string; sha256: Buffer }>`select id, mime, sha256 from file`,
    );
    expect(file?.mime).toBe('image/jpeg');
    expect(file?.sha256.equals(createHash('sha256').update(sent.bytes).digest())).toBe(true);
    expect(sent.bytes.equals(await readBytes(chats.office.first().db, file?.id ?? 0))).toBe(true);
  });
});

describe('a photo', () => {
  test('that comes first begins a request with it', async () => {
    const { chats } = await startWithFake();
    await chats.anh.sends(photo(10));
    chats.anh.hears('Trích yếu của đề nghị là gì?');
  });

  test('sent at an earlier question is kept for the files, and the question stays', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await anh.says('/yeucau');
    await anh.says(ASKED.subject);
    await anh.sends(photo(10));
    anh.hears('khu công nghiệp nào');
    for (const pick of [ASKED.zone, ASKED.field, ASKED.unit, ASKED.type, ASKED.urgency]) await anh.picks(pick);
    anh.hears('Đã nhận 1 tệp');
  });

  test('and texts in any order become the content and files of one request, over a restart and an edit', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await anh.sends(photo(10, 'a.jpg'), 'Chú thích một');
    await anh.says(ASKED.subject);
    for (const pick of [ASKED.zone, ASKED.field, ASKED.unit, ASKED.type, ASKED.urgency]) await anh.picks(pick);
    await anh.says('Đoạn hai');
    await chats.office.restart();
    await anh.sends(photo(11, 'b.jpg'), 'Chú thích ba');
    await anh.says('Đoạn bốn');
    anh.hears('Đã nhận 2 tệp, 4 đoạn nội dung');
    await anh.picks('Xong');
    await anh.picks('Sửa');
    await anh.picks('Nội dung, tệp');
    await anh.sends(photo(12, 'c.jpg'));
    await anh.says('Đoạn năm');
    await anh.picks('Xong');
    anh.hears('Tệp: a.jpg, b.jpg, c.jpg');
    await anh.picks('Gửi');
    const [row] = await chats.query(sql<{ content: string }>`select content from request`);
    expect(row?.content).toBe('Chú thích một\nĐoạn hai\nChú thích ba\nĐoạn bốn\nĐoạn năm');
  });

  test.each([
    ['a press', BUTTONS_AND_EDITS, (anh: Voice) => anh.picks('Gửi')],
    // The refusal had to be said as a message there: the number above is still meant.
    ['its number, where no button shows the refusal', NO_BUTTONS, (anh: Voice) => anh.says('1')],
  ])('that the platform does not give yet holds Gửi back, and not for ever: %s', async (_by, profile, again) => {
    const { chats, fake } = await startWithFake(profile);
    const { anh } = chats;
    await fillUpToFiles(anh);
    fake.files.fault = 'later';
    await anh.sends(photo(10));
    await anh.picks('Xong');
    await anh.picks('Gửi');
    anh.hears('đang được tải về');
    fake.files.fault = null;
    await chats.time.passes('1 minute');
    await again(anh);
    anh.hears('Đã gửi đề nghị');
  });

  test('that the platform no longer has holds Gửi back and is named; another one takes its place', async () => {
    const { chats, fake } = await startWithFake(BUTTONS_AND_EDITS);
    const { anh } = chats;
    await fillUpToFiles(anh);
    fake.files.fault = 'gone';
    await anh.sends(photo(10, 'bien-ban.jpg'));
    await anh.picks('Xong');
    await anh.picks('Gửi');
    anh.hears('Tệp bien-ban.jpg không tải được');
    fake.files.fault = null;
    await anh.picks('Sửa');
    await anh.picks('Nội dung, tệp');
    await anh.picks('Bỏ các tệp đã gửi');
    await anh.sends(photo(10, 'bien-ban-moi.jpg'));
    await anh.picks('Xong');
    anh.hears('Tệp: bien-ban-moi.jpg');
    await anh.picks('Gửi');
    anh.hears('Đã gửi đề nghị');
  });

  test('that is stored comes back to the byte after the platform has forgotten it', async () => {
    const { chats, fake } = await startWithFake();
    const { anh, lan } = chats;
    await fillUpToFiles(anh);
    const sent = photo(1_500_000);
    await anh.sends(sent);
    await anh.picks('Xong');
    await anh.picks('Gửi');
    fake.files.fault = 'gone';
    await chats.office.restart();
    await chats.time.passes('31 seconds');
    await lan.says(`/xem ${codeIn(anh.sees('Đã gửi đề nghị'))}`);
    await lan.picks('Tệp kèm theo (1)');
    const came = lan.looks().findLast((look) => look.file !== null)?.file;
    expect(sent.bytes.equals(came?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  test('over the limit is refused and named', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await fillUpToFiles(anh);
    await anh.sends(photo(20_000_001, 'ban-ve.jpg'));
    await anh.picks('Xong');
    await anh.picks('Gửi');
    anh.hears('Tệp ban-ve.jpg không tải được');
  });
});
