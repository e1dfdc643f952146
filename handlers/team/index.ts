/** Joint inspection teams. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { teamAct, teamActHandler } from './act.ts';
import { paper, showTeam, teamCommand, teamFigures, teamHistory, yearPlan } from './doan.ts';
import { showEvidence } from './evidence.ts';
import { followFinding, teamFindings } from './follow.ts';
import { askEvidence, assign, itemPage, mark, remark, showItem } from './items.ts';
import { dropPlan, editPlan, exception, newPlan, planHandler, savePlan } from './plan.ts';
import { remarkHandler } from './remark.form.ts';

export const teamArea: Area = {
  commands: [teamCommand],
  actions: [
    teamAct,
    showTeam,
    teamHistory,
    teamFigures,
    teamFindings,
    followFinding,
    yearPlan,
    paper,
    newPlan,
    savePlan,
    editPlan,
    dropPlan,
    exception,
    itemPage,
    showItem,
    mark,
    remark,
    assign,
    askEvidence,
    showEvidence,
  ],
  forms: [bindForm(planHandler), bindForm(teamActHandler), bindForm(remarkHandler)],
};
