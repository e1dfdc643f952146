/**
 * Sample recurring reports on the regulation. The cut-offs are Decree 09/2019's; that each is owed, and the two working
 * days to send it, are proposals of ours (local rules add such a number of days).
 */
import type { ReportKind } from '#domain/duty/period.ts';

export type DutyTemplateSeed = { readonly unit: string; readonly owedTo: string; readonly period: ReportKind };

export const REPORT_TITLE = 'kết quả thực hiện Quy chế phối hợp';
export const SENDING_DAYS = 2;

const COMMUNES = ['xa-thien-loc', 'xa-noi-bai', 'xa-quang-minh', 'xa-tay-phuong', 'xa-phu-nghia', 'phuong-phuc-loi'];

export const dutyTemplates: readonly DutyTemplateSeed[] = [
  ...[...COMMUNES, 'cong-an-pccc'].flatMap((unit): DutyTemplateSeed[] => [
    { unit, owedTo: 'bql', period: 'quarter' },
    { unit, owedTo: 'bql', period: 'half' },
    { unit, owedTo: 'bql', period: 'year' },
  ]),
  ...(['month', 'quarter', 'half', 'nine_months', 'year'] as const).map((period) => ({
    ...{ unit: 'bql-vp', owedTo: 'ubnd-thanh-pho', period },
  })),
];
