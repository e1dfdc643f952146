/** The checklist: pages by content, a card for each item, results and remarks with optimistic locking. */
import { z } from 'zod';
import { type ItemRow, itemsOf, saveItem } from '#db/team/item.ts';
import { minutesOf } from '#db/team/minutes.ts';
import type { LoadedTeam } from '#db/team/team.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { assignItem, checkSeen, ITEM_STATES, type ItemStep, markItem } from '#domain/team/item.ts';
import { defineAction, type MemberTurn, type Outcome, on, pick, type Say } from '#runtime/handler.ts';
import { personName } from '#text/request/card.ts';
import { itemCard, itemLine, itemStates, itemTexts, MARKS_HELP } from '#text/team/items.ts';
import { enterpriseName } from '#text/team/plan.ts';
import type { TeamReady } from './act-context.ts';
import { openTeam } from './notices.ts';
import { prepareTeam } from './prepare.ts';
import { rightsHere } from './rights.ts';
import { pairs, refuseTeam, saveStep, sayInPlace } from './say.ts';

/** The remark is given as an answer to a question: `remark.form.ts`. */
export const REMARK_FORM = 'team.remark';

const seen = { teamId: z.number(), no: z.number(), version: z.number() };
export const itemPageAction = defineAction('team.items', z.object({ teamId: z.number(), page: z.number() }));
export const itemAction = defineAction('team.item', z.object({ teamId: z.number(), no: z.number() }));
export const markAction = defineAction('team.mark', z.object({ ...seen, state: z.enum(ITEM_STATES) }));
export const remarkAction = defineAction('team.remark', z.object(seen));
export const assignAction = defineAction('team.assign', z.object({ ...seen, to: z.number().nullable() }));
export const sendAction = defineAction('team.send', z.object({ teamId: z.number(), no: z.number() }));
export const evidenceAction = defineAction('team.evidence', z.object({ teamId: z.number(), no: z.number() }));

export const showItems = async ({ turn, team }: TeamReady): Promise<Outcome> => page(turn, team, 0);

/** One content of one enterprise a page: what fits a phone. */
const page = async (turn: MemberTurn, team: LoadedTeam, index: number): Promise<Outcome> => {
  const items = await itemsOf(turn.tx, team.id);
  const parts = partsOf(items);
  const shown = parts[index] ?? parts[0] ?? [];
  const at = parts.indexOf(shown);
  const [first] = shown;
  const checked = items.filter(({ state }) => state !== 'open').length;
  const turns = parts.flatMap((_part, to) =>
    Math.abs(to - at) === 1 ? [pick(itemPageAction, to > at ? '»' : '«', { teamId: team.id, page: to })] : [],
  );
  return {
    say: [
      {
        ...sayInPlace(
          turn,
          [
            itemTexts.head(
              first === undefined ? team.code : enterpriseName(turn.reference, first.enterpriseId),
              checked,
              items.length,
            ),
            ...shown.map(itemLine),
            MARKS_HELP,
          ],
          [
            ...rows(
              shown.map(({ no }) => pick(itemAction, itemTexts.button(no), { teamId: team.id, no })),
              4,
            ),
            [...turns, openTeam(team.id)],
          ],
        ),
        inPlace: true,
      },
    ],
  };
};

const partsOf = (items: readonly ItemRow[]): readonly (readonly ItemRow[])[] => [
  ...Map.groupBy(items, ({ enterpriseId, topic }) => `${enterpriseId}:${topic}`).values(),
];

const rows = <T>(all: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / length) }, (_, row) => all.slice(row * length, (row + 1) * length));

export const itemPage = on(itemPageAction, async (turn, { teamId, page: index }) => {
  const team = await prepareTeam(turn, { act: 'check_item', teamId, target: '' });
  return team.ok ? page(turn, team.value, index) : refuseTeam(team);
});

export const showItem = on(itemAction, async (turn, { teamId, no }) => {
  const found = await itemOf(turn, teamId, no);
  return found.ok ? { say: [sayItem(turn, found.value)] } : refuseTeam(found);
});

type Found = {
  readonly team: LoadedTeam;
  readonly item: ItemRow;
  /** Of the list that the item stands on. */
  readonly page: number;
};

