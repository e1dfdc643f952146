/** CH7, FI3, S13: what people send in several messages becomes one request, in order; what cannot be kept is said so. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { ASKED, fillRequest } from '#test/support/story.ts';
import type { Voice } from '#test/support/voice.ts';

const JPEG = Buffer.from('ffd8ffe000104a46494600', 'hex');
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF');
const photo = (name: string) => ({ name, mime: 'image/jpeg', bytes: Buffer.concat([JPEG, Buffer.from(name)]) });
const picksRest = async (who: Voice): Promise<void> => {
  for (const pick of [ASKED.zone, ASKED.field, ASKED.unit, ASKED.type, ASKED.urgency]) await who.picks(pick);
};

describeOnProfiles('five texts and three files in a row', (start, on) => {
  test('make one request with all of them, in order, and several files at once get one answer', async () => {
    const chats = await start();
    const { anh } = chats;
    await anh.sendsTogether([photo('a.jpg'), photo('b.jpg')]);
    expect(anh.heard()).toHaveLength(1);
    anh.hears(/Đã nhận 2 tệp\.\s+Trích yếu của đề nghị là gì\?/);
    await anh.says(ASKED.subject);
    anh.hears('khu công nghiệp nào');
    for (const words of ['Đoạn hai dài hơn', 'Đoạn ba dài hơn', 'Đoạn bốn dài hơn']) {
      await anh.says(words);
      anh.hears('Đã ghi thêm vào nội dung');
      anh.hears('khu công nghiệp nào');
    }
    await anh.sends(on.sendsDocuments ? { name: 'c.pdf', mime: 'application/pdf', bytes: PDF } : photo('c.jpg'));
    anh.hears('Đã nhận 3 tệp.');
    await picksRest(anh);
    await anh.says('Đoạn năm dài hơn');
    anh.hears('Đã nhận 3 tệp, 4 đoạn nội dung');
    await anh.says('xong rồi');
    anh.hears(
      on.photosHaveNames ? 'Tệp: a.jpg, b.jpg, c.pdf' : /Tệp: \w+-\w+\.jpg, \w+-\w+\.jpg, (c\.pdf|\w+-\w+\.jpg)$/m,
    );
    await anh.picks('Gửi');
    anh.hears('Đã gửi đề nghị');
    const [row] = await chats.query(sql<{ content: string; files: string[] }>`
      select content, (select array_agg(f.name order by f.id) from request_file rf join file f on f.id = rf.file_id) as files
      from request`);
    expect(row?.content).toBe('Đoạn hai dài hơn\nĐoạn ba dài hơn\nĐoạn bốn dài hơn\nĐoạn năm dài hơn');
    if (on.photosHaveNames) expect(row?.files).toEqual(['a.jpg', 'b.jpg', 'c.pdf']);
    else expect(row?.files).toHaveLength(3);
  });
});

describeOnProfiles('what comes first without a word', (start, on) => {
  test('a photo, a voice note, a file or a place, opens a draft that has it', async () => {
    const { anh } = await start();
    const ogg = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(60)]);
    const document = { name: 'c.pdf', mime: 'application/pdf', bytes: PDF };
    const voiceNote = { name: 'voice.ogg', mime: 'audio/ogg', bytes: ogg };
    for (const file of [photo('a.jpg'), voiceNote, ...(on.sendsDocuments ? [document] : [])]) {
      await anh.sends(file);
      anh.hears(/Đã nhận 1 tệp\.\s+Trích yếu của đề nghị là gì\?/);
      anh.hearsNo('không nhận');
      await anh.says('/huy');
    }
    await anh.sharesPlace(21.123, 105.456);
    // What the platform does not hand over is said so, and what can be sent.
    if (!on.sendsDocuments) return void anh.hears('bằng chữ, ảnh');
    anh.hears('Trích yếu của đề nghị là gì?');
    await anh.says(ASKED.subject);
    await picksRest(anh);
    await anh.picks('Xong');
    anh.hears('Nội dung: Vị trí: 21.123, 105.456');
  });
});

describe('what was gathered', () => {
  test('is taken out one by one: a file by its name, a text by its beginning', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await anh.sendsTogether([photo('a.jpg'), photo('b.jpg'), photo('c.jpg')]);
    await anh.says(ASKED.subject);
    await anh.says('KCN Không Có Thật');
    anh.hears('Không tìm thấy khu "KCN Không Có Thật"');
    await anh.says('Nội dung đúng');
    await picksRest(anh);
    await anh.picks('Bỏ tệp b.jpg');
    await anh.picks('Bỏ đoạn "KCN Không Có Thật"');
    anh.hears('Đã nhận 2 tệp, 1 đoạn nội dung');
    await anh.picks('Xong');
    const summary = anh.hears('Tệp: a.jpg, c.jpg');
    expect(summary).toContain('Nội dung: Nội dung đúng');
    expect(summary).not.toContain('Không Có Thật');
  });

  test('is not lost when a photo comes while the draft is set aside: it joins the draft', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await anh.says('/yeucau');
    await anh.says(ASKED.subject);
    await anh.says('Nội dung đã ghi');
    await chats.query(sql`update form set open = false`);
    await anh.sends(photo('a.jpg'));
    anh.hears('khu công nghiệp nào');
    await picksRest(anh);
    anh.hears('Đã nhận 1 tệp, 1 đoạn nội dung');
  });
});

describe('a file that is not taken', () => {
  test('is named to its sender with what is taken; it holds Gửi back until it is dropped', async () => {
    const { chats } = await startWithFake(undefined, { ownWords: ['bao-caofdp.exe'] });
    const { anh } = chats;
    await fillRequest(anh);
    await anh.picks('Sửa');
    await anh.picks('Nội dung, tệp');
    const bytes = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]);
    await anh.sendsTogether([{ name: '../../bao-cao\u202Efdp.exe', mime: 'application/pdf', bytes }, photo('a.jpg')]);
    anh.hears('Tệp bao-caofdp.exe thuộc loại không nhận. Nhận tệp PDF, Word');
    await anh.picks('Xong');
    anh.hears('bao-caofdp.exe (không nhận được), a.jpg');
    await anh.picks('Gửi');
    anh.hears('Tệp bao-caofdp.exe không tải được hoặc không nhận');
    await anh.picks('Sửa');
    await anh.picks('Nội dung, tệp');
    await anh.picks('Bỏ tệp bao-caofdp.exe');
    await anh.picks('Xong');
    await anh.picks('Gửi');
    anh.hears('Đã gửi đề nghị');
    expect(await chats.query(sql`select count(*)::int as chunks from file_chunk`)).toEqual([{ chunks: 1 }]);
  });

  test('because of its size is not even fetched', async () => {
    const { chats, fake } = await startWithFake();
    const { anh } = chats;
    // Were it asked for, the platform would only say later.
    fake.files.fault = 'later';
    await anh.sends({ name: 'ban-ve.pdf', mime: 'application/pdf', bytes: Buffer.alloc(20_000_001) });
    anh.hears('Tệp ban-ve.pdf lớn hơn 20 MB');
  });
});
