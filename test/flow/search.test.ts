/** SE1–SE3: found however it is typed, and never by words that this person may not read. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { referenceStore } from '#db/directory/reference.ts';
import { MOST_FILTERS, saveFilter } from '#db/request/saved-filter.ts';
import { searchByWords } from '#db/request/search.ts';
import { answerReader } from '#domain/permission/insight.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import { dateOf } from '#domain/time.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { ASKED, fileRequest, submitAnswer } from '#test/support/story.ts';
import { key } from '#text/key.ts';

describeOnProfiles(
  'search',
  (start) => {
    test('finds without marks, decomposed, in any order, by a beginning, with a slip, by code, and opens the card', async () => {
      const chats = await start();
      const code = await fileRequest(chats);
      const { anh } = chats;
      for (const words of [
        `ph${Number(code.slice(-5))} sao rồi`,
        `xem ph ${Number(code.slice(-5))}`,
        '/tim khu công nghiệp thang long',
        'tìm nha xuong mo rong',
        `tra cứu ${'Mở rộng nhà xưởng'.normalize('NFD')}`,
        '/tim xuon thien loc',
        '/tim xuogn',
        `/tim ${code.toLowerCase()}`,
        'có yêu cầu nào về nhà xưởng ở xã Thiên Lộc ko',
        'kiếm lại cái vụ mở rộng nhà xưởng',
      ]) {
        await anh.says(words);
        anh.hears(code);
      }
      await anh.picks(code);
      anh.hears(`Trích yếu: ${ASKED.subject}`);
    });
  },
  OPPOSITES,
);

describeOnProfiles(
  'a saved filter',
  (start) => {
    test('is called by name or by tap, finds what may be seen then and not when it was saved', async () => {
      const chats = await start();
      const code = await fileRequest(chats);
      const { anh, lan } = chats;
      await anh.says('/tim nhà xưởng');
      await anh.picks('Lưu bộ lọc');
      await anh.says('Việc đầu tư');
      anh.hears('Đã lưu bộ lọc "Việc đầu tư"');
      await anh.says('/tim viec dau tu');
      anh.hears(code);
      await anh.says('/tim');
      anh.hears('• Việc đầu tư: /tim nhà xưởng');
      await anh.picks('Việc đầu tư');
      anh.hears(code);
      await lan.says('/tim viec dau tu');
      lan.hears('Không tìm thấy');
      await lan.says('/viec xã Thiên Lộc');
      await lan.picks('Lưu bộ lọc');
      await lan.picks('xã Thiên Lộc');
      lan.hears('Đã lưu bộ lọc "xã Thiên Lộc"');
      await lan.says('/tim');
      await lan.picks('xã Thiên Lộc');
      lan.hears(code);
      // Moved to another unit, he sees what that one sees.
      await chats.query(sql`update membership set unit_id = (select id from unit where code = 'so-y-te')
        where person_id = (select filer_id from request)`);
      await anh.says('/tim viec dau tu');
      anh.hearsNo(code);
      await anh.says('/tim');
      await anh.picks('Bỏ "Việc đầu tư"');
      anh.hears('Đã bỏ bộ lọc');

      await chats.query(sql`insert into saved_filter (person_id, list, name, plain, words, created_at)
        select p.id, 'search', 'loc ' || i, 'loc ' || i, 'a', now() from person p, generate_series(1, 11) i
        where p.key = 'tran-thi-lan'`);
      await lan.says('/viec Thiên Lộc');
      await lan.picks('Lưu bộ lọc');
      await lan.picks('Thiên Lộc');
      lan.hears('Mỗi người lưu được 12 bộ lọc');
      await lan.says('/dulieu');
      lan.hears('12 bộ lọc đã lưu');
    });
  },
  OPPOSITES,
);

test('of a saved filter a group sees nothing, wherever its name is typed: list and findings come to the person alone', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  const { anh } = chats;
  const { place } = chats.group('Tổ công tác');
  const inGroup = anh.in(place);
  await inGroup.says('/tim nhà xưởng');
  await anh.picks('Lưu bộ lọc');
  anh.hears('Đặt tên cho bộ lọc');
  await anh.says('Việc đầu tư');
  anh.hears('Đã lưu bộ lọc');
  for (const words of ['/tim', '/tim viec dau tu', '/viec viec dau tu', '/tim không hề có']) await inGroup.says(words);
  anh.sees('• Việc đầu tư: /tim nhà xưởng');
  anh.sees('Không tìm thấy đề nghị');
  for (const words of ['đầu tư', 'nhà xưởng', 'Không tìm thấy', 'Lưu bộ lọc', code]) inGroup.seesNo(words);
  // Another member's words of that name are words.
  await chats.lan.in(place).says('/tim viec dau tu');
  chats.lan.sees('Không tìm thấy đề nghị');
});

test('of filters saved at the same moment no more are kept than there may be', async () => {
  const { chats } = await startWithFake();
  const { db } = chats.office.first();
  const [person] = await chats.query(sql<{ id: number }>`select id from person where key = 'tran-thi-lan'`);
  const save = (name: string) => {
    const filter = { personId: person?.id ?? 0, list: 'search', name, plain: name, words: name } as const;
    return inTransaction(db, (tx) => saveFilter(tx, filter, chats.clock.now()));
  };
  const all = await Promise.all(Array.from({ length: MOST_FILTERS + 4 }, (_, n) => save(`loc ${n}`)));
  expect(all.filter((isSaved) => isSaved)).toHaveLength(MOST_FILTERS);
  expect(await chats.query(sql`select 1 from saved_filter`)).toHaveLength(MOST_FILTERS);
});

test('operators and wildcards are no more than spaces, the longest input is answered, no words ask for some', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  const { anh } = chats;
  for (const words of ["/tim 'nhà' & !xưởng:*", '/tim %nhà_xưởng\\', '/tim nhà | <-> (xưởng)']) {
    await anh.says(words);
    anh.hears(code);
  }
  for (const words of ["/tim khôngcó'); drop table request; --", `/tim ${"a' ".repeat(1_300)}`, '/tim zzzz:*']) {
    await anh.says(words);
    anh.hears('Không tìm thấy');
  }
  for (const words of ['/tim', '/tim %_\\:*', '/tim !!!']) {
    await anh.says(words);
    anh.hears('/tim khu công nghiệp Thăng Long');
  }
});

test('a time said with the words, or alone, narrows to what was filed then', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  const { anh } = chats;
  for (const words of [
    'nhà xưởng tháng 11',
    'xưởng trong quý 4/2026',
    'hôm nay',
    'thang 11 2026',
    'nha xuong ngày 23/11/2026',
  ]) {
    await anh.says(`/tim ${words}`);
    anh.hears(code);
    anh.hears(/gửi (từ|ngày) /);
  }
  for (const words of ['nhà xưởng tháng 10', 'xưởng quý 3/2026', 'hôm qua']) {
    await anh.says(`/tim ${words}`);
    anh.hears('Không tìm thấy');
  }
});

test('a document number finds however it is written, as soon as it is entered', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  await chats.anh.says('/tim 05/BQL-QHXD');
  chats.anh.hears('Không tìm thấy');
  await chats.query(sql`update request set doc_number = '05/BQL-QHXD', doc_date = '2026-11-23'`);
  for (const words of ['/tim 05/BQL-QHXD', '/tim Số: 5 / bql – qhxd']) {
    await chats.anh.says(words);
    chats.anh.hears(code);
    chats.anh.hears('mã, số văn bản');
  }
});

test('an answer is found by its unit and the asking side only, a draft by nobody, and another unit finds nothing', async () => {
  const { chats } = await startWithFake(BUTTONS_AND_EDITS, { ownWords: ['kimcuong'] });
  const code = await fileRequest(chats);
  const { anh, lan, thai, hien } = chats;
  await lan.picks('Tiếp nhận');
  await submitAnswer(lan, 'Thống nhất', 'Đồng thuận kimcuong.');
  for (const who of [anh, lan, thai, hien]) {
    await who.says('/tim kimcuong');
    who.hears('Không tìm thấy');
  }
  await thai.picks('Duyệt');
  for (const who of [anh, lan, thai]) {
    await who.says('/tim kimcuong');
    who.hears(code);
    who.hears('văn bản trả lời');
  }
  for (const words of ['kimcuong', 'kimcuon', 'nhà xưởng', code]) {
    await hien.says(`/tim ${words}`);
    hien.hears('Không tìm thấy');
    hien.hearsNo(ASKED.subject);
  }
});

test('a watcher finds by the subject and not by what only the parties read', async () => {
  const { chats } = await startWithFake();
  const code = await fileRequest(chats);
  await chats.query(sql`update request set content = 'hồng ngọc'`);
  await chats.query(sql`insert into request_watcher select r.id, p.id, r.filer_id, now() from request r, person p
    where p.key = 'nguyen-thi-thu-hien'`);
  await chats.hien.says('/tim nhà xưởng');
  chats.hien.hears(code);
  await chats.hien.says('/tim hồng ngọc');
  chats.hien.hears('Không tìm thấy');
  await chats.anh.says('/tim hồng ngọc');
  chats.anh.hears(code);
});

test('of many the newest are found by slices: pages without a gap or a double, subjects first, the count true', async () => {
  const { chats } = await startWithFake();
  await fileRequest(chats);
  const { db } = chats.office.first();
  // Numbers far apart, so that they stand in many slices: one of every fourth has a word, the oldest five a subject.
  await chats.query(sql`insert into request select (jsonb_populate_record(null::request, to_jsonb(r) || jsonb_build_object(
    'id', 100000 + i * 400, 'code', 'PH-2026-' || (10000 + i), 'content', 'Nước mặt' || case when i % 4 = 0 then ' kênh mương' else '' end,
    'subject', case when i <= 5 then 'Khảo sát nước mặt' when i = 30 then 'Thượng nguồn' else r.subject end))).*
    from request r, generate_series(1, 640) i`);
  await chats.query(sql`insert into part select (jsonb_populate_record(null::part, to_jsonb(p) || jsonb_build_object(
    'id', 100000 + i, 'request_id', 100000 + i * 400))).* from part p, generate_series(1, 640) i`);
  await chats.query(sql`select search_index(array(select id from request))`);
  const { directory } = await referenceStore(db).latest();
  const [person] = await chats.query(sql<{ id: number }>`select id from person where key = 'nguyen-minh-anh'`);
  const now = chats.clock.now();
  const day = dateOf(now);
  const reader = {
    scope: scopeOf(directory, person?.id ?? 0, day),
    answers: answerReader(directory, person?.id ?? 0, day),
    now,
  };
  const page = (typed: string, offset: number) =>
    inTransaction(db, (tx) => searchByWords(tx, reader, { words: typed.split(' ').map((word) => [word]) }, offset));

  const first = await page('nuoc mat', 0);
  expect(first).toMatchObject({ total: 505, isMore: true });
  const pages = async (offsets: readonly number[]): Promise<number[]> => {
    const all = await Promise.all(offsets.map((offset) => page('nuoc mat', offset)));
    return all.flatMap(({ rows }) => rows.map(({ id }) => id));
  };
  const at = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => 100_000 + (from - n) * 400);
  expect(await pages([0, 8, 16, 24])).toEqual([...at(5, 1), ...at(640, 614)]);
  expect(await pages([496, 504, 512])).toEqual(at(149, 141));
  expect(await page('kenh muo', 0)).toMatchObject({ total: 160, isMore: false });
  expect(await page('thuong ngu', 0)).toMatchObject({ total: 1, isMore: false, rows: [{ where: 'subject' }] });
});

test('the plain form of the index is that of the product', async () => {
  const { chats } = await startWithFake();
  for (const text of ['Đề nghị ĐẦU TƯ Thăng Long', 'Ưu tiên Ở Ỷ Ằ'.normalize('NFD'), 'a\u200bb Ñ']) {
    expect(await chats.query(sql`select search_plain(${text}) as plain`)).toEqual([{ plain: key(text) }]);
  }
});