/** The item, for a person who may work on it now. */
export const itemOf = async (turn: MemberTurn, teamId: number, no: number): Promise<Result<Found>> => {
  const team = await prepareTeam(turn, { act: 'check_item', teamId, target: '' });
  if (!team.ok) return team;
  const items = await itemsOf(turn.tx, teamId);
  const item = items.find((one) => one.no === no);
  if (item === undefined) return refused('item.unknown', { no });
  return ok({ team: team.value, item, page: partsOf(items).findIndex((part) => part.includes(item)) });
};

const sayItem = (turn: MemberTurn, { team, item, page: index }: Found): Say => {
  const at = { teamId: team.id, no: item.no };
  const old = { ...at, version: item.version };
  return {
    ...sayInPlace(turn, itemCard(turn.reference.directory, item), [
      ITEM_STATES.map((state) => pick(markAction, itemStates[state], { ...old, state })),
      [pick(remarkAction, itemTexts.remark, old), pick(assignAction, itemTexts.assign, { ...old, to: null })],
      [
        pick(sendAction, itemTexts.send, at),
        ...(item.evidence === 0 ? [] : [pick(evidenceAction, itemTexts.evidence, at)]),
        pick(itemPageAction, itemTexts.back, { teamId: team.id, page: index }),
      ],
    ]),
    inPlace: true,
  };
};

/** What is being read, or is locked, is not changed under the readers. */
export const isClosed = async (turn: MemberTurn, teamId: number, enterpriseId: number): Promise<boolean> =>
  (await minutesOf(turn.tx, teamId)).some((one) => one.enterpriseId === enterpriseId && one.state !== 'drafted');

type Seen = { readonly teamId: number; readonly no: number; readonly version: number };

/** Under the team's lock: the second of two at once is told, and shown what the first has written. */
export const changeItem = async (
  turn: MemberTurn,
  { teamId, no, version }: Seen,
  change: (item: ItemRow) => ItemStep,
): Promise<Outcome> => {
  const found = await itemOf(turn, teamId, no);
  if (!found.ok) return refuseTeam(found);
  const { team, item } = found.value;
  const { directory } = turn.reference;
  const current = checkSeen(item, version, (id) => personName(directory, id));
  if (!current.ok) return { ...refuseTeam(current), say: [{ ...sayItem(turn, found.value), inPlace: false }] };
  if (await isClosed(turn, teamId, item.enterpriseId)) return refuseTeam(refused('item.locked'));
  const { item: next, step } = change(item);
  await saveItem(turn.tx, teamId, next, { personId: turn.person.id, at: turn.now });
  await saveStep(turn, team, step);
  const after = (await itemsOf(turn.tx, teamId)).find((one) => one.no === no) ?? item;
  return { say: [sayItem(turn, { ...found.value, item: after })] };
};

export const mark = on(markAction, (turn, { state, ...at }) => changeItem(turn, at, (item) => markItem(item, state)));

export const assign = on(assignAction, async (turn, { to, ...at }) => {
  if (to !== null) return changeItem(turn, at, (item) => assignItem(item, to));
  const found = await itemOf(turn, at.teamId, at.no);
  if (!found.ok) return refuseTeam(found);
  const { members } = found.value.team;
  const choices = members.map(({ personId }) =>
    pick(assignAction, personName(turn.reference.directory, personId), { ...at, to: personId }),
  );
  return { say: [sayInPlace(turn, [itemTexts.assignAsk(at.no)], pairs(choices))] };
});

export const remark = on(remarkAction, async (turn, { teamId, no, version }) => {
  const found = await itemOf(turn, teamId, no);
  if (!found.ok) return refuseTeam(found);
  return { form: { kind: 'open', formId: REMARK_FORM, subject: `${teamId}|${no}|${version}`, answers: {} } };
});

/** The message that photos are sent as a reply to. */
export const askEvidence = on(sendAction, async (turn, { teamId, no }) => {
  const found = await itemOf(turn, teamId, no);
  if (!found.ok) return refuseTeam(found);
  return { say: [sayInPlace(turn, itemTexts.sendHow(no, (await rightsHere(turn)) === true))] };
});
