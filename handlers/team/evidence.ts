/**
 * What a group sends to an item: as a reply to its message, or with its number as caption. Where the group is tied to no
 * team, or the item is not named, files that nobody addressed to the bot are left alone.
 */
import { addEvidence, evidenceOf, itemOfAlbum, type NewEvidence, sentSince } from '#db/team/evidence.ts';
import { tiedTeamId } from '#db/team/group.ts';
import { refused } from '#domain/result.ts';
import { teamFact } from '#domain/team/decision.ts';
import { SECOND } from '#domain/time.ts';
import type { Input } from '#forms/define.ts';
import type { Inbound } from '#message/inbound.ts';
import { type MemberTurn, type Outcome, on, type TakeInput } from '#runtime/handler.ts';
import { itemNamed, itemTexts } from '#text/team/items.ts';
import { evidenceAction, isClosed, itemOf } from './items.ts';
import { refuseTeam, saveStep } from './say.ts';

/** Files or a place that name an item, or came together with one that did. */
export const isEvidence = (event: Inbound): boolean => {
  const { content } = event;
  if (content.kind === 'location') return itemIn(event) !== null;
  return content.kind === 'files' && (itemIn(event) !== null || content.album !== undefined);
};

const itemIn = ({ content, quoted }: Inbound): number | null =>
  (content.kind === 'files' ? itemNamed(content.caption) : null) ??
  (quoted?.fromBot === true ? itemNamed(quoted.text) : null);

/** Sent together, as far as anybody can tell: an album comes within a moment. */
const TOGETHER_MS = 20 * SECOND;

/** @returns null: this group keeps no evidence */
export const takeEvidence = async (turn: MemberTurn, input: TakeInput): Promise<Outcome | null> => {
  const { group, event } = turn;
  // What nobody addressed to the bot is answered only where it is kept.
  const orSilence = <T>(said: T): T | Outcome => (event.addressed ? said : {});
  const teamId = group === null ? null : await tiedTeamId(turn.tx, { channel: event.channel, address: group });
  if (teamId === null) return orSilence(null);
  const album = albumOf(event);
  const no = itemIn(event) ?? (album === null ? null : await itemOfAlbum(turn.tx, teamId, album));
  if (no === null) return orSilence({ say: [{ lines: [itemTexts.whichItem] }] });
  const found = await itemOf(turn, teamId, no);
  if (!found.ok) return orSilence(refuseTeam(found));
  const { team, item } = found.value;
  if (await isClosed(turn, teamId, item.enterpriseId)) return refuseTeam(refused('item.locked'));
  // Only now: nothing of a group is stored that is not kept as evidence.
  const all = evidenceIn(turn, await input(), { teamId, itemNo: no, album });
  await addEvidence(turn.tx, all);
  await saveStep(turn, team, {
    facts: all.map(({ fileId }) => teamFact('evidence_added', { item: no, file: fileId })),
  });
  if (all.every(({ place }) => place !== null)) return { say: [{ lines: [itemTexts.keptPlace(no)] }] };
  return acknowledge(turn, teamId, no);
};

const albumOf = ({ content }: Inbound): string | null => (content.kind === 'files' ? (content.album ?? null) : null);

/** Of several sent at once the last is answered. */
const acknowledge = async (turn: MemberTurn, teamId: number, itemNo: number): Promise<Outcome> => {
  if (turn.nextIsFile) return {};
  const since = turn.now - TOGETHER_MS;
  const count = await sentSince(turn.tx, { teamId, itemNo, sentBy: turn.person.id, since });
  return { say: [{ lines: [itemTexts.kept(itemNo, count)] }] };
};

const evidenceIn = (
  { person, now, event }: MemberTurn,
  input: Input,
  to: { readonly teamId: number; readonly itemNo: number; readonly album: string | null },
): readonly NewEvidence[] => {
  const common = { ...to, sentBy: person.id, at: now };
  const { content } = event;
  if (content.kind === 'location') {
    const { latitude, longitude } = content;
    return [{ ...common, fileId: null, place: { latitude, longitude }, words: '' }];
  }
  const files = input.kind === 'files' ? input.fileIds : [];
  const words = input.kind === 'files' ? input.caption.trim() : '';
  return files.map((fileId) => ({ ...common, fileId, place: null, words }));
};

/** The files of an item, sent into the place where they were asked for: the team's own. */
export const showEvidence = on(evidenceAction, async (turn, { teamId, no }) => {
  const found = await itemOf(turn, teamId, no);
  if (!found.ok) return refuseTeam(found);
  const kept = (await evidenceOf(turn.tx, teamId)).filter(({ itemNo, state }) => itemNo === no && state === 'stored');
  if (kept.length === 0) return { toast: itemTexts.evidenceNone };
  return {
    say: [
      {
        lines: [itemTexts.evidenceOf(no)],
        files: kept.flatMap(({ fileId, name, mime, size }) =>
          fileId === null || name === null || mime === null || size === null
            ? []
            : [{ fileId, name, mime, size, picture: mime.startsWith('image/') }],
        ),
      },
    ],
  };
});
