/** The buttons about minutes: which step each enterprise's are at. */
import type { Reference } from '#domain/reference.ts';
import type { TeamAct } from '#domain/team/acts.ts';
import type { Minutes } from '#domain/team/minutes.ts';
import type { Team } from '#domain/team/team.ts';
import { type Choice, pick } from '#runtime/handler.ts';
import { teamActAction } from '#src/notice/team.ts';
import { minutesTexts } from '#text/team/minutes.ts';
import { enterpriseName } from '#text/team/plan.ts';
import { teamActLabels } from '#text/team/words.ts';
import { teamPaperAction } from './actions.ts';

const STEPS: Readonly<Record<Minutes['state'] | 'none', readonly TeamAct[]>> = {
  none: ['draft_minutes'],
  drafted: ['read_minutes', 'draft_minutes'],
  read: ['enterprise_opinion', 'lock_minutes', 'rework_minutes'],
  locked: ['number_minutes', 'attach_scan', 'add_addendum'],
};

export const minutesActs = (
  reference: Reference,
  team: Team,
  all: readonly Minutes[],
  open: readonly TeamAct[],
): readonly Choice[] => {
  if (team.state === 'planned' || team.state === 'decided' || team.state === 'cancelled') return [];
  const isOnly = team.enterpriseIds.length === 1;
  const acts = team.enterpriseIds.flatMap((id) => {
    const minutes = all.find(({ enterpriseId }) => enterpriseId === id);
    const named = (label: string): string => (isOnly ? label : `${label} · ${enterpriseName(reference, id)}`);
    // Given on what was read, it is of that reading.
    const target = minutes === undefined ? String(id) : `${id}:${minutes.round}`;
    const steps = STEPS[minutes?.state ?? 'none']
      .filter((act) => open.includes(act))
      .map((act) => pick(teamActAction, named(teamActLabels[act]), { act, teamId: team.id, target }));
    const paper =
      minutes === undefined
        ? []
        : [pick(teamPaperAction, named(minutesTexts.paper), { teamId: team.id, kind: 'minutes', enterpriseId: id })];
    return [...steps, ...paper];
  });
  const papers = (['announcement', 'findings', 'report'] as const).map((kind) =>
    pick(teamPaperAction, minutesTexts[kind], { teamId: team.id, kind, enterpriseId: null }),
  );
  return [...acts, ...papers];
};
