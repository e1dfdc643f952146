/**
 * MA1, PA3, SE3, S3, S5, S6: two worlds of units that have nothing to do with each other, each with a mark in everything
 * its people write. Nothing ever said to a person of one world bears the mark of the other, whatever he types, presses or
 * forges; and a group is told nothing of either.
 */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { MENTION } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import type { Chats } from '#test/support/chat.ts';
import { startTelegram, startWithFake } from '#test/support/profiles.ts';
import { codeIn, fileRequest, submitAnswer } from '#test/support/story.ts';
import type { Voice } from '#test/support/voice.ts';

/** Where words are written; each place has a word of its own in each world. */
const PLACES = [
  ...['chude', 'noidung', 'tep', 'duthao', 'nhanxet', 'traloi', 'lydo', 'traodoi', 'tonghop', 'ketqua', 'chogui'],
  ...['choduyet', 'nguoiky'],
] as const;
type Place = (typeof PLACES)[number];

type World = {
  /** Unlike the other's, so that a search for words that look alike does not meet one's own. */
  readonly mark: string;
  readonly unit: string;
  /** Codes of its units. */
  readonly units: RegExp;
  readonly filer: Voice;
  readonly focal: Voice;
  readonly leader: Voice;
  /** Leaves a request half written. */
  readonly drafter: Voice;
  /** Enters what came on paper, where the unit has one. */
  readonly clerk: Voice | null;
  readonly others: readonly Voice[];
};
type Played = World & { readonly codes: readonly string[] };

const wordOf = ({ mark }: Pick<World, 'mark'>, place: Place): string => `${mark}${place}`;
const peopleOf = ({ filer, focal, leader, drafter, clerk, others }: World): readonly Voice[] => [
  ...[filer, focal, leader, drafter],
  ...(clerk === null ? [] : [clerk]),
  ...others,
];

const MARKS = ['kimtinh', 'hovuong'] as const;
const ALL_WORDS = MARKS.flatMap((mark) => [mark, ...PLACES.map((place) => wordOf({ mark }, place))]);

const worldsOf = (chats: Chats): readonly [World, World] => {
  const { anh, kiet, dung, thinh, hang, hanh, lan, thai, huong, hung, yen, nga, huy, hien, phong, ha, thanh } = chats;
  const first = { filer: anh, focal: lan, leader: thai, drafter: kiet, clerk: nga };
  const second = { filer: hien, focal: ha, leader: thanh, drafter: phong, clerk: null };
  return [
    {
      mark: MARKS[0],
      unit: 'UBND xã Thiên Lộc',
      units: /^(bql|xa-thien-loc)/,
      ...first,
      others: [dung, thinh, hang, hanh, huong, hung, yen, huy],
    },
    { mark: MARKS[1], unit: 'Cảnh sát PCCC và CNCH', units: /^(cong-an-pccc|xa-noi-bai)/, ...second, others: [] },
  ];
};

test('nothing said to people of one world bears the mark of the other, whatever they type, press or forge', async () => {
  const { chats } = await startWithFake(BUTTONS_AND_EDITS, { ownWords: ALL_WORDS });
  const worlds: Played[] = [];
  for (const world of worldsOf(chats)) worlds.push({ ...world, codes: await play(chats, world) });
  const [first, second] = worlds as [Played, Played]; // one for each of the two
  const before = await chats.query(sql`select stream, seq from fact order by 1, 2`);
  for (const [here, there] of [
    [first, second],
    [second, first],
  ] as const) {
    const tokens = await tokensOf(chats, there);
    expect(tokens.length).toBeGreaterThan(20);
    // An administrator belongs to neither.
    for (const [index, who] of [...peopleOf(here), chats.khanh].entries())
      await pry(chats, who, { there, tokens, index });
    await chats.time.passes('61 seconds');
  }
  expect(await chats.query(sql`select stream, seq from fact order by 1, 2`)).toEqual(before);
  // Reminders, silence and morning lists too.
  await chats.time.to('2026-12-11 09:00');
  await everSaid(chats, [first, second]);
}, 60_000);

