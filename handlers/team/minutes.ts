/** Minutes: drafted, read out, agreed or differed from, locked; number, scan and addendum afterwards. */
import { findingsOf } from '#db/team/finding.ts';
import { itemsOf } from '#db/team/item.ts';
import * as db from '#db/team/minutes.ts';
import { minutesContent } from '#db/team/minutes-content.ts';
import { type Result, refused } from '#domain/result.ts';
import { teamFact } from '#domain/team/decision.ts';
import {
  canDraft,
  canLock,
  canRead,
  lockStep,
  type Minutes,
  underReading,
  withoutOpinion,
} from '#domain/team/minutes.ts';
import type { Team } from '#domain/team/team.ts';
import { dateOf, momentOf } from '#domain/time.ts';
import { gatheredFiles } from '#forms/fields.ts';
import { type MemberTurn, type Notice, type Outcome, pick, type Say } from '#runtime/handler.ts';
import { teamActAction } from '#src/notice/team.ts';
import { personName } from '#text/request/card.ts';
import { readLines, minutesTexts as texts, waitingLine } from '#text/team/minutes.ts';
import { enterpriseName } from '#text/team/plan.ts';
import { type TeamReady, textIn } from './act-context.ts';
import { settleFollowed } from './follow.ts';
import { tellGroup, tellMembers } from './notices.ts';
import { moveStages, refuseTeam, saveStep, sayInPlace, sayTeam } from './say.ts';
import { notWaitedFor } from './waiting.ts';

/** Of the enterprise that the button names. */
const found = async ({ turn, team, subject }: TeamReady) => {
  const enterpriseId = Number(subject.target.split(':')[0]);
  const all = await db.minutesOf(turn.tx, team.id);
  const minutes = all.find((one) => one.enterpriseId === enterpriseId) ?? null;
  return { enterpriseId, all, minutes, isOurs: team.enterpriseIds.includes(enterpriseId) };
};

/** Asked before the questions too: nobody answers four of them to read that an item is still open. */
export const mayDraftNow = async (ready: TeamReady): Promise<Result<true>> => {
  const { enterpriseId, minutes, isOurs } = await found(ready);
  if (!isOurs) return refused('team.unknown');
  const items = (await itemsOf(ready.turn.tx, ready.team.id)).filter((item) => item.enterpriseId === enterpriseId);
  return canDraft(items, minutes);
};

export const draftTeamMinutes = async (ready: TeamReady): Promise<Outcome> => {
  const { turn, team, answers } = ready;
  const allowed = await mayDraftNow(ready);
  if (!allowed.ok) return refuseTeam(allowed);
  const { enterpriseId } = await found(ready);
  // Written up on a later day, they are of the last day on site.
  const today = dateOf(turn.now);
  const day = team.days.findLast((one) => one.day <= today)?.day ?? today;
  const [began, ended] = [Number(answers.began), Number(answers.ended)];
  const draft = {
    enterpriseId,
    ...{ beganAt: momentOf(day, began), endedAt: momentOf(day, ended) },
    ...{ place: textIn(answers, 'place'), representative: textIn(answers, 'representative') },
  };
  await db.draftMinutes(turn.tx, team.id, draft, { personId: turn.person.id, at: turn.now });
  const after = await saveStep(turn, team, {
    facts: [teamFact('minutes_drafted', { enterprise: enterpriseId, representative: draft.representative })],
  });
  const lines = texts.drafted(team.kind, enterpriseName(turn.reference, enterpriseId));
  return { say: [{ lines }, await sayTeam(turn, after)], posts: tellGroup(turn, team, lines) };
};

