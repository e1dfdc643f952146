/** The table of positions: what each unit said, when, late or not, and who said nothing (MA7). */
import type { Directory } from '#domain/directory/directory.ts';
import type { Dossier, Part, Position } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate } from '#text/calendar/dates.ts';
import { unitName } from './card.ts';
import { partStates, positions, upperFirst } from './words.ts';

/** Beyond this many units, one line a unit is too long for a phone: units of one position share a paragraph. */
const LONGEST_LIST = 8;

export const opinionLines = (directory: Directory, { parts }: Dossier): readonly Line[] => {
  const groups = [...Map.groupBy(parts, outcomeOf)].sort(([, a], [, b]) => b.length - a.length);
  const isLong = parts.length > LONGEST_LIST;
  return [
    [{ bold: `Bảng ý kiến (${parts.length} đơn vị)` }],
    ...groups.flatMap(([outcome, own]): Line[] => {
      const names = own.map((part) => `${unitName(directory, part.unitId)}${dated(part)}`);
      const head: Line = [{ bold: `${outcome} (${own.length})` }];
      return isLong ? [head, names.join('; ')] : [head, ...names.map((name) => `• ${name}`)];
    }),
  ];
};

const outcomeOf = (part: Part): string => {
  if (part.answer !== null) return upperFirst(positions[part.answer.position satisfies Position]);
  return upperFirst(partStates[part.state]);
};

const dated = ({ answer }: Part): string => {
  if (answer === null) return '';
  return `, ${formatDate(dateOf(answer.decidedAt ?? answer.submittedAt))}${answer.late ? ', quá hạn' : ''}`;
};
