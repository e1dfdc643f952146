/** ST2, ST7: the report of a period of the decree, its figures closed at the cut-off, and what units say to it. */
import excel from 'exceljs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { readFigures } from '#db/figures/figures.ts';
import { readReport } from '#db/report/report.ts';
import { sumOf } from '#domain/figures/counts.ts';
import { giveDuty } from '#test/support/duty.ts';
import { paperOf } from '#test/support/paper-of.ts';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { fileRequest, submitAnswer } from '#test/support/story.ts';
import type { Voice } from '#test/support/voice.ts';

const PARTS = ['Phần việc nhận', 'Đã trả lời', 'Không trả lời', 'Đang quá hạn', 'Đang xử lý trong hạn'];

/** The figures of the screen, for comparison. */
const figuresIn = (text: string): readonly string[] =>
  text.split('\n').filter((line) => PARTS.some((name) => line.startsWith(name)));

const sheetNames = (who: Voice): readonly string[] =>
  who.looks().flatMap(({ file }) => (file?.name.endsWith('.xlsx') === true ? [file.name] : []));

const sheetsOf = async (who: Voice) => {
  const found = who.looks().findLast(({ file }) => file?.name.endsWith('.xlsx'))?.file;
  if (found === undefined || found === null) throw new Error('no sheet came');
  const book = new excel.Workbook();
  await book.xlsx.load(Uint8Array.from(found.bytes).buffer);
  return book.worksheets.map((page) => {
    expect(page.views[0]).toMatchObject({ state: 'frozen' });
    const rows: unknown[][] = [];
    page.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values.slice(1) : []));
    return { name: page.name, rows };
  });
};

describeOnProfiles(
  'a report',
  (start) => {
    test('names its period and rule, is closed at the cut-off, and says the same however often it is made', async () => {
      const chats = await start({ at: '2026-12-09 08:00' });
      const { trung, lan, thai, nga } = chats;
      await fileRequest(chats);
      await lan.picks('Tiếp nhận');
      await submitAnswer(lan);
      await thai.picks('Duyệt');
      const late = await fileRequest(chats, { subject: 'Cung cấp hồ sơ nền', urgency: /^Thượng khẩn|^Khẩn / });
      await trung.says('báo cáo tháng 12');
      expect(trung.hears('tháng 12/2026')).toContain('chưa chốt');

      await chats.time.to('2026-12-14 17:00');
      await chats.time.to('2026-12-15 09:00');

      await trung.says('/baocao tháng 12');
      const closed = trung.hears('Sơ kết thực hiện Quy chế phối hợp tháng 12/2026');
      expect(closed).toContain('số liệu từ ngày 15/11/2026 đến hết ngày 14/12/2026');
      expect(closed).toContain('Số liệu chốt lúc 00:00 ngày 15/12/2026.');
      expect(figuresIn(closed)).toEqual([
        'Phần việc nhận: 2',
        'Đã trả lời: 1 (đúng hạn 1, quá hạn 0)',
        'Đang quá hạn: 1',
      ]);
      // What comes after the cut-off changes nothing.
      await lan.says(late);
      await lan.picks('Tiếp nhận');
      await submitAnswer(lan, 'Thống nhất', 'Đồng ý.');
      await thai.picks('Duyệt');
      await trung.says('/baocao tháng 12');
      expect(figuresIn(trung.hears('chốt lúc'))).toEqual(figuresIn(closed));
      // Of another unit neither figures nor matters are seen.
      await chats.hien.says('/baocao tháng 12');
      expect(figuresIn(chats.hien.hears('chốt lúc'))[0]).toBe('Phần việc nhận: 0');
      await nga.says('/baocao tháng 12');
      expect(figuresIn(nga.hears('chốt lúc'))[0]).toBe('Phần việc nhận: 2');
    });
  },
  OPPOSITES,
);

