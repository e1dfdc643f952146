/** Duties: recurring reports and remedies of findings. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { actOnDuty, dutyActHandler } from './act.ts';
import { dutyPage } from './list.ts';
import { showDuty, showDutyFiles, showDutyHistory } from './show.ts';

export const dutyArea: Area = {
  commands: [],
  actions: [actOnDuty, showDuty, showDutyHistory, showDutyFiles, dutyPage],
  forms: [bindForm(dutyActHandler)],
};
