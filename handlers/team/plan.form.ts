/** The form of a plan, and what its answers amount to. */
import type { DocNumber } from '#domain/document/number.ts';
import type { PlanDraft } from '#domain/team/plan.ts';
import type { Member, TeamKind, TeamRole } from '#domain/team/team.ts';
import type { Answers, Form } from '#forms/define.ts';
import type { OpenForm } from '#runtime/handler.ts';
import { followedIn } from './follow-subject.ts';
import { homeOf, type PlanContext } from './plan-context.ts';
import {
  enterprisesField,
  groundField,
  groundNumberField,
  kindField,
  periodField,
  topicsChosen,
  topicsField,
} from './plan-fields.ts';
import { deputyField, leaderField, membersField, secretaryField } from './plan-people.ts';
import { bringField, firstField, hourField, lastField, placeField } from './plan-times.ts';

export const PLAN_FORM = 'team.plan';

export const planForm: Form<PlanContext> = {
  id: PLAN_FORM,
  version: 1,
  fields: [
    kindField,
    topicsField,
    enterprisesField,
    periodField,
    firstField,
    lastField,
    hourField,
    placeField,
    bringField,
    leaderField,
    deputyField,
    secretaryField,
    membersField,
    groundField,
    groundNumberField,
  ],
};

/** A complete form as a draft; its answers have been checked by the fields' `fits`. */
export const planDraftOf = (
  { answers, subject }: Pick<OpenForm, 'answers' | 'subject'>,
  context: PlanContext,
): PlanDraft => {
  const period = textsOf(answers.period);
  const ground = textOf(answers.ground);
  return {
    kind: answers.kind as TeamKind, // `fits` holds it to the list
    topics: topicsChosen(answers),
    enterpriseIds: numbersOf(answers.enterprises),
    periodFrom: period[0] ?? '',
    periodTo: period[1] ?? '',
    firstDay: textOf(answers.first) ?? '',
    lastDay: textOf(answers.last) ?? '',
    minute: Number(answers.hour),
    place: textOf(answers.place) ?? '',
    bring: textOf(answers.bring) ?? '',
    members: membersIn(answers, context),
    followsFinding: followedIn(subject),
    exception:
      answers.exception === true && ground !== null
        ? { ground, number: String(answers.groundNumber) as DocNumber } // parsed by its field
        : null,
  };
};

const membersIn = (answers: Answers, context: PlanContext): readonly Member[] => {
  const one = (role: TeamRole, value: unknown): readonly Member[] =>
    typeof value === 'number' ? [{ personId: value, unitId: homeOf(context, value), role }] : [];
  return [
    ...one('leader', answers.leader),
    ...one('deputy', answers.deputy),
    ...one('secretary', answers.secretary),
    ...numbersOf(answers.members).flatMap((id) => one('member', id)),
  ];
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numbersOf = (value: unknown): readonly number[] =>
  Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : [];
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