test('on paper it has figures, what is late, what units say, and open findings; its annex has the same figures', async () => {
  const { chats } = await startWithFake(undefined, { at: '2026-12-09 08:00' });
  const { trung, lan, thai } = chats;
  const answered = await fileRequest(chats);
  await lan.picks('Tiếp nhận');
  await submitAnswer(lan);
  await thai.picks('Duyệt');
  const late = await fileRequest(chats, { subject: 'Cung cấp hồ sơ nền', urgency: /^Khẩn / });
  await lan.says('/baocao tháng 12');
  await lan.picks('Nhập khó khăn, vướng mắc');
  await lan.says('Thiếu cán bộ chuyên trách.');
  lan.hears('Đã ghi');
  await giveDuty(chats);
  await chats.time.to('2026-12-15 00:01');
  await trung.says('/baocao tháng 12');

  await trung.picks('Lập báo cáo');
  const { name, text, foot } = paperOf(trung);
  trung.hears('Người ký: Trưởng ban Phạm Quốc Thịnh.');
  expect(text).toMatch(/- Lưu: VT.\nTRƯỞNG BAN\nPhạm Quốc Thịnh\n/);
  expect(text).toContain('Nơi nhận:\n- Ủy ban nhân dân thành phố Hà Nội (để báo cáo);');
  const signedBy = async (who: Voice, label: string | RegExp): Promise<string> => {
    await who.says('/baocao tháng 12');
    await who.picks('Chọn người ký');
    await who.picks(label);
    return paperOf(who).text;
  };
  expect(await signedBy(trung, /Phó Trưởng ban Đỗ Thị Thu Hằng/)).toMatch(
    /\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nĐỗ Thị Thu Hằng\n/,
  );
  expect(await signedBy(trung, 'Để trống tên người ký')).toMatch(/\nTRƯỞNG BAN\n…+\n/);
  expect(await signedBy(lan, /^Chủ tịch/)).toMatch(
    / \(để tổng hợp\);.*TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Thái\n/s,
  );
  expect(name).toBe('bao-cao-thang-2026-12-14.docx');
  expect(foot).toBe('bao-cao, bản 1');
  expect(new Set(sheetNames(trung))).toEqual(new Set(['bao-cao-thang-2026-12-14.xlsx']));
  const annex = await sheetsOf(trung);
  expect(annex.map(({ name }) => name)).toEqual([
    'Theo lĩnh vực',
    'Theo đơn vị',
    'Quá hạn, không trả lời',
    'Cách tính',
  ]);
  for (const { rows } of annex.slice(0, 2)) {
    const heads = rows.find((row) => row.includes('Phần việc nhận')) ?? [];
    const total = rows.at(-1) ?? [];
    expect(total[0]).toBe('Cộng');
    const of = (measure: string) => total[heads.indexOf(measure)];
    expect([of('Phần việc nhận'), of('Trả lời đúng hạn'), of('Đang quá hạn'), of('Tỷ lệ đúng hạn')]).toEqual([
      2, 1, 1, 0.5,
    ]);
  }
  expect(annex[2]?.rows.at(-1)?.[0]).toBe(late);
  // Nothing that happens later changes a number or a row of it.
  await lan.says(late);
  await lan.picks('Tiếp nhận');
  await submitAnswer(lan, 'Thống nhất', 'Đồng ý.');
  await thai.picks('Duyệt');
  await fileRequest(chats, { subject: 'Việc của kỳ sau' });
  await trung.says('/baocao tháng 12');
  await trung.picks('Lập báo cáo');
  expect(await sheetsOf(trung)).toEqual(annex);
  expect(paperOf(trung).text).toBe(text);
  expect(text).toContain('BÁO CÁO\nSơ kết thực hiện Quy chế phối hợp tháng 12/2026');
  expect(text).toContain('chốt lúc 00:00 ngày 15/12/2026');
  expect(text).toContain('Căn cứ Nghị định số 09/2019/NĐ-CP');
  expect(text).toContain('- Phần việc nhận: 2;\n');
  expect(text).toContain('Quản lý nhà nước về đầu tư\n2\n1\n0\n0\n1\n50%');
  expect(text).toContain(`${late}: Cung cấp hồ sơ nền`);
  expect(text).not.toContain(answered);
  expect(text).toContain('- UBND xã Thiên Lộc: Thiếu cán bộ chuyên trách.');
  expect(text).toContain('Các đơn vị chưa gửi nội dung này.');
  expect(text).toContain('UBND xã Thiên Lộc: Khắc phục lối thoát nạn');
  expect(text).toContain('VII. Kiến nghị kiểm tra chưa khắc phục xong');
  expect(text).toMatch(
    /Phụ lục\nCÁCH TÍNH SỐ LIỆU\n\(Kèm theo Báo cáo số {5,}\/BC-BQL ngày .* của Ban Quản lý các khu/,
  );
  expect(text).toMatch(/Số: {5,}\/BC-BQL(?!-)/);
  expect(text).toContain('Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ');
});

describeOnProfiles(
  'words of a unit',
  (start) => {
    test('are read again, changed with their history until the cut-off, asked for before it, and missed by name', async () => {
      const chats = await start({ at: '2026-12-08 08:00' });
      const { trung, lan, thai, ha } = chats;
      await fileRequest(chats);
      await lan.says('/baocao năm 2026');
      lan.hearsNo('Nội dung đơn vị đã nhập');
      await lan.picks('Nhập khó khăn, vướng mắc');
      await lan.says('Thiếu cán bộ chuyên trách.');
      lan.hears('Được sửa đến hết ngày 14/12/2026');
      await lan.picks('Nội dung đơn vị đã nhập');
      lan.hears(/Khó khăn, vướng mắc \(bà Trần Thị Lan nhập 08:\d\d ngày 08\/12\/2026\): Thiếu cán bộ/);
      lan.hears('Kiến nghị, đề xuất: chưa nhập');
      // A colleague sees what there is before he puts other words in its place.
      await thai.says('/baocao năm 2026');
      await thai.picks('Sửa khó khăn, vướng mắc');
      thai.hears('Thiếu cán bộ chuyên trách.');
      await thai.says('Thiếu 02 cán bộ.');
      await thai.picks('Nội dung đơn vị đã nhập');
      thai.hears(/ông Nguyễn Văn Thái nhập .*: Thiếu 02 cán bộ\./);
      await thai.picks('Các lần nhập');
      expect(thai.hears('lần 2')).toMatch(
        /lần 2, ông .*Thái.*\nThiếu 02 cán bộ\.\n\n.*lần 1, bà .*Lan.*\nThiếu cán bộ chuyên trách/,
      );
      await trung.says('/baocao năm 2026');
      await trung.picks('Đơn vị đã nhập, chưa nhập');
      expect(trung.hears('Đã nhập (1)')).toMatch(/Đã nhập \(1\):\n- UBND xã Thiên Lộc/);
      // Of others it sees nothing, and who reports for all asks nobody for his own.
      await ha.says('/baocao năm 2026');
      ha.hearsNo('Nội dung đơn vị đã nhập');
      expect(ha.choices()).not.toContain('Đơn vị đã nhập, chưa nhập');

      // The form is open while the period is closed.
      await lan.says('/baocao năm 2026');
      await lan.picks('Nhập kiến nghị, đề xuất');
      await chats.time.to('2026-12-15 00:01');
      await lan.says('Bố trí thêm kinh phí.');
      lan.hears('Kỳ này đã chốt lúc 00:00 ngày 15/12/2026');
      await lan.says('/baocao năm 2026');
      expect(lan.choices()).not.toContain('Nhập kiến nghị, đề xuất');
      await lan.picks('Nội dung đơn vị đã nhập');
      lan.hears('không sửa được nữa');
      const kept = await chats.query(sql`select words from report_note order by id`);
      expect(kept).toEqual([{ words: 'Thiếu cán bộ chuyên trách.' }, { words: 'Thiếu 02 cán bộ.' }]);
    });
  },
  OPPOSITES,
);

test('two working days before a quarter ends its units are asked, once, where they have said nothing yet', async () => {
  const { chats } = await startWithFake(undefined, { at: '2026-12-07 08:00' });
  const { lan, hien, thai } = chats;
  await fileRequest(chats);
  const asked = (who: Voice): number =>
    who.looks().filter(({ text }) => text.includes('Đề nghị ông/bà nhập khó khăn')).length;
  await chats.time.to('2026-12-10 07:59');
  expect(asked(lan)).toBe(0);
  await chats.time.to('2026-12-10 08:01');
  expect(asked(lan)).toBe(1);
  lan.sees('Tổng kết thực hiện Quy chế phối hợp năm 2026');
  await lan.picks('Nhập khó khăn, vướng mắc');
  await lan.says('Không.');
  lan.hears('Đã ghi');
  // Neither a leader, whom the desk tells, nor a unit that was asked for nothing.
  for (const who of [thai, hien]) expect(asked(who)).toBe(0);
  await chats.time.to('2026-12-11 09:00');
  expect(asked(lan)).toBe(1);
  const [next] = await chats.query(sql<{ at: Date }>`
    select d.at from due d join report_schedule s on s.id = d.subject_id where d.kind = 'report' and s.person_id is null`);
  expect(new Date(next?.at ?? 0).toISOString()).toBe('2026-12-14T17:00:00.000Z');
});

test('periods are offered by name; one that the decree does not have, and a person who reports for nobody, are answered', async () => {
  const { chats } = await startWithFake();
  const { trung, anh, huy } = chats;
  await trung.says('/baocao');
  expect(trung.choices()).toEqual([
    'Tháng 11/2026',
    'Quý III/2026',
    '6 tháng đầu năm 2026',
    '9 tháng đầu năm 2026',
    'Năm 2025',
    'Tháng 12/2026 (đang diễn ra)',
  ]);
  await trung.picks('Quý III/2026');
  trung.hears('số liệu từ ngày 15/06/2026 đến hết ngày 14/09/2026');
  await trung.picks('Cách tính');
  trung.hears('Trả lời đúng hạn: ');
  await trung.says('/baocao tháng 12');
  trung.hears('số liệu từ ngày 15/11/2026 đến hết ngày 14/12/2026');
  await trung.says('/baocao tháng 12 năm ngoái');
  trung.hears('đến hết ngày 14/12/2025');
  await trung.says('báo cáo 6 tháng cuối năm');
  trung.hears('Kỳ báo cáo là tháng, quý');
  await trung.says('/baocao quý IV');
  trung.hears('quý IV/2026');
  for (const who of [anh, huy]) {
    await who.says('/baocao tháng 11');
    who.hears('Báo cáo do cán bộ thường trực');
  }
});

test('closed figures equal the plain ones of that moment, and nobody can change them', async () => {
  const { chats } = await startWithFake();
  const { lan, thai } = chats;
  await fileRequest(chats, { urgency: /^Khẩn / });
  await lan.picks('Tiếp nhận');
  await submitAnswer(lan);
  await thai.picks('Duyệt');
  await fileRequest(chats, { unit: 'UBND xã Thiên Lộc', subject: 'Việc khác' });
  const { db } = chats.office.first();
  const now = chats.clock.now();
  const [regulation] = await chats.query(sql<{ id: number }>`select id from regulation where code = 'QC-2026'`);
  const key = { regulationId: regulation?.id ?? 0, kind: 'month', to: '2026-12-14' } as const;
  const { live, plain } = await inTransaction(db, async (tx) => {
    const query = { selection: { side: 'all' }, filters: {}, by: null, now } as const;
    const [figures] = await readFigures(tx, query, [{ kind: 'span', from: '2026-11-15', to: '2026-12-14' }]);
    return { live: await readReport(tx, key, now), plain: figures?.total };
  });
  expect(live.isClosed).toBe(false);
  expect(sumOf(live.cells.map(({ counts }) => counts))).toEqual(plain);
  await chats.time.to('2026-12-15 00:01');
  const cutOff = Date.parse('2026-12-15T00:00:00+07:00');
  const { closed, counted } = await inTransaction(db, async (tx) => {
    const query = { selection: { side: 'all' }, filters: {}, by: null, now: cutOff } as const;
    const [figures] = await readFigures(tx, query, [{ kind: 'span', from: '2026-11-15', to: '2026-12-14' }]);
    return { closed: await readReport(tx, key, chats.clock.now()), counted: figures?.total };
  });
  expect(closed.isClosed).toBe(true);
  expect(sumOf(closed.cells.map(({ counts }) => counts))).toEqual(counted);
  const [snapshot] = await chats.query(sql<{ n: number }>`select count(*)::int as n from report_snapshot`);
  // All that end on the 14th of December: month, quarter, and the year under each of the three versions it saw.
  expect(snapshot?.n).toBe(5);
  for (const table of ['report_snapshot', 'report_cell', 'report_part', 'report_note']) {
    await expect(chats.query(sql`delete from ${sql.table(table)}`)).rejects.toThrow('permission denied');
  }
});
