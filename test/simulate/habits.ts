/** How people wish to be spoken to, by chance and through their chats: Đã nhận, later, not of this, in these hours, to my deputy. */
import type { PersonId } from '#domain/directory/directory.ts';
import { addDays, dateOf, type Millis } from '#domain/time.ts';
import type { Random } from '#test/chaos/random.ts';
import type { Voice } from '#test/support/voice.ts';
import { formatDate } from '#text/calendar/dates.ts';
import type { Ledger } from './ledger.ts';
import { pick, type Town } from './people.ts';

/** Who has such wishes, and who stands in for him. */
const PEOPLE: readonly { readonly key: string; readonly deputy: string }[] = [
  { key: 'tran-thi-lan', deputy: 'Bạch Thị Yến' },
  { key: 'nguyen-van-thai', deputy: 'Ngô Thị Hường' },
  { key: 'pham-thi-thuy', deputy: 'Nguyễn Thị Ánh Tuyết' },
  { key: 'kieu-thi-thanh-ha', deputy: 'Phí Mạnh Cường' },
  { key: 'nguyen-minh-anh', deputy: 'Phan Tuấn Kiệt' },
  { key: 'le-duc-trung', deputy: '' },
];
const HABITS = [
  'noted',
  'noted',
  'noted',
  'noted',
  'mute',
  'mute',
  'put off',
  'put off',
  'hours',
  'own',
  'stand in',
  'rest',
  'rest',
] as const;
export type Habit = (typeof HABITS)[number];

const NOTED = /^Đã nhận/;
/** What can be done only under a message that offers it. */
const LABELS: ReadonlyMap<Habit, RegExp> = new Map([
  ['noted', NOTED],
  ['mute', /^Tạm dừng nhắc$/],
  ['put off', /^Nhắc lại sau$/],
  ['rest', /^Xem tiếp$/],
]);

type On = {
  readonly town: Town;
  readonly ledger: Ledger;
  readonly idOf: (key: string) => PersonId;
  readonly now: Millis;
};

/** @returns what was done, null when there was nothing to do it to */
export const liveWith = async (on: On): Promise<Habit | null> => {
  const { random } = on.town;
  const habit = random.oneOf(HABITS);
  const label = LABELS.get(habit);
  const able = PEOPLE.filter(
    ({ key }) =>
      label === undefined ||
      on.town
        .voice(key)
        .choices()
        .some((one) => label.test(one)),
  );
  if (able.length === 0) return null;
  const { key, deputy } = random.oneOf(able);
  const who = on.town.voice(key);
  const isDone = await {
    noted: () => pick(who, NOTED),
    mute: () => mute(on, who, 'Tạm dừng nhắc'),
    'put off': () => putOff(on, who, key),
    hours: () => chooseHours(random, who),
    own: () => remindMyself(on, who),
    'stand in': () => standIn(on, who, deputy),
    rest: () => openRest(on, who, on.idOf(key)),
  }[habit]();
  return isDone ? habit : null;
};

/** What was counted and not listed is a tap away, all of it. */
const openRest = async ({ ledger }: On, who: Voice, person: PersonId): Promise<boolean> => {
  const shown: string[] = [];
  while (await pick(who, 'Xem tiếp')) {
    const lines = who.heard().flatMap((text) => text.split('\n'));
    shown.push(
      ...lines.filter((line) => line.includes(' · ')).map((line) => line.split(' · ').slice(0, 2).join(' · ')),
    );
  }
  ledger.opened(person, shown);
  return true;
};

const mute = async ({ town: { random } }: On, who: Voice, how: string): Promise<boolean> => {
  if (!(await pick(who, how))) return false;
  const isTaken = await pick(who, random.oneOf(['Đầu giờ ngày làm việc sau', 'Sau 3 ngày làm việc', 'Sau 1 giờ']));
  if (isTaken) await who.says('Đã xếp lịch.');
  else await who.says('/huy');
  return isTaken;
};

const putOff = async (on: On, who: Voice, key: string): Promise<boolean> => {
  const code = /PH-\d{4}-\d{5}/.exec(who.looks().findLast(({ buttons }) => buttons.length > 0)?.text ?? '')?.[0];
  if (!(await mute(on, who, 'Nhắc lại sau'))) return false;
  on.ledger.putOff(on.idOf(key), code ?? '');
  return true;
};

const chooseHours = async (random: Random, who: Voice): Promise<boolean> => {
  await who.says('/nhac');
  await pick(who, 'Đổi giờ nhắc');
  await who.says(random.oneOf(['9 giờ đến 10 giờ', '8 giờ 30 đến 15 giờ', '14 giờ đến 17 giờ', 'Cả giờ làm việc']));
  return true;
};

/** At any hour, and at the opening, with what else is due then. */
const remindMyself = async ({ town: { random }, now }: On, who: Voice): Promise<boolean> => {
  const day = addDays(dateOf(now), random.between(1, 20));
  const hour = random.oneOf(['8 giờ', '8 giờ', '9 giờ 15', '15 giờ', '20 giờ']);
  await who.says(`/nhac Gọi cho xã lần ${random.between(100, 999)} lúc ${hour} ngày ${formatDate(day)}`);
  await who.says('/huy');
  return true;
};

const standIn = async ({ town: { random }, now }: On, who: Voice, deputy: string): Promise<boolean> => {
  if (deputy === '') return false;
  const from = addDays(dateOf(now), random.between(0, 3));
  await who.says('/uyquyen');
  await pick(who, 'Ủy quyền');
  await who.says(deputy);
  await who.says(formatDate(from));
  await who.says(formatDate(addDays(from, random.between(0, 9))));
  // Where somebody stands in already it is refused.
  await who.says('/huy');
  return true;
};