const filed = async (chats: Chats, world: World, subject: Place): Promise<string> => {
  const { filer } = world;
  await filer.says('/yeucau');
  await filer.says(`Góp ý ${wordOf(world, subject)}`);
  await filer.picks('KCN Thăng Long');
  await filer.picks('Quản lý nhà nước về đầu tư');
  await filer.says(world.unit);
  await filer.picks('Lấy ý kiến');
  await filer.picks(/^Thường /);
  await filer.sends(aFile(wordOf(world, 'tep')), `Hồ sơ ${wordOf(world, 'noidung')}`);
  await filer.picks('Xong');
  await filer.picks('Gửi');
  const code = codeIn(filer.hears('Đã gửi đề nghị'));
  await chats.time.passes('31 seconds');
  await world.focal.picks('Tiếp nhận');
  return code;
};

const aFile = (name: string) => ({
  ...{ name: `${name}.pdf`, mime: 'application/pdf' },
  bytes: Buffer.from(`%PDF-1.7 ${name}`),
});

/** One request through its whole life, one that waits for approval, one answered on paper, one never sent. */
const play = async (chats: Chats, world: World): Promise<readonly string[]> => {
  const { filer, focal, leader, drafter, clerk } = world;
  const word = (place: Place): string => wordOf(world, place);
  const code = await filed(chats, world, 'chude');
  await focal.picks('Đề nghị gia hạn');
  await focal.says('8/12/2026');
  await focal.says(`Chờ ${word('lydo')}`);
  await filer.picks('Đồng ý gia hạn');
  await focal.says(code);
  await focal.picks('Trao đổi');
  await focal.sends(aFile(`${word('tep')}2`));
  await focal.says(`Xin ${word('traodoi')}?`);
  await focal.picks('Xong');
  await focal.says(code);
  await submitAnswer(focal, 'Thống nhất', word('duthao'));
  await leader.picks('Trả lại dự thảo');
  await leader.says(`Sửa ${word('nhanxet')}`);
  await focal.says(code);
  await submitAnswer(focal, 'Thống nhất', word('traloi'));
  await leader.picks('Duyệt');
  for (const who of [filer, focal, leader]) {
    await who.says(code);
    await who.picks('Lịch sử');
    await who.says(code);
    await who.picks(/^Tệp kèm theo/);
    await who.says(code);
    await who.picks('Cách tính thời hạn');
  }
  await filer.says(code);
  await filer.picks('Tổng hợp');
  await filer.says(word('tonghop'));
  await filer.picks('Kết thúc');
  await filer.says(word('ketqua'));
  await filer.says(code);
  await filer.picks('Lịch sử');
  const waiting = await filed(chats, world, 'choduyet');
  await submitAnswer(focal, 'Thống nhất', word('duthao'));
  for (const who of [filer, focal, leader]) await who.says(waiting);
  const codes = [code, waiting];
  if (clerk !== null) codes.push(await onPaper(chats, world, clerk));
  await drafter.says('/yeucau');
  await drafter.says(`Góp ý ${word('chogui')}`);
  await chats.time.passes('61 seconds');
  return codes;
};

const onPaper = async (chats: Chats, world: World, clerk: Voice): Promise<string> => {
  const code = await filed(chats, world, 'chude');
  await clerk.says(code);
  await clerk.picks('Ghi nhận văn bản trả lời');
  await clerk.picks('Thống nhất');
  await clerk.says('88/UBND-KT');
  await clerk.says('23/11/2026');
  await clerk.says(`Nguyễn Văn Thái ${wordOf(world, 'nguoiky')}`);
  await clerk.picks('Xong, không có tệp');
  clerk.hears('Đã ghi nhận văn bản');
  await clerk.says(code);
  return code;
};

type Choice = { readonly token: string; readonly action: string; readonly act: string };

/** One choice of each kind that people of that world were ever shown about a request. */
const tokensOf = (chats: Chats, { codes }: Played): Promise<readonly Choice[]> =>
  chats.query(sql<Choice>`
    select distinct on (c.action, c.params->>'act', r.id) c.token, c.action, coalesce(c.params->>'act', '') as act
    from choice c join request r on r.id = (c.params->>'requestId')::int
    where r.code in (${sql.join(codes.slice(0, 2))})
    order by 2, c.params->>'act', r.id, c.created_at desc, c.token`);

type Prying = { readonly there: Played; readonly tokens: readonly Choice[]; readonly index: number };

