/** Minutes of announcement, list of findings, report of the results. */

import { formatDate } from '#text/calendar/dates.ts';
import {
  dutyStates,
  enterpriseWords,
  findingWords,
  memberItems,
  resultRow,
  paperTexts as texts,
} from '#text/team/papers.ts';
import { enterpriseName } from '#text/team/plan.ts';
import type { Block, Paper } from '../decree30/paper.ts';
import { headOf, leaderSigner, paperOf, type TeamRecord } from './team-paper.ts';

const heading = (words: string): Block => ({ kind: 'heading', words });
const paragraph = (words: string): Block => ({ kind: 'paragraph', words });

const namesOf = ({ reference, team }: TeamRecord): string =>
  team.enterpriseIds.map((id) => enterpriseName(reference, id)).join('; ');

export const announcementPaper = (record: TeamRecord): Paper => {
  const { reference, team, absent } = record;
  return paperOf(record, {
    head: headOf(record, 'BB'),
    title: { kind: texts.minutes, about: texts.announcementAbout(team.kind, namesOf(record)) },
    body: [
      heading(texts.people),
      paragraph(texts.team(team.kind)),
      { kind: 'numbered', items: memberItems(reference, team.members, absent) },
      paragraph(texts.enterprise),
      { kind: 'dashed', items: team.enterpriseIds.map((id) => enterpriseWords(reference, id)) },
      heading(texts.content),
      paragraph(team.announcedAt === null ? texts.notAnnounced : texts.announcedAt(team.announcedAt)),
      paragraph(texts.rights),
    ],
    signature: {
      left: { authority: [], title: texts.representative, name: null },
      right: leaderSigner(record),
    },
  });
};

export const findingsPaper = (record: TeamRecord): Paper => {
  const { reference, team, findings } = record;
  return paperOf(record, {
    head: headOf(record, 'DS'),
    title: { kind: texts.list, about: texts.listAbout(team.kind) },
    body: [
      findings.length === 0
        ? paragraph(texts.noFindings)
        : {
            kind: 'table',
            columns: [
              { title: texts.columns.no, share: 2, align: 'center' },
              { title: texts.columns.enterprise, share: 6, align: 'left' },
              { title: texts.columns.words, share: 9, align: 'left' },
              { title: texts.columns.due, share: 4, align: 'center' },
              { title: texts.columns.state, share: 5, align: 'left' },
            ],
            rows: findings.map(({ enterpriseId, words, due, state }, index) => [
              String(index + 1),
              enterpriseName(reference, enterpriseId),
              words,
              formatDate(due),
              dutyStates[state],
            ]),
          },
    ],
    signature: { left: null, right: leaderSigner(record) },
  });
};

export const reportPaper = (record: TeamRecord): Paper => {
  const { reference, team, items, findings, evidence, absent } = record;
  const checked = items.filter(({ state }) => state !== 'open');
  const failed = items.filter(({ state }) => state === 'fail');
  return paperOf(
    record,
    {
      head: headOf(record, 'BC'),
      title: { kind: texts.report, about: `${texts.reportAbout(team.kind)} ${namesOf(record)}` },
      body: [
        heading(texts.people),
        { kind: 'numbered', items: memberItems(reference, team.members, absent) },
        heading(texts.reportResult),
        paragraph(texts.summary(team.kind, checked.length, failed.length, evidence)),
        ...(failed.length === 0 ? [] : [failedTable(failed)]),
        heading(texts.reportFindings),
        findings.length === 0 ? paragraph(texts.noFindings) : { kind: 'numbered', items: findings.map(findingWords) },
      ],
      signature: { left: null, right: leaderSigner(record) },
    },
    texts.recipients(team.kind),
  );
};

const failedTable = (failed: TeamRecord['items']): Block => ({
  kind: 'table',
  columns: [
    { title: texts.columns.no, share: 1, align: 'center' },
    { title: texts.columns.words, share: 6, align: 'left' },
    { title: texts.columns.result, share: 3, align: 'left' },
    { title: texts.columns.remark, share: 4, align: 'left' },
  ],
  rows: failed.map(resultRow),
});
