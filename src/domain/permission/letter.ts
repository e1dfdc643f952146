/** Which letters a person may have drafted: those that his side would send. */
import type { UnitId } from '#domain/directory/directory.ts';
import { isUrgeable } from '#domain/request/decide/change.ts';
import { isOwed, type Part, type RequestState } from '#domain/request/request.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Asked } from './asked.ts';
import { type Relation, relationsOf } from './relation.ts';
import { canSee, scopeOf } from './scope.ts';

export const LETTERS = ['ask', 'answer', 'urge'] as const;
/** Asking for an opinion or for work, the unit's answer, a reminder from leader to leader. */
export type Letter = (typeof LETTERS)[number];

const ASKING: readonly Relation[] = ['filer', 'asking_chief', 'asking_clerk', 'coordinator'];
const WHO: Readonly<Record<Letter, readonly Relation[]>> = {
  ask: ASKING,
  urge: ASKING,
  answer: ['holder', 'desk', 'head', 'leader', 'clerk'],
};

/** Nobody is asked or reminded once the matter is gathered; an answer may still be late. */
const STATES: Readonly<Record<Letter, readonly RequestState[]>> = {
  ask: ['open'],
  urge: ['open'],
  answer: ['open', 'synthesised', 'closed'],
};

/** The asking letter may be one for all units (no part); the others are about one part. */
export const mayDraft = (letter: Letter, asked: Asked): Result<true> => {
  const { reference, personId, dossier, part, now } = asked;
  const { directory } = reference;
  const day = dateOf(now);
  if (!canSee(scopeOf(directory, personId, day), dossier, now)) return refused('request.unknown');
  if (part === null && letter !== 'ask') return refused('request.unknown');
  const relations = relationsOf({ directory, personId, dossier, part, day });
  if (!WHO[letter].some((relation) => relations.has(relation))) return refused('act.not_yours');
  const { state, code } = dossier.request;
  if (!STATES[letter].includes(state)) return refused('act.request_state', { state, code });
  return part === null ? ok(true) : onPart[letter](asked, part);
};

const onPart: Readonly<Record<Letter, (asked: Asked, part: Part) => Result<true>>> = {
  ask: () => ok(true),
  answer: (_asked, part) => (part.draft === null && part.answer === null ? refused('letter.no_answer') : ok(true)),
  urge: ({ reference, now }, part) =>
    isOwed(part) && isUrgeable(reference.calendar, part, now) ? ok(true) : refused('letter.not_late'),
};

/** Whose letter it is. */
export const senderOf = (letter: Letter, { request }: Asked['dossier'], part: Part | null): UnitId =>
  letter === 'answer' && part !== null ? part.unitId : request.askingUnitId;

/** What there is to choose from, the whole request's letter first. */
export const lettersOpenTo = (
  asked: Omit<Asked, 'part'>,
): readonly { readonly letter: Letter; readonly part: Part | null }[] =>
  [null, ...asked.dossier.parts].flatMap((part) =>
    LETTERS.filter((letter) => (letter === 'ask') === (part === null))
      .filter((letter) => mayDraft(letter, { ...asked, part }).ok)
      .map((letter) => ({ letter, part })),
  );
