/** Plans a team: the form, its summary with the yearly limit, and Lưu kế hoạch. */

import { findingById } from '#db/team/finding.ts';
import { earlierTeams } from '#db/team/list.ts';
import { insertTeam } from '#db/team/team-insert.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { conflictsOf, type Earlier } from '#domain/team/guard.ts';
import { type Planned, plan } from '#domain/team/plan.ts';
import { editable, position } from '#forms/engine.ts';
import type { Line } from '#message/outbound.ts';
import { formEdit } from '#runtime/form-actions.ts';
import { type FormHandler, type MemberTurn, type OpenForm, type Outcome, on, pick } from '#runtime/handler.ts';
import { showTeamAction } from '#src/notice/team.ts';
import { sayRefusal } from '#text/refusals.ts';
import { texts as runtimeTexts } from '#text/runtime.ts';
import { teamTexts } from '#text/team/card.ts';
import { followsLine } from '#text/team/follow.ts';
import { planSummary, planTexts, stopLines } from '#text/team/plan.ts';
import { dropPlanAction, editPlanAction, exceptionAction, newPlanAction, savePlanAction } from './actions.ts';
import { plannedNotices } from './notices.ts';
import { PLAN_FORM, planDraftOf, planForm } from './plan.form.ts';
import { type PlanContext, planContext } from './plan-context.ts';

export const newPlan = on(newPlanAction, async (turn) => {
  const known = await planContext(turn);
  if (!known.ok) return { toast: sayRefusal(known).join(' ') };
  return { form: { kind: 'open', formId: PLAN_FORM, subject: '', answers: {} }, inPrivate: true };
});

export const planHandler: FormHandler<PlanContext> = {
  form: planForm,
  context: planContext,
  complete: (turn, open, known) => summary(turn, open, known),
};

const summary = async (turn: MemberTurn, open: OpenForm, known: PlanContext): Promise<Outcome> => {
  const form = open.id;
  const change = [pick(editPlanAction, planTexts.edit, { form }), pick(dropPlanAction, planTexts.drop, { form })];
  const others = await othersOf(turn, open, known);
  const draft = planDraftOf(open, known);
  const planned = judge(open, known, others);
  if (!planned.ok) {
    if (planned.code !== 'team.yearly') return { say: [{ lines: sayRefusal(planned), choices: [change] }] };
    const counted = { ...draft, teamId: null, year: yearIn(open) };
    const way = [pick(exceptionAction, planTexts.exception, { form })];
    return { say: [{ lines: stopLines(known.reference, conflictsOf(counted, others)), choices: [way, change] }] };
  }
  const topicNames = known.templates.filter(({ code }) => draft.topics.includes(code)).map(({ name }) => name);
  const { conflicts } = planned.value;
  return {
    say: [
      {
        lines: planSummary(known.reference, {
          draft: planned.value.draft,
          topicNames,
          conflicts,
          unitId: known.unitId,
          follows: await followsOf(turn, draft.followsFinding),
        }),
        choices: [[pick(savePlanAction, planTexts.save, { form }), ...change]],
      },
    ],
  };
};

/** Which finding it looks at again, in words. */
const followsOf = async (turn: MemberTurn, findingId: number | null): Promise<Line | null> => {
  const finding = findingId === null ? null : await findingById(turn.tx, findingId);
  return finding === null ? null : followsLine(finding.code, finding.words);
};

const judge = (open: OpenForm, known: PlanContext, others: readonly Earlier[]): Result<Planned> =>
  plan(
    {
      calendar: known.reference.calendar,
      unitId: known.unitId,
      plannerId: known.personId,
      plannedFor: known.actingFor,
    },
    planDraftOf(open, known),
    others,
  );

const yearIn = ({ answers }: OpenForm): number => Number(String(answers.first).slice(0, 4));

const othersOf = (turn: MemberTurn, open: OpenForm, known: PlanContext): Promise<Earlier[]> =>
  earlierTeams(turn.tx, planDraftOf(open, known).enterpriseIds, yearIn(open));

/** The person's own plan, if it is still there and complete. */
const completePlan = async (
  turn: MemberTurn,
  id: number,
): Promise<Result<{ open: OpenForm; known: PlanContext } | null>> => {
  const open = turn.forms.find((form) => form.id === id && form.formId === PLAN_FORM);
  const known = await planContext(turn);
  if (!known.ok) return known;
  if (open === undefined || position(planForm, open.answers, known.value) !== null) return ok(null);
  return ok({ open, known: known.value });
};

export const savePlan = on(savePlanAction, async (turn, { form }) => {
  const found = await completePlan(turn, form);
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  if (found.value === null) return { toast: runtimeTexts.stale };
  const { open, known } = found.value;
  const planned = judge(open, known, await othersOf(turn, open, known));
  // Another plan came in between: the summary says which.
  if (!planned.ok) return summary(turn, open, known);
  const { followsFinding } = planned.value.draft;
  const followed = followsFinding === null ? null : await findingById(turn.tx, followsFinding);
  if (followed !== null && followed.followedBy !== null) {
    return { toast: sayRefusal(refused('team.followed', { code: followed.followedBy })).join(' ') };
  }
  const origin = { actorId: turn.person.id, actingFor: known.actingFor, channel: turn.event.channel, at: turn.now };
  const team = await insertTeam(turn.tx, planned.value, origin);
  return {
    say: [
      {
        lines: planTexts.saved(team.code),
        choices: [[pick(showTeamAction, teamTexts.open, { teamId: team.id })]],
        inPlace: true,
      },
    ],
    notices: plannedNotices(turn, team, planned.value),
    form: { kind: 'end', id: form },
  };
});

export const exception = on(exceptionAction, async (turn, { form }) => {
  const open = turn.forms.find((one) => one.id === form && one.formId === PLAN_FORM);
  if (open === undefined) return { toast: runtimeTexts.stale };
  return {
    form: { kind: 'open', formId: PLAN_FORM, subject: open.subject, answers: { ...open.answers, exception: true } },
  };
});

export const editPlan = on(editPlanAction, async (turn, { form }) => {
  const open = turn.forms.find((one) => one.id === form && one.formId === PLAN_FORM);
  const known = await planContext(turn);
  if (open === undefined || !known.ok) return { toast: runtimeTexts.stale };
  const fields = editable(planForm, open.answers, known.value);
  return {
    say: [
      {
        lines: [planTexts.chooseEdit],
        choices: fields.map((field) => [pick(formEdit, field.label, { form, key: field.key })]),
        inPlace: true,
      },
    ],
  };
});

export const dropPlan = on(dropPlanAction, async (turn, { form }) => {
  const open = turn.forms.find((one) => one.id === form && one.formId === PLAN_FORM);
  if (open === undefined) return { toast: runtimeTexts.stale };
  return { say: [{ lines: [planTexts.dropped], inPlace: true }], form: { kind: 'end', id: form } };
});
