/** DL10: recurring reports come by themselves, once, and are reminded of and done like any duty. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { seedDutyTemplates } from '#db/seed/duty-templates.ts';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles, startWithFake } from '#test/support/profiles.ts';
import { formatMoment } from '#text/calendar/dates.ts';

const withTemplates = async (chats: Chats): Promise<void> => {
  const { db, runtime } = chats.office.first();
  const reference = await runtime.reference.latest();
  await inTransaction(db, (tx) => seedDutyTemplates(tx, reference, chats.clock.now()));
};

describeOnProfiles('a recurring report', (start) => {
  test('comes by itself before its cut-off, waits under /viec, and is confirmed by whoever it is owed to', async () => {
    const chats = await start({ ownWords: ['Da gui bao cao'] });
    await withTemplates(chats);
    const { lan, thinh } = chats;
    // Where a channel may speak for a week after a word only, they have said one.
    await chats.time.to('2026-12-02 10:00');
    for (const who of [lan, thinh]) await who.says('/menu');
    await chats.time.to('2026-12-07 08:01');
    lan.sees('Báo cáo quý IV/2026: kết quả thực hiện Quy chế phối hợp');
    lan.sees('Hạn: hết ngày 16/12/2026. Nơi nhận: Ban Quản lý');
    lan.sees('số liệu từ ngày 15/09/2026 đến ngày 14/12/2026');
    await lan.says('/viec');
    lan.hears('Báo cáo năm 2026: kết quả thực hiện Quy chế phối hợp · đang thực hiện');
    await lan.picks(/^Báo cáo quý IV/);
    await lan.picks('Báo đã thực hiện');
    await lan.says('Da gui bao cao');
    await lan.picks(/^Xong/);
    await thinh.picks('Xác nhận hoàn thành');
    thinh.hears('đã hoàn thành');
  });
});

describe('recurring reports', () => {
  test('come once for each unit and period on any number of processes, month, quarter, 6, 9 months and year', async () => {
    const { chats } = await startWithFake();
    await withTemplates(chats);
    const [one, two] = [chats.office.first(), await chats.office.open()];
    chats.clock.moveTo(Date.parse('2026-12-07T08:00:00+07:00'));
    await Promise.all([one, two, one, two].map(({ jobs }) => jobs.due({})));
    await chats.settle();
    const made = () =>
      chats.query(sql<{
        period: string;
        units: number;
      }>`select t.period || ' ' || d.period_to as period, count(*) as units
        from duty d join duty_template t on t.id = d.template_id group by 1 order by 1`);
    expect(await made()).toEqual([
      { period: 'month 2026-12-14', units: 1 },
      { period: 'quarter 2026-12-14', units: 8 },
      { period: 'year 2026-12-14', units: 8 },
    ]);
    await chats.query(
      sql`update duty_template set valid_to = '2026-12-31' where unit_id <> (select id from unit where code = 'bql-vp')`,
    );
    chats.clock.moveTo(Date.parse('2027-09-30T08:00:00+07:00'));
    await one.jobs.due({});
    expect((await made()).map(({ period }) => period).filter((period) => !period.startsWith('month'))).toEqual([
      'half 2027-06-14',
      'nine_months 2027-09-14',
      'quarter 2026-12-14',
      'quarter 2027-03-14',
      'quarter 2027-06-14',
      'quarter 2027-09-14',
      'year 2026-12-14',
    ]);
  });

  test('are counted again when the calendar changes, with a fact and a notice', async () => {
    const { chats, fake } = await startWithFake();
    await withTemplates(chats);
    await chats.time.to('2026-12-07 08:01');
    await chats.query(sql`insert into calendar_day (date, kind, reason) values ('2026-12-15', 'holiday', 'Nghỉ')`);
    await chats.time.to('2026-12-07 08:02');
    const told = fake.deliveries.filter(({ address, text }) => address === 'tran-thi-lan' && text.includes('hạn mới'));
    expect(told.map(({ at }) => formatMoment(at))).toEqual(['08:01 ngày 07/12/2026', '08:01 ngày 07/12/2026']);
    expect(told[0]?.text).toContain('hạn mới: hết ngày 17/12/2026.');
    expect(await chats.query(sql`select 1 from fact where kind = 'duty_moved'`)).toHaveLength(17);
    // Those that were made are not made again.
    expect(await chats.query(sql`select 1 from duty`)).toHaveLength(17);
  });
});
