/** FI4, AD2: the own form of a field is data, in force at once; MA4: a request keeps the regulation it was filed under. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { describeOnProfiles, OPPOSITES, startWithFake } from '#test/support/profiles.ts';
import { ASKED, codeIn, fillRequest } from '#test/support/story.ts';

const LABOUR = 'Quản lý doanh nghiệp và người lao động';
const FIRE = 'Bảo đảm an ninh trật tự và phòng cháy chữa cháy';

const askNew = (key: string, label: string, from: string) => sql`
  insert into field_question (field_id, key, label, kind, choices, required, ordinal, valid_from)
  select id, ${key}, ${label}, 'text', '{}', true, 9, ${from} from field where code = 'F4'`;

/** The board makes a question required: a change of data. */
const requireCount = sql`update field_question set required = true where key = 'so_lao_dong'`;

describeOnProfiles(
  'the own form of a field',
  (start) => {
    test('asks after the type, shows in summary and card, and is stored with its keys and labels', async () => {
      const chats = await start();
      const { anh, lan } = chats;
      await chats.query(requireCount);
      await anh.says('/yeucau');
      await anh.says(ASKED.subject);
      for (const pick of [ASKED.zone, LABOUR, ASKED.unit, ASKED.type]) await anh.picks(pick);
      anh.hears('Số lao động liên quan?');
      await anh.says('nhiều lắm');
      anh.hears('Đề nghị trả lời bằng số');
      await anh.says('1.200 người');
      await anh.picks(ASKED.urgency);
      await anh.picks('Không có tệp');
      anh.hears('Số lao động liên quan: 1.200');
      await anh.picks('Gửi');
      const code = codeIn(anh.hears('Đã gửi đề nghị'));
      await chats.time.passes('31 seconds');
      await lan.says(`/xem ${code}`);
      lan.hears('Số lao động liên quan: 1.200');
      expect(await chats.query(sql`select extra from request`)).toEqual([
        { extra: [{ key: 'so_lao_dong', label: 'Số lao động liên quan', kind: 'number', value: 1200 }] },
      ]);
    });
  },
  OPPOSITES,
);

describe('the questions of a field', () => {
  test('changed as data are asked at once: a draft in the middle goes on, an old request keeps its answers', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await chats.query(requireCount);
    await anh.says('/yeucau');
    await anh.says(ASKED.subject);
    for (const pick of [ASKED.zone, LABOUR, ASKED.unit, ASKED.type]) await anh.picks(pick);
    await anh.says('500');
    anh.hears('Mức độ khẩn?');
    await chats.query(askNew('nghe_chinh', 'Nghề chính', '2026-11-23'));
    await anh.picks(ASKED.urgency);
    anh.hears('Nghề chính?');
    await anh.says('Hàn điện');
    await anh.picks('Không có tệp');
    const both = anh.hears('Nghề chính: Hàn điện');
    expect(both).toContain('Số lao động liên quan: 500');
    await chats.query(sql`update field_question set valid_to = '2026-11-22' where key = 'so_lao_dong'`);
    await anh.picks('Gửi');
    const code = codeIn(anh.hears('Đã gửi đề nghị'));
    await chats.query(sql`update field_question set valid_to = '2026-11-22' where key = 'nghe_chinh'`);
    await anh.says(`/xem ${code}`);
    expect(anh.hears('Nghề chính: Hàn điện')).not.toContain('Số lao động');
  });

  test('that are not required are offered under Sửa, one may be passed over, and none is asked unprompted', async () => {
    const { chats } = await startWithFake();
    const { anh } = chats;
    await fillRequest(anh, { field: FIRE });
    await anh.picks('Sửa');
    await anh.picks('Thông tin thêm của lĩnh vực');
    await anh.picks('Nhà xưởng');
    anh.hears('Diện tích sàn (m²)?');
    await anh.picks('Bỏ qua');
    const summary = anh.hears('Loại công trình: Nhà xưởng');
    expect(summary).not.toContain('Diện tích');
  });
});

describe('a request to forty units', () => {
  test('has a summary that folds their names, fits one message, and shows all at a tap', async () => {
    const { chats } = await startWithFake(OPPOSITES[1]);
    const { dung } = chats;
    await fillRequest(dung, { unit: 'Các xã, phường tham gia Quy chế' });
    const summary = dung.hears(/• UBND .*, UBND .* và \d\d đơn vị khác/);
    expect(summary).toContain('1. Gửi');
    expect(summary.length).toBeLessThan(1_200);
    expect(summary.match(/Hạn tiếp nhận/g)).toHaveLength(1);
    await dung.picks(/^Xem đủ \d\d đơn vị$/);
    dung.hears('40) ');
    await dung.picks('Xem lại bản tóm tắt');
    await dung.picks('Gửi');
    dung.hears('Đã gửi đề nghị');
  });
});

describe('a newer version of the regulation', () => {
  test('leaves terms and extensions of what was filed before it as they were', async () => {
    const { chats } = await startWithFake();
    const { anh, lan } = chats;
    await fillRequest(anh);
    const draft = anh.hears('Hạn trả lời (dự kiến): hết ngày 03/12/2026');
    expect(draft).toContain('Hạn tiếp nhận: 17:30 ngày 23/11/2026');
    await anh.picks('Gửi');
    const code = codeIn(anh.hears('Đã gửi đề nghị'));
    await chats.time.passes('31 seconds');
    await chats.query(newerRegulation);
    await chats.time.to('2026-11-25 08:00');
    await lan.says(`/xem ${code}`);
    await lan.picks('Tiếp nhận');
    await lan.says(`/xem ${code}`);
    // Seven working days from the end of the receipt term, not the one of the new version.
    lan.hears('Hạn trả lời: hết ngày 03/12/2026');
    // Nor its ban on extensions.
    await lan.picks('Đề nghị gia hạn');
    await lan.says('8/12/2026');
    await lan.says('Chờ số liệu của các phòng.');
    await anh.picks('Đồng ý gia hạn');
    lan.hears('Hạn trả lời mới: hết ngày 08/12/2026');
    await fillRequest(anh, { subject: 'Rà soát ngành nghề ưu đãi' });
    expect(anh.hears('Hạn trả lời (dự kiến): hết ngày 26/11/2026')).toContain(
      // It names no parties.
      'Chưa có tên trong các bên của Quy chế: UBND xã Thiên Lộc',
    );
    expect(await chats.query(sql`select g.code from request r join regulation g on g.id = r.regulation_id`)).toEqual([
      { code: 'QC-2026' },
    ]);
  });
});

/** In force from the 25th: one working day, and nothing may be extended. */
const newerRegulation = sql`
  with old as (select * from regulation where code = 'QC-2026'),
    made as (
      insert into regulation (code, number, title, valid_from, max_extensions, extension_share, max_pause_amount, max_pause_unit, silence,
        terms_are_proposal)
      select 'QC-MOI', number, title, '2026-11-25', 0, extension_share, max_pause_amount, max_pause_unit, silence, true from old
      returning id
    )
  insert into regulation_term (regulation_id, urgency, receipt_amount, receipt_unit, answer_amount, answer_unit)
  select made.id, t.urgency, t.receipt_amount, t.receipt_unit,
    case when t.urgency = 'thuong' then 1 else t.answer_amount end, t.answer_unit
  from made, old, regulation_term t where t.regulation_id = old.id`;
