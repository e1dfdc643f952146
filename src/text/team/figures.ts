/** Counts of a year's teams: by state, by enterprise, by content. */
import type { Reference } from '#domain/reference.ts';
import type { TeamState } from '#domain/team/team.ts';
import type { Line } from '#message/outbound.ts';
import { enterpriseName } from './plan.ts';
import { teamStates } from './words.ts';

export type TeamFigures = {
  readonly states: readonly { readonly state: TeamState; readonly teams: number }[];
  readonly enterprises: readonly {
    readonly id: number;
    readonly teams: number;
    readonly failed: number;
    readonly findings: number;
  }[];
  readonly topics: readonly { readonly name: string; readonly checked: number; readonly failed: number }[];
};

/** More lines than these fill a phone. */
const MOST_ENTERPRISES = 10;

export const figuresLines = (reference: Reference, year: number, figures: TeamFigures): readonly Line[] => [
  [{ bold: `Số liệu thanh tra, kiểm tra năm ${year}` }],
  'Trong phạm vi được xem.',
  ...figures.states.map(({ state, teams }) => `Số đoàn ${teamStates[state]}: ${teams}`),
  ...(figures.enterprises.length === 0 ? [] : ['', 'Theo doanh nghiệp:']),
  ...figures.enterprises
    .slice(0, MOST_ENTERPRISES)
    .map(
      ({ id, teams, failed, findings }) =>
        `${enterpriseName(reference, id)}: ${teams} cuộc, ${failed} mục không đạt, ${findings} kiến nghị`,
    ),
  ...(figures.topics.length === 0 ? [] : ['', 'Theo nội dung:']),
  ...figures.topics.map(({ name, checked, failed }) => `${name}: ${checked} mục đã kiểm tra, ${failed} không đạt`),
];
