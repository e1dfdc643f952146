/**
 * F12: what one person does reaches us in any order and more than once (a press before the message it followed, an old
 * update again after newer ones). Whatever the order: each event is handled once, none is lost, and no part makes a
 * move that its state does not allow.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyFacts } from '#db/fact.ts';
import { CAST, type CastName } from '#test/support/cast.ts';
import type { Chats } from '#test/support/chat.ts';
import { startWithFake } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';

const PEOPLE = ['anh', 'lan', 'thai', 'huong', 'dung'] as const satisfies readonly CastName[];
const WORDS = ['/viec', '/theodoi', '/huy', '/menu', 'Thống nhất về chủ trương.', 'Trình duyệt', 'Thống nhất', 'Có'];

/** Every button that anybody was shown, as press after press: of a request that waits, and of one in work. */
const pressesOf = (chats: Chats): readonly { readonly name: CastName; readonly token: string }[] =>
  PEOPLE.flatMap((name) => chats[name].looks().flatMap(({ buttons }) => buttons.map(({ token }) => ({ name, token }))));

test('F12: shuffled and repeated events are each handled once, and no part makes a forbidden move', async () => {
  const { chats, fake } = await startWithFake();
  const codes = [await fileRequest(chats), await fileRequest(chats, { subject: 'Rà soát ngành nghề ưu đãi' })];
  await chats.lan.picks('Tiếp nhận');
  for (const code of codes) for (const name of PEOPLE) await chats[name].says(`/xem ${code}`);
  const two = await chats.office.open();
  const offices = [chats.office.first(), two];
  const presses = pressesOf(chats);

  const act = fc.oneof(
    fc.record({ name: fc.constantFrom(...PEOPLE), text: fc.constantFrom(...WORDS, ...codes) }),
    fc.constantFrom(...presses),
  );
  const stream = fc.tuple(fc.array(act, { minLength: 8, maxLength: 16 }), fc.infiniteStream(fc.nat()));
  await fc.assert(
    fc.asyncProperty(stream, async ([acts, luck]) => {
      const events = acts.flatMap((one) => {
        const voice = fake.voice(CAST[one.name], null);
        const [look] = voice.looks();
        if (look === undefined) throw new Error('nothing was shown');
        return 'text' in one ? voice.says(one.text, null) : voice.presses(one.token, look);
      });
      const channel = offices[0]?.runtime.channels.get(fake.name);
      const dice = (): number => luck.next().value ?? 0;
      // Each comes once at least; a third comes twice, and all of them in any order.
      const bodies = [...events, ...events.filter(() => dice() % 3 === 0)]
        .map((body) => ({ body, place: dice() }))
        .sort((a, b) => a.place - b.place);
      await Promise.all(bodies.map(({ body }, index) => offices[index % 2]?.work.accept(channel?.decode(body) ?? [])));
      await chats.settle();
      await chats.time.passes('2 minutes');
      const ids = events.flatMap((body) => (channel?.decode(body) ?? []).map(({ eventId }) => eventId));
      expect(
        await chats.query(sql`select count(*) as handled from inbox
          where event_id = any(${ids}) and state = 'done' and attempts = 0`),
      ).toEqual([{ handled: ids.length }]);
    }),
    { numRuns: 4 },
  );

  expect(await chats.query(sql`select * from inbox where state <> 'done'`)).toEqual([]);
  expect(await verifyFacts(chats.office.first().db)).toMatchObject({ firstBroken: null });
  // Each move begins where the one before it ended, and the last one is how the part stands. What closes or withdraws
  // the whole request is one fact of the request, and no move of its parts.
  expect(
    await chats.query(sql`
      select * from (
        select part_id, data ->> 'from' as "from", data ->> 'to' as "to",
          lag(data ->> 'to', 1, 'awaiting') over moves as before,
          lead(seq) over moves is null as is_last
        from fact where part_id is not null and data ? 'to' and data ? 'from'
        window moves as (partition by part_id order by seq)
      ) move join part on part.id = move.part_id
      where (move.from <> move.before and move.from not in ('cancelled', 'closed'))
        or (move.is_last and move.to <> part.state and part.state not in ('cancelled', 'closed'))`),
  ).toEqual([]);
  expect(await chats.query(sql`select 1 from fact where kind = 'received'`)).not.toHaveLength(0);
}, 60_000);
