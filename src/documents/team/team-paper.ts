/** What the papers of a team are made from, and what they have in common. */
import type { PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { Item } from '#domain/team/item.ts';
import type { Minutes } from '#domain/team/minutes.ts';
import { leaderOf, type Team } from '#domain/team/team.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import { agencyOf } from '#text/documents/agency.ts';
import { signedName, paperTexts as texts } from '#text/team/papers.ts';
import type { Annex, Head, Paper, Picture, Signer } from '../decree30/paper.ts';

export type TeamRecord = {
  readonly reference: Reference;
  readonly team: Team;
  readonly topicNames: readonly string[];
  readonly items: readonly Item[];
  readonly findings: readonly {
    readonly enterpriseId: number;
    readonly words: string;
    readonly due: IsoDate;
    readonly state: 'open' | 'proved' | 'done' | 'cancelled';
  }[];
  /** On site on no day. */
  readonly absent: ReadonlySet<PersonId>;
  readonly evidence: number;
  readonly now: Millis;
};

export type MinutesRecord = TeamRecord & {
  readonly minutes: Minutes;
  readonly addenda: readonly string[];
  readonly pictures: readonly Picture[];
  /** Evidence that is no picture, by name. */
  readonly files: readonly string[];
};

export const headOf = ({ reference, team, now }: TeamRecord, paper: 'BB' | 'BC' | 'DS'): Head => {
  const { issuerLines, place } = agencyOf(reference.directory, team.unitId);
  return {
    superior: issuerLines,
    issuer: [texts.issuer(team.kind)],
    symbol: texts.symbol(paper, team.kind),
    about: null,
    place,
    year: Number(dateOf(now).slice(0, 4)),
    stamp: null,
  };
};

export const basisOf = ({ reference, team }: TeamRecord): readonly string[] => [
  ...texts.law[team.kind],
  ...(team.decision === null
    ? []
    : [
        texts.basis(
          team.decision.number,
          team.decision.date,
          // Decided by the unit of that day.
          agencyOf(reference.directory, team.formerUnitId ?? team.unitId).issuer,
        ),
      ]),
];

export const leaderSigner = ({ reference, team }: TeamRecord): Signer => ({
  authority: [texts.onBehalf(team.kind)],
  title: texts.leader,
  name: signedName(reference.directory, leaderOf(team)?.personId ?? null),
});

type Parts = Pick<Paper, 'head' | 'title' | 'body' | 'signature'> & { readonly annexes?: readonly Annex[] };

export const paperOf = (record: TeamRecord, parts: Parts, recipients: readonly string[] = []): Paper => ({
  basis: basisOf(record),
  addressees: [],
  recipients,
  archive: texts.archive,
  annexes: [],
  reference: record.team.code,
  ...parts,
});
