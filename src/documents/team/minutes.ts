/** Minutes of an inspection at one enterprise, with its photos as annex. */

import { memberOf } from '#domain/team/team.ts';
import { personName } from '#text/request/card.ts';
import { upperFirst } from '#text/request/words.ts';
import {
  contentWords,
  drafterTitle,
  enterpriseWords,
  findingWords,
  memberItems,
  representativeName,
  resultRow,
  signedName,
  paperTexts as texts,
} from '#text/team/papers.ts';
import { enterpriseName } from '#text/team/plan.ts';
import { teamRoles } from '#text/team/words.ts';
import type { Annex, Block, Paper } from '../decree30/paper.ts';
import { headOf, leaderSigner, type MinutesRecord, paperOf } from './team-paper.ts';

export const minutesPaper = (record: MinutesRecord): Paper => {
  const { reference, team, minutes } = record;
  const drafter = {
    authority: [],
    title: drafterTitle(memberOf(team, minutes.draftedBy)?.role),
    name: signedName(reference.directory, minutes.draftedBy),
  };
  return paperOf(record, {
    head: headOf(record, 'BB'),
    title: {
      kind: texts.minutes,
      about: texts.minutesAbout(team.kind, enterpriseName(reference, minutes.enterpriseId)),
    },
    body: [...opening(record), ...results(record), ...opinions(record), ...signers(record)],
    signature: { left: drafter, right: leaderSigner(record) },
    annexes: annexes(record),
  });
};

const heading = (words: string): Block => ({ kind: 'heading', words });
const paragraph = (words: string): Block => ({ kind: 'paragraph', words });

const opening = ({ reference, team, topicNames, absent, minutes }: MinutesRecord): readonly Block[] => [
  heading(texts.people),
  paragraph(texts.team(team.kind)),
  { kind: 'numbered', items: memberItems(reference, team.members, absent) },
  paragraph(texts.enterprise),
  { kind: 'numbered', items: [`${minutes.representative}; ${enterpriseWords(reference, minutes.enterpriseId)}.`] },
  heading(texts.content),
  ...contentWords(team, topicNames, minutes).map(paragraph),
];

const results = ({ items, findings }: MinutesRecord): readonly Block[] => [
  heading(texts.result),
  {
    kind: 'table',
    columns: [
      { title: texts.columns.no, share: 1, align: 'center' },
      { title: texts.columns.words, share: 6, align: 'left' },
      { title: texts.columns.result, share: 3, align: 'left' },
      { title: texts.columns.remark, share: 4, align: 'left' },
    ],
    rows: items.map(resultRow),
  },
  heading(texts.findings),
  findings.length === 0 ? paragraph(texts.noFindings) : { kind: 'numbered', items: findings.map(findingWords) },
];

const opinions = ({ reference, minutes, addenda }: MinutesRecord): readonly Block[] => {
  const { enterprise } = minutes;
  const others = minutes.opinions.flatMap(({ personId, words }) =>
    words === null ? [] : [texts.differs(upperFirst(personName(reference.directory, personId)), words)],
  );
  return [
    heading(texts.opinions),
    ...(enterprise === null ? [] : [paragraph(texts.enterpriseOpinion(enterprise.words))]),
    ...(enterprise?.signs === false
      ? [paragraph(texts.refused(enterprise.reason ?? '', enterprise.witness ?? ''))]
      : []),
    ...others.map(paragraph),
    ...(others.length === 0 && minutes.opinions.length > 0 ? [paragraph(texts.allAgree)] : []),
    paragraph(texts.closing(minutes.endedAt, others.length === 0 && enterprise?.signs !== false)),
    ...(addenda.length === 0 ? [] : [heading(texts.addenda), { kind: 'numbered' as const, items: addenda }]),
  ];
};

/** The enterprise, unless it refuses, and the members beside those who close the minutes. */
const signers = ({ reference, team, absent, minutes }: MinutesRecord): readonly Block[] => {
  const beside = team.members.filter(
    ({ personId, role }) => role !== 'leader' && personId !== minutes.draftedBy && !absent.has(personId),
  );
  const enterprise =
    minutes.enterprise?.signs === false
      ? []
      : [{ authority: [], title: texts.representative, name: representativeName(minutes.representative) }];
  return [
    {
      kind: 'signers',
      signers: [
        ...enterprise,
        ...beside.map(({ personId, role }) => ({
          authority: [],
          title: teamRoles[role],
          name: signedName(reference.directory, personId),
        })),
      ],
    },
  ];
};

const annexes = ({ pictures, files }: MinutesRecord): readonly Annex[] =>
  pictures.length === 0 && files.length === 0
    ? []
    : [
        {
          title: texts.photos,
          blocks: files.length === 0 ? [] : [paragraph(texts.files), { kind: 'dashed', items: files }],
          pictures,
        },
      ];
