/** The papers of a team as .docx, for whoever may see the team now. */
import { inTransaction } from '#db/client.ts';
import { readBytes } from '#db/file.ts';
import { tracesOf } from '#db/team/attendance.ts';
import { type Evidence, evidenceOf } from '#db/team/evidence.ts';
import { findingsOf } from '#db/team/finding.ts';
import { itemsOf } from '#db/team/item.ts';
import { addendaOf, lockedMembers, minutesOf } from '#db/team/minutes.ts';
import { loadTeam } from '#db/team/team.ts';
import { templatesOn } from '#db/team/template.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { absentFrom, type Trace } from '#domain/team/attendance.ts';
import { seesTeam } from '#domain/team/may.ts';
import { dateOf } from '#domain/time.ts';
import type { Paper, Picture } from '#src/documents/decree30/paper.ts';
import { renderPaper } from '#src/documents/decree30/render.ts';
import { minutesPaper } from '#src/documents/team/minutes.ts';
import { announcementPaper, findingsPaper, reportPaper } from '#src/documents/team/others.ts';
import type { TeamRecord } from '#src/documents/team/team-paper.ts';
import { type TeamPaperKind, teamPaper } from '#src/notice/team.ts';
import { personName } from '#text/request/card.ts';
import { itemNamed } from '#text/team/items.ts';
import { paperNames, paperSays, photoCaption } from '#text/team/papers.ts';
import { type Making, producer } from './producer.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Wanted = { readonly teamId: number; readonly kind: TeamPaperKind; readonly enterpriseId: number | null };

export const teamPaperProducer = producer(teamPaper, async (on, wanted) => {
  const gathered = await gather(on, wanted);
  if (!gathered.ok) return gathered;
  const paper = await paperFor(on, wanted, gathered.value);
  if (!paper.ok) return paper;
  const bytes = await renderPaper(paper.value);
  const { code, kind } = gathered.value.record.team;
  const name = `${paperNames[wanted.kind](kind)}-${code}.docx`;
  return ok({ say: { lines: [paperSays[wanted.kind](kind)] }, files: [{ name, mime: DOCX, bytes, picture: false }] });
});

type Gathered = {
  readonly record: TeamRecord;
  readonly evidence: readonly Evidence[];
  readonly traces: readonly Trace[];
};

const gather = (on: Making, { teamId }: Wanted): Promise<Result<Gathered>> =>
  inTransaction(on.db, async (tx) => {
    const { reference, now, personId } = on;
    const team = await loadTeam(tx, teamId);
    const day = dateOf(now);
    if (team === null || !seesTeam({ directory: reference.directory, personId, team, day })) {
      return refused('team.unknown');
    }
    const [items, findings, traces, templates, evidence] = await Promise.all([
      ...([itemsOf(tx, teamId), findingsOf(tx, teamId), tracesOf(tx, teamId)] as const),
      ...([templatesOn(tx, day), evidenceOf(tx, teamId)] as const),
    ]);
    const topicNames = team.topics.map((code) => templates.find((one) => one.code === code)?.name ?? code);
    const record = { reference, team, topicNames, items, findings, absent: absentFrom(team, traces), now };
    return ok({ record: { ...record, evidence: evidence.length }, evidence, traces });
  });

const paperFor = async (on: Making, wanted: Wanted, gathered: Gathered): Promise<Result<Paper>> => {
  const { record } = gathered;
  switch (wanted.kind) {
    case 'announcement':
      return ok(announcementPaper(record));
    case 'findings':
      return ok(findingsPaper(record));
    case 'report':
      return ok(reportPaper(record));
    case 'minutes':
      return minutesFor(on, wanted, gathered);
    default:
      return wanted.kind satisfies never;
  }
};

const minutesFor = async (
  on: Making,
  wanted: Wanted,
  { record, evidence, traces }: Gathered,
): Promise<Result<Paper>> => {
  const { minutes, addenda, members } = await inTransaction(on.db, async (tx) => {
    const found = (await minutesOf(tx, wanted.teamId)).find((one) => one.enterpriseId === wanted.enterpriseId) ?? null;
    if (found === null) return { minutes: null, addenda: [], members: null };
    const [added, locked] = await Promise.all([addendaOf(tx, found.id), lockedMembers(tx, found.id)]);
    return { minutes: found, addenda: added, members: locked };
  });
  if (minutes === null) return refused('minutes.none');
  // Whoever came or went since is not of what was signed.
  const team = members === null ? record.team : { ...record.team, members };
  const items = record.items.filter((item) => item.enterpriseId === minutes.enterpriseId);
  const numbers = new Set(items.map(({ no }) => no));
  const own = evidence.filter(({ itemNo, state }) => numbers.has(itemNo) && state === 'stored');
  const pictures = own.filter(isPicture).slice(0, MOST_PICTURES);
  return ok(
    minutesPaper({
      ...{ ...record, team, absent: absentFrom(team, traces) },
      items,
      findings: record.findings.filter((finding) => finding.enterpriseId === minutes.enterpriseId),
      minutes,
      addenda: addenda.map(({ words }) => words),
      pictures: await Promise.all(pictures.map((one) => pictureOf(on, record, one))),
      files: own.filter((one) => !pictures.includes(one)).map((one) => captionOf(record, one, one.name ?? '')),
    }),
  );
};

/** An annex of more pages is no annex of minutes any more; all photos stay in the record. */
const MOST_PICTURES = 60;

const isPicture = ({ mime }: Evidence): boolean => mime === 'image/jpeg' || mime === 'image/png';

const pictureOf = async (on: Making, record: TeamRecord, one: Evidence): Promise<Picture> => ({
  bytes: await readBytes(on.db, one.fileId ?? 0),
  mime: one.mime === 'image/png' ? 'image/png' : 'image/jpeg',
  // A caption that only says which item it is for is said already.
  caption: captionOf(record, one, itemNamed(one.words) === null ? one.words : ''),
});

const captionOf = ({ reference }: TeamRecord, { itemNo, sentBy, sentAt }: Evidence, words: string): string =>
  photoCaption(itemNo, personName(reference.directory, sentBy), sentAt, words);
