/** Period reports. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { note, noteHandler } from './note.ts';
import { scheduleActions } from './schedule.ts';
import { reportActions, reportCommand } from './show.ts';

export const reportArea: Area = {
  commands: [reportCommand],
  actions: [note, ...reportActions, ...scheduleActions],
  forms: [bindForm(noteHandler)],
};
