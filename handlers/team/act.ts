/** The acts on a team as buttons: done at once, or after the form that asks what the act needs. */
import type { LoadedTeam } from '#db/team/team.ts';
import { ok } from '#domain/result.ts';
import { TEAM_ACTS, type TeamAct } from '#domain/team/acts.ts';
import { teamActFor } from '#domain/team/may.ts';
import type { Answers } from '#forms/define.ts';
import { type FormHandler, type MemberTurn, type Outcome, on } from '#runtime/handler.ts';
import { teamActAction } from '#src/notice/team.ts';
import { TEAM_ACT_FORM, teamActForm } from './act.form.ts';
import { contextOf, type TeamActContext, type TeamReady, type TeamSubject } from './act-context.ts';
import { asksOf } from './act-field.ts';
import { attend, reschedule } from './days.ts';
import { addFinding } from './findings.ts';
import { tie, untie } from './group.ts';
import { showItems } from './items.ts';
import { announceTeam, cancelTeam, decideTeam, endTeam } from './life.ts';
import { changeTeamMembers } from './members.ts';
import {
  addendum,
  draftTeamMinutes,
  enterpriseOpinion,
  lockTeamMinutes,
  mayDraftNow,
  numberTeamMinutes,
  opinion,
  readTeamMinutes,
  reworkTeamMinutes,
  scan,
} from './minutes.ts';
import { askedBy, prepareTeam } from './prepare.ts';
import { refuseTeam } from './say.ts';
import { succeedTeam } from './succession.ts';

type Run = (ready: TeamReady) => Promise<Outcome>;

const RUNS: Readonly<Record<TeamAct, Run>> = {
  decide: decideTeam,
  announce: announceTeam,
  cancel: cancelTeam,
  succeed: succeedTeam,
  end: endTeam,
  tie,
  untie,
  attend,
  reschedule,
  change_members: changeTeamMembers,
  check_item: showItems,
  evidence: showItems,
  add_finding: addFinding,
  draft_minutes: draftTeamMinutes,
  read_minutes: readTeamMinutes,
  rework_minutes: reworkTeamMinutes,
  give_opinion: opinion,
  enterprise_opinion: enterpriseOpinion,
  lock_minutes: lockTeamMinutes,
  number_minutes: numberTeamMinutes,
  attach_scan: scan,
  add_addendum: addendum,
};

export const teamAct = on(teamActAction, async (turn, subject) => {
  const team = await prepareTeam(turn, subject);
  if (!team.ok) return refuseTeam(team);
  if (subject.act === 'draft_minutes') {
    const ready = await mayDraftNow(readyFor(turn, team.value, subject, {}));
    if (!ready.ok) return refuseTeam(ready);
  }
  if (asksOf(subject.act, subject.target).length > 0) {
    return { form: { kind: 'open', formId: TEAM_ACT_FORM, subject: subjectKey(subject), answers: {} } };
  }
  return RUNS[subject.act](readyFor(turn, team.value, subject, {}));
});

export const teamActHandler: FormHandler<TeamActContext> = {
  form: teamActForm,
  context: async (turn, key) => {
    const subject = parseSubject(key);
    const team = await prepareTeam(turn, subject);
    return team.ok ? ok(contextOf(turn, team.value, subject)) : team;
  },
  complete: async (turn, open, { team }) => {
    const subject = parseSubject(open.subject);
    const outcome = await RUNS[subject.act](readyFor(turn, team, subject, open.answers));
    return { ...outcome, form: { kind: 'end', id: open.id } };
  },
};

const readyFor = (turn: MemberTurn, team: LoadedTeam, subject: TeamSubject, answers: Answers): TeamReady => ({
  ...{ turn, team, subject, answers },
  actingFor: teamActFor(subject.act, askedBy(turn, team)),
});

const subjectKey = ({ act, teamId, target }: TeamSubject): string => [act, teamId, target].join('|');

const parseSubject = (key: string): TeamSubject => {
  const [name, teamId, target = ''] = key.split('|');
  const act = TEAM_ACTS.find((one) => one === name);
  if (act === undefined) throw new Error('the form is about an act that does not exist');
  return { act, teamId: Number(teamId), target };
};
