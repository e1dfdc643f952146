/**
 * Whether a person may do an act on a request or part now. One place, asked by handlers, buttons and lists alike;
 * it reads the stored state, never what a button says.
 */
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import { ACT_NAMES, ACTS, type ActName } from '#domain/request/acts.ts';
import type { Part } from '#domain/request/request.ts';
import { ok, type Refusal, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Asked } from './asked.ts';
import { condition } from './condition.ts';
import { inOwnRight, lentTo, relationsOf, type Standing } from './relation.ts';
import { canSee, scopeOf } from './scope.ts';

/** Refused: `request.unknown` to whoever may not even see it, so that a guessed code tells nothing. */
export const may = (act: ActName, asked: Asked): Result<true> => {
  const { reference, personId, dossier, part, now } = asked;
  const { directory } = reference;
  const rule = ACTS[act];
  const day = dateOf(now);
  if (!canSee(scopeOf(directory, personId, day), dossier, now)) return refused('request.unknown');
  if ((rule.subject === 'part') !== (part !== null)) throw new Error(`${act} is an act on a ${rule.subject}`);
  const relations = relationsOf({ directory, personId, dossier, part, day });
  if (!rule.who.some((relation) => relations.has(relation))) return refused('act.not_yours');
  if (!rule.requestStates.includes(dossier.request.state)) {
    return refused('act.request_state', { state: dossier.request.state, code: dossier.request.code });
  }
  if (part !== null && rule.partStates?.includes(part.state) === false) return partStateRefusal(directory, part);
  return condition(act, asked) ?? ok(true);
};

/** For whom he does it: null where his own right is enough. Only of what he may do. */
export const actsFor = (act: ActName, { reference, personId, dossier, part, now }: Asked): PersonId | null => {
  const standing = { directory: reference.directory, personId, dossier, part, day: dateOf(now) };
  const allows = (one: Standing): boolean => ACTS[act].who.some((relation) => inOwnRight(one).has(relation));
  return allows(standing) ? null : (lentTo(standing).find(allows)?.personId ?? null);
};

/** The acts a person may do now on this part, or on the request itself: what a card has buttons for. */
export const actsOpenTo = (asked: Asked): readonly ActName[] =>
  ACT_NAMES.filter((act) => (ACTS[act].subject === 'part') === (asked.part !== null) && may(act, asked).ok);

const partStateRefusal = (directory: Directory, part: Part): Refusal => {
  const receiver = part.receivedBy === null ? undefined : directory.people.get(part.receivedBy);
  if (part.state === 'accepted' && receiver !== undefined && part.receivedAt !== null) {
    return refused('act.already_received', {
      ...{ name: receiver.name, gender: receiver.gender ?? '' },
      at: part.receivedAt,
    });
  }
  return refused('act.part_state', { state: part.state });
};
