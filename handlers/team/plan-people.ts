/** Who goes: leader, deputy, secretary, members, each by name. */
import { membershipsOf } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Answers, Field, Input, Json, Option } from '#forms/define.ts';
import { personIn } from '#text/people-in.ts';
import { planQuestions as questions } from '#text/team/plan.ts';
import type { PlanContext } from './plan-context.ts';

const person = (key: 'leader' | 'deputy' | 'secretary', none: string | null): Field<PlanContext> => ({
  key,
  label: questions[key].label,
  ask: () => ({ lines: questions[key].ask, options: none === null ? [] : [[{ label: none, value: false }]] }),
  parse: (input, answers, context) => {
    if (none !== null && input.kind === 'option') return ok(false);
    const found = oneIn(input, context);
    if (!found.ok) return found;
    const taken = ROLES.filter((other) => other !== key).some((other) => answers[other] === found.value);
    return taken ? refused('team.member_twice') : found;
  },
  fits: (value, _answers, context) => value === false || isHere(value, context),
});

const ROLES = ['leader', 'deputy', 'secretary'] as const;

const oneIn = (input: Input, { reference, day }: PlanContext): Result<Json> =>
  input.kind === 'text' ? personIn(reference.directory, input.text, day) : refused('field.text_missing');

const isHere = (value: Json, { reference, day }: PlanContext): boolean =>
  typeof value === 'number' && membershipsOf(reference.directory, value, day).length > 0;

export const leaderField = person('leader', null);
export const deputyField = person('deputy', questions.deputy.none);
export const secretaryField = person('secretary', null);

const NONE: Option = { label: questions.members.none, value: [] };

export const membersField: Field<PlanContext> = {
  key: 'members',
  label: questions.members.label,
  ask: () => ({ lines: questions.members.ask, options: [[NONE]] }),
  parse: (input, answers, context) => {
    if (input.kind === 'option') return ok([]);
    if (input.kind !== 'text') return refused('field.text_missing');
    const ids: number[] = [];
    for (const part of input.text.split(/[;\n]/)) {
      if (part.trim() === '') continue;
      const found = personIn(context.reference.directory, part, context.day);
      if (!found.ok) return found;
      ids.push(found.value);
    }
    return isTwice(ids, answers) ? refused('team.member_twice') : ok(ids);
  },
  // Whoever was made leader afterwards is no plain member any more: asked again.
  fits: (value, answers) => Array.isArray(value) && !isTwice(value.map(Number), answers),
};

const isTwice = (ids: readonly number[], answers: Answers): boolean =>
  new Set(ids).size < ids.length || ids.some((id) => ROLES.some((role) => answers[role] === id));
