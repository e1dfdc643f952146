/** What a sentence says of what an act asks for: `gia hạn PH-2026-00042 thêm 3 ngày làm việc vì chờ số liệu`. */
import type { ActName } from '#domain/request/acts.ts';
import { type Position, positionsFor, type RequestType } from '#domain/request/request.ts';
import type { Answers, Json } from '#forms/define.ts';
import { parseStaff } from '#handlers/staff.ts';
import { assigneeIn, reasonIn } from '#reading/act.ts';
import { furtherIn } from '#reading/further.ts';
import type { Understood } from '#reading/understand.ts';
import { formatDate } from '#text/calendar/dates.ts';
import { key } from '#text/key.ts';
import { positions } from '#text/request/words.ts';
import { colleagues } from './act.form.ts';
import type { ActContext } from './act-context.ts';
import { untilField } from './act-fields.ts';

/** As far as its questions would take it; the rest is asked. */
export const answersSaid = (context: ActContext, text: string, read: Understood): Answers => {
  const { act, dossier } = context;
  const until = act === 'ask_extension' ? untilOf(context, text, read) : null;
  const position = act === 'answer' ? positionIn(text, dossier.request.type) : null;
  const assignee = act === 'assign' ? assigneeIn(text) : null;
  const person = assignee === null ? null : parseStaff({ kind: 'text', text: assignee }, colleagues(context));
  const reason = REASONED.has(act) ? reasonIn(text) : null;
  return {
    ...(until === null ? {} : { until }),
    ...(position === null ? {} : { position }),
    ...(person?.ok === true ? { person: person.value } : {}),
    ...(act === 'change_urgency' && read.urgency !== null ? { urgency: read.urgency } : {}),
    ...(reason === null ? {} : { words: reason }),
  };
};

/** Their words are a reason, and not a remark or an opinion. */
const REASONED: ReadonlySet<ActName> = new Set([
  'ask_extension',
  'withdraw',
  'hand_on',
  'change_urgency',
  'return_draft',
  'reopen',
]);

/** What stands behind the code and is a position by its whole name: `trả lời PH-2026-00042: thống nhất`. */
const positionIn = (text: string, type: RequestType): Position | null =>
  positionsFor(type).find((one) => key(positions[one]) === behindCode(text)) ?? null;

const behindCode = (text: string): string => {
  const behind = /\bph[\s\-–]*\d{4}[\s\-–]*\d{1,6}\s*[:,;–-]\s*(.+)$/is.exec(text.normalize('NFKC'))?.[1] ?? '';
  return key(behind).replace(/[ .!]+$/, '');
};

/** The day or the length that was said, if the question would take it. */
const untilOf = (context: ActContext, text: string, { deadline }: Understood): Json | null => {
  const day = deadline === null ? null : formatDate(deadline.date);
  const said = furtherIn(text) === null ? day : text;
  if (said === null) return null;
  const until = untilField.parse({ kind: 'text', text: said }, {}, context);
  return until.ok ? until.value : null;
};
