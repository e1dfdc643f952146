/** What one act is called, asks and says: to whoever does it, and to those who hear of it. */
import type { Directory, PersonId, UnitId } from '#domain/directory/directory.ts';
import { answerEnd, endOf } from '#domain/request/clock.ts';
import { askedExtension, type Part, type Request } from '#domain/request/request.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { personName, unitName } from '../card.ts';

export type ActWords = {
  /** The button of DESIGN 4, letter for letter. */
  readonly label: string;
  /** The question for the words of the act; absent: "Nêu lý do." where words are asked for. */
  readonly ask?: (code: string) => string;
  /** To the person who acted. It may stand in the place of the notice that had the button. */
  readonly done: (spoken: Spoken) => string;
  /** To the others; empty: nobody hears of it by this way. */
  readonly told: (spoken: Spoken) => readonly string[];
};

export type Told = {
  readonly directory: Directory;
  readonly request: Request;
  readonly part: Part | null;
  readonly actor: PersonId;
  /** The words given with the act: reason, remark, what is missing, completion. */
  readonly words?: string;
  /** The unit that is asked from now on. */
  readonly unitId?: UnitId | null;
  /** Whom the act chose. */
  readonly personId?: PersonId | null;
};

/** The same with its names and dates in words, so that each act's sentences only put them together. */
export type Spoken = Told & {
  readonly code: string;
  /** Name of the person who acted. */
  readonly who: string;
  /** Name of the unit whose part it is. */
  readonly own: string;
  /** Name of the unit that is asked from now on. */
  readonly to: string;
  readonly what: string;
  readonly reason: readonly string[];
  readonly due: string;
  readonly dueLine: readonly string[];
  /** " đến hết ngày …" of an extension that was asked for, or nothing. */
  readonly until: string;
};

export const spoken = (told: Told): Spoken => {
  const { directory, request, part, actor, words = '' } = told;
  const name = (unitId: UnitId | null | undefined): string =>
    unitId === null || unitId === undefined ? 'đơn vị' : unitName(directory, unitId);
  const due = part === null ? '' : formatDue(answerEnd(part));
  const asked = part === null ? null : askedExtension(part);
  return {
    ...told,
    code: request.code,
    who: personName(directory, actor),
    own: name(part?.unitId),
    to: name(told.unitId),
    what: `Trích yếu: ${request.subject}`,
    reason: words === '' ? [] : [`Lý do: ${words}`],
    due,
    dueLine: part === null ? [] : [`Hạn trả lời: ${due}.`],
    until: asked === null ? '' : ` đến ${formatDue(endOf(asked.until))}`,
  };
};
