/** DO6: an office changes the texts of its documents without a programmer; what was made keeps the version it was made of. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { paperOf } from '#test/support/paper-of.ts';
import { startWithFake } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';
import { jsonOf, onDatabase, run } from './support.ts';

const CODE = 'cong-van-hoi-y-kien';

test('a changed text holds from the next document on, versions stay, and nobody can rewrite one', async () => {
  const { chats } = await startWithFake();
  const on = onDatabase(chats.database);
  const { anh } = chats;
  const code = await fileRequest(chats);
  const draft = async () => {
    await anh.says(code);
    await anh.picks('Dự thảo công văn');
    await anh.picks('Công văn đề nghị phối hợp');
    return paperOf(anh);
  };
  expect((await draft()).foot).toBe(`${code} · ${CODE}, bản 1`);
  const first = jsonOf(await run(on, ['template', 'show', CODE])) as { text: string; names: string[] }; // what the command prints
  expect(first.names).toContain('trich_yeu');

  const set = (lines: readonly string[]) => run(on, ['template', 'set', CODE], lines);
  expect(await set(['Kính đề nghị {khong_co}'])).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('không có mục {khong_co}'),
  });
  expect(await set(first.text.split('\n'))).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('trùng'),
  });
  expect(jsonOf(await set(['Về {trich_yeu}, hạn {han}.', '{noi_dung}']))).toEqual({ code: CODE, version: 2 });
  const second = await draft();
  expect(second.foot).toBe(`${code} · ${CODE}, bản 2`);
  expect(second.text).toContain('Về góp ý dự án mở rộng nhà xưởng, hạn hết ngày');

  expect(jsonOf(await run(on, ['template', 'list']))).toContainEqual({ code: CODE, version: 2, made: 2 });
  expect(jsonOf(await run(on, ['template', 'show', CODE, '--version', '1']))).toMatchObject({ text: first.text });
  expect(await run(on, ['template', 'show', CODE, '--version', '3'])).toMatchObject({ kind: 'refused' });
  expect(await run(on, ['template', 'show', 'khong-co'])).toMatchObject({ kind: 'refused' });
  expect(await chats.query(sql`select template_version as v from made_document order by id`)).toEqual([
    { v: 1 },
    { v: 2 },
  ]);
  expect(await chats.query(sql`select kind, data from fact where stream = 'template'`)).toEqual([
    { kind: 'template_set', data: { code: CODE, version: 2 } },
  ]);
  await expect(chats.query(sql`update document_template set text = 'khác'`)).rejects.toThrow('permission denied');
  await expect(chats.query(sql`delete from made_document`)).rejects.toThrow('permission denied');
  expect(jsonOf(await run(on, ['audit', 'verify']))).toMatchObject({ ok: true });
});
