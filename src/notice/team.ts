/** What buttons about teams do, and what of a team can be made as a document: shared by handlers and jobs. */
import { z } from 'zod';
import { TEAM_ACTS } from '#domain/team/acts.ts';
import { defineAction } from '#runtime/handler.ts';
import { defineProduction } from '#runtime/production.ts';

/** `target`: what of the team it is about (an enterprise, a finding); empty: the team itself. */
export const teamActAction = defineAction(
  'team.act',
  z.object({ act: z.enum(TEAM_ACTS), teamId: z.number(), target: z.string() }),
);
export const showTeamAction = defineAction('team.show', z.object({ teamId: z.number() }));
/** The plan of a team that looks at a finding again: offered where findings and their duties are shown. */
export const followFindingAction = defineAction('team.follow', z.object({ findingId: z.number() }));
export const PAPER_KINDS = ['minutes', 'announcement', 'findings', 'report'] as const;
export type TeamPaperKind = (typeof PAPER_KINDS)[number];

export const teamPaper = defineProduction(
  'team.paper',
  z.object({
    teamId: z.number(),
    kind: z.enum(PAPER_KINDS),
    enterpriseId: z.number().nullable(),
  }),
);