const pry = async (chats: Chats, who: Voice, prying: Prying): Promise<void> => {
  const { there, index } = prying;
  const [first = '', second = '', third = first] = there.codes;
  const codes = [first, `/xem ${second}`, `/tim ${third}`, `/start ${first}`];
  for (const typed of ['/viec', '/theodoi', ...codes, ...searches(there, index)]) {
    await who.says(typed);
    hearsNothingOf(there, who, typed);
    if (typed.startsWith('/tim')) who.hears('Không tìm thấy');
  }
  // The flood limit would keep the answers back.
  await chats.time.passes('61 seconds');
  await forge(chats, who, prying);
};

/** The beginning that all words of the world share finds any of them; the first people try each, and what comes near. */
const searches = ({ mark, clerk }: Played, index: number): readonly string[] => [
  `/tim ${mark}`,
  `/tim ${mark}chdue`,
  ...(clerk === null ? [] : ['/tim 88/UBND-KT']),
  ...(index < 2 ? [`/tim ${mark} gop y`, ...PLACES.map((place) => `/tim ${wordOf({ mark }, place)}`)] : []),
];

/**
 * The other's buttons as they are; and bent, as if the first wall (whose button it is) were not there. The first people
 * try all, the others some each.
 */
const forge = async (chats: Chats, who: Voice, { there, tokens, index }: Prying): Promise<void> => {
  const tried = tokens.filter((_one, place) => index < 2 || place % 4 === index % 4).map(({ token }) => token);
  const bent = await chats.query(sql<{ token: string }>`
    insert into choice (token, set_id, position, label, action, params, person_id, created_at)
    select left(md5(random()::text), 16), set_id, position, label, action, params, null, created_at
    from choice where token in (${sql.join(tried)}) returning token`);
  for (const token of [...tried.slice(0, 3), ...bent.map((one) => one.token)]) {
    await who.forges(token);
    hearsNothingOf(there, who, token);
  }
};

const hearsNothingOf = ({ mark }: World, who: Voice, after: string): void => {
  const heard = who.heard();
  expect(heard.length, after).toBeGreaterThan(0);
  for (const text of heard) expect(text.toLowerCase(), after).not.toContain(mark);
};

/** Over everything that was ever written to anybody: words, labels, names of files, edits. */
const everSaid = async (chats: Chats, worlds: readonly Played[]): Promise<void> => {
  const rows = await chats.query(sql<{ said: string; units: string[] }>`
    select o.message::text as said, array(select u.code from membership m join unit u on u.id = m.unit_id
      where m.person_id = a.person_id and m.role <> 'coordinator') as units
    from outbox o join account a on a.channel = o.channel and a.address = o.address`);
  for (const { mark, units, clerk } of worlds) {
    const bearing = rows.filter(({ said }) => said.includes(mark));
    const outside = bearing.filter((row) => row.units.some((unit) => !units.test(unit)));
    expect(outside.flatMap((row) => row.units)).toEqual([]);
    // A word that its own people never read would prove nothing. What was not sent is kept as a draft.
    const unsaid = PLACES.filter((place) => !bearing.some(({ said }) => said.includes(wordOf({ mark }, place))));
    expect(unsaid).toEqual(['chogui', ...(clerk === null ? ['nguoiky'] : [])]);
    const drafts = await chats.query(sql`select 1 from form where answers::text like ${`%${mark}chogui%`}`);
    expect(drafts).toHaveLength(1);
  }
};

test('a group is told nothing of what its people ask there: it comes to each alone', async () => {
  const chats = await startTelegram({ ownWords: ALL_WORDS });
  const mark = wordOf({ mark: MARKS[0] }, 'chude');
  const code = await fileRequest(chats, { subject: `Góp ý ${mark}` });
  const { place } = chats.group('Tổ công tác');
  await chats.lan.says(code);
  const button = chats.lan.button('Lịch sử');
  const asked = ['/viec', '/theodoi', `/xem ${code}`, `/tim ${mark}`, `${MENTION} ${code}`, `${MENTION} tim ${mark}`];
  for (const who of [chats.lan, chats.anh, chats.hien]) {
    for (const words of asked) await who.in(place).says(words);
    await who.in(place).forges(button.token);
    for (const look of who.in(place).looks()) expect(look.text).not.toMatch(/PH-2026|kimtinh/);
  }
  chats.lan.sees(`Trích yếu: Góp ý ${mark}`);
  chats.lan.sees('Tìm thấy 1 đề nghị');
  chats.anh.sees(`Góp ý ${mark}`);
  chats.hien.seesNo(mark);
});