export const readTeamMinutes = async (ready: TeamReady): Promise<Outcome> => {
  const { turn, team } = ready;
  const { minutes } = await found(ready);
  const read = canRead(minutes);
  if (!read.ok) return refuseTeam(read);
  const { id, enterpriseId } = read.value;
  await db.readMinutes(turn.tx, id);
  await saveStep(turn, team, { facts: [teamFact('minutes_read', { minutes: id, round: read.value.round + 1 })] });
  const [items, findings] = await Promise.all([itemsOf(turn.tx, team.id), findingsOf(turn.tx, team.id)]);
  const ofThis = <T extends { readonly enterpriseId: number }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.enterpriseId === enterpriseId);
  const lines = readLines(turn.reference, {
    ...{ team, minutes: read.value, items: ofThis(items), findings: ofThis(findings) },
  });
  const choices = [
    (['yes', 'no'] as const).map((answer) =>
      pick(teamActAction, answer === 'yes' ? texts.agree : texts.differ, {
        ...{ act: 'give_opinion', teamId: team.id, target: `${enterpriseId}:${read.value.round + 1}:${answer}` },
      }),
    ),
  ];
  const posts = tellGroup(turn, team, lines).map((post) => ({ ...post, say: { lines, choices } }));
  const absent = await notWaitedFor(turn, team);
  return {
    say: [{ ...sayInPlace(turn, lines, choices), inPlace: false }],
    notices: askOpinions(turn, team, { lines, choices }, absent),
    posts,
  };
};

/** Each is asked in his own chat too: a group's message is gone from sight before everybody has answered. */
const askOpinions = (
  { person, place }: MemberTurn,
  { members }: Team,
  { lines, choices }: Pick<Say, 'lines' | 'choices'>,
  absent: ReadonlySet<number>,
): readonly Notice[] =>
  members
    .filter(({ personId }) => !absent.has(personId) && (place === 'group' || personId !== person.id))
    .map(({ personId: to }) => ({
      ...{ to, class: 'urgent' },
      say: { lines: [...texts.askedOf, ...lines], ...(choices === undefined ? {} : { choices }) },
    }));

export const reworkTeamMinutes = async (ready: TeamReady): Promise<Outcome> => {
  const { turn, team } = ready;
  const read = underReading((await found(ready)).minutes);
  if (!read.ok) return refuseTeam(read);
  await db.reworkMinutes(turn.tx, read.value.id);
  await saveStep(turn, team, { facts: [teamFact('minutes_reworked', { minutes: read.value.id })] });
  return { say: [{ lines: texts.reworked }], posts: tellGroup(turn, team, texts.reworked) };
};

/** Of an earlier reading: what was agreed to then is not what stands there now. */
const readingOf = (minutes: Minutes | null, target: string): Result<Minutes> => {
  const read = underReading(minutes);
  if (!read.ok) return read;
  return Number(target.split(':')[1]) === read.value.round ? read : refused('minutes.round');
};

export const opinion = async (ready: TeamReady): Promise<Outcome> => {
  const { turn, team, subject, answers } = ready;
  const read = readingOf((await found(ready)).minutes, subject.target);
  if (!read.ok) return refuseTeam(read);
  const agrees = subject.target.endsWith(':yes');
  const words = agrees ? null : textIn(answers, 'words');
  const given = { personId: turn.person.id, agrees, words };
  await db.saveOpinion(turn.tx, read.value, given, turn.now);
  await saveStep(turn, team, {
    facts: [teamFact('opinion_given', { minutes: read.value.id, round: read.value.round, agrees, words })],
  });
  const others = read.value.opinions.filter(({ personId }) => personId !== turn.person.id);
  const missing = withoutOpinion(team, { ...read.value, opinions: [...others, given] }, await notWaitedFor(turn, team));
  const lines = [
    words === null ? texts.agreed(turn.person.name) : texts.differed(turn.person.name, words),
    waitingLine(turn.reference.directory, missing),
  ];
  return { say: [sayInPlace(turn, lines)], posts: tellGroup(turn, team, lines) };
};

