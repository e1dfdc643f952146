/** Period reports. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { note, noteHandler } from './note.ts';
import { noteScreens } from './notes.ts';
import { scheduleActions } from './schedule.ts';
import { reportActions, reportCommand } from './show.ts';

export const reportArea: Area = {
  commands: [reportCommand],
  actions: [note, ...noteScreens, ...reportActions, ...scheduleActions],
  forms: [bindForm(noteHandler)],
};
