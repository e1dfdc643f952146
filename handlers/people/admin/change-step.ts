/** The change that a form's answers come to. */
import { z } from 'zod';
import type { Person } from '#domain/directory/directory.ts';
import { ROLES } from '#domain/directory/invitation.ts';
import { lasting, type Step } from '#domain/directory/step.ts';
import { dateOf } from '#domain/time.ts';
import type { Answers } from '#forms/define.ts';
import type { MemberTurn } from '#runtime/handler.ts';

export const CHANGE_KINDS = ['invite_new', 'correct', 'add_role', 'end_role', 'move'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

type Context = { readonly kind: ChangeKind; readonly person: Person | null; readonly turn: MemberTurn };

const place = z.object({ unitId: z.number(), role: z.enum(ROLES) });
const corrected = z.object({
  name: z.string(),
  title: z.string(),
  gender: z.enum(['nam', 'nu']).nullable().catch(null),
});
const pair = z.tuple([z.number(), z.enum(ROLES)]);

/** Called when the answers that the kind asks for are there. */
export const stepOf = ({ kind, person, turn }: Context, answers: Answers): Step => {
  const personId = person?.id ?? 0;
  const on = z.string().catch('').parse(answers.on);
  if (kind === 'end_role') {
    const [unitId, role] = pair.parse(answers.place);
    return { kind, personId, unitId, role, lastDay: on };
  }
  if (kind === 'correct') return { kind, personId, ...corrected.parse(answers) };
  const at = place.parse({ unitId: answers.unit, role: answers.role });
  if (kind === 'invite_new') return { kind, name: String(answers.name), title: String(answers.title), ...at };
  if (kind === 'add_role') return { kind, personId, ...at, from: on };
  const [only] = lasting(turn.reference.directory, personId, dateOf(turn.now));
  const fromUnitId = z
    .number()
    .catch(only?.unitId ?? 0)
    .parse(answers.fromUnit);
  return { kind, personId, fromUnitId, ...at, from: on };
};

export const subjectOf = (kind: ChangeKind, personId: number | null): string => `${kind}:${personId ?? ''}`;

export const readSubject = (
  subject: string,
): { readonly kind: ChangeKind; readonly personId: number | null } | null => {
  const [kind, id] = subject.split(':');
  const known = CHANGE_KINDS.find((one) => one === kind);
  if (known === undefined) return null;
  return { kind: known, personId: id === '' || id === undefined ? null : Number(id) };
};