export const enterpriseOpinion = async (ready: TeamReady): Promise<Outcome> => {
  const { turn, team, subject, answers } = ready;
  const read = readingOf((await found(ready)).minutes, subject.target);
  if (!read.ok) return refuseTeam(read);
  const signs = answers.signs === true;
  const given = {
    ...{ words: textIn(answers, 'words'), signs },
    ...{ reason: signs ? null : textIn(answers, 'reason'), witness: signs ? null : textIn(answers, 'witness') },
  };
  await db.saveEnterpriseOpinion(turn.tx, read.value, given);
  const after = await saveStep(turn, team, {
    facts: [teamFact('enterprise_opinion', { minutes: read.value.id, round: read.value.round, ...given })],
  });
  return { say: [{ lines: [texts.enterpriseGiven] }, await sayTeam(turn, after)] };
};

export const lockTeamMinutes = async (ready: TeamReady): Promise<Outcome> => {
  const { turn, team } = ready;
  const { all, minutes } = await found(ready);
  const on = { team, actor: turn.person.id };
  const nameOf = (id: number): string => personName(turn.reference.directory, id);
  const allowed = canLock(on, minutes, { absent: await notWaitedFor(turn, team), nameOf });
  if (!allowed.ok) return refuseTeam(allowed);
  const { content, sha256 } = await minutesContent(turn.tx, team, allowed.value);
  const locked = { by: turn.person.id, at: turn.now, content, sha256 };
  await db.lockMinutes(turn.tx, allowed.value.id, locked);
  const after = await saveStep(turn, team, lockStep(on, all, allowed.value, sha256.toString('hex')));
  await moveStages(turn, after);
  const settled = await settleFollowed(turn, after, allowed.value, content.items);
  const lines = texts.locked(team.kind, enterpriseName(turn.reference, allowed.value.enterpriseId));
  return {
    say: [{ lines }, await sayTeam(turn, after)],
    notices: [...(turn.place === 'group' ? [] : tellMembers(turn, after, () => lines)), ...settled],
    posts: tellGroup(turn, team, lines),
  };
};

/** Locked ones, or why not. */
const lockedOf = async (ready: TeamReady): Promise<Minutes | null> => {
  const { minutes } = await found(ready);
  return minutes?.state === 'locked' ? minutes : null;
};

export const numberTeamMinutes = async (ready: TeamReady): Promise<Outcome> => {
  const { turn, team, answers } = ready;
  const minutes = await lockedOf(ready);
  if (minutes === null) return refuseTeam(refused('minutes.not_locked'));
  const [number, date] = [textIn(answers, 'number'), textIn(answers, 'date')];
  await db.numberMinutes(turn.tx, minutes.id, number, date);
  await saveStep(turn, team, { facts: [teamFact('minutes_numbered', { minutes: minutes.id, number, date })] });
  return { say: [sayInPlace(turn, [texts.numbered(number)])] };
};

export const scan = async (ready: TeamReady): Promise<Outcome> => {
  const { turn, team, answers } = ready;
  const minutes = await lockedOf(ready);
  if (minutes === null) return refuseTeam(refused('minutes.not_locked'));
  const { ids } = gatheredFiles(answers, 'files');
  const fileId = ids.at(-1);
  if (fileId === undefined) return refuseTeam(refused('minutes.no_file'));
  await db.attachScan(turn.tx, minutes.id, fileId);
  await saveStep(turn, team, { facts: [teamFact('scan_attached', { minutes: minutes.id, file: fileId })] });
  return { say: [sayInPlace(turn, [texts.scanned])] };
};

export const addendum = async (ready: TeamReady): Promise<Outcome> => {
  const { turn, team, answers } = ready;
  const minutes = await lockedOf(ready);
  if (minutes === null) return refuseTeam(refused('minutes.not_locked'));
  const words = textIn(answers, 'words');
  await db.addAddendum(turn.tx, minutes.id, { words, authorId: turn.person.id, at: turn.now });
  await saveStep(turn, team, { facts: [teamFact('addendum_added', { minutes: minutes.id, words })] });
  return { say: [sayInPlace(turn, [texts.added])], posts: tellGroup(turn, team, [texts.added, words]) };
};
