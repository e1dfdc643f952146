/** To whoever has to do with parts whose dates a changed calendar has moved. */
import type { CalendarStep } from '#domain/calendar/change.ts';
import type { Directory } from '#domain/directory/directory.ts';
import { answerEnd } from '#domain/request/clock.ts';
import type { Part, Request } from '#domain/request/request.ts';
import type { Line } from '#message/outbound.ts';
import { changesWords } from '#text/calendar/change.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { unitName } from './card.ts';
import { moreLine } from './reminders.ts';
import { upperFirst } from './words.ts';

export type MovedDate = {
  readonly request: Request;
  readonly part: Part;
  readonly before: Pick<Part, 'due' | 'provisional'>;
};

export const recountLines = (
  directory: Directory,
  { listed, total }: { readonly listed: readonly MovedDate[]; readonly total: number },
  changes: readonly CalendarStep[],
): readonly Line[] => [
  [{ bold: `Tính lại thời hạn: ${total} việc` }],
  `${upperFirst(changesWords(changes))}.`,
  ...listed.flatMap(({ request, part, before }): Line[] => [
    '',
    [{ bold: request.code }, ` · ${unitName(directory, part.unitId)}`],
    request.subject,
    `Hạn trả lời: ${formatDue(answerEnd(before))} → ${formatDue(answerEnd(part))}`,
  ]),
  ...(total === listed.length ? [] : ['', moreLine(total - listed.length)]),
];
