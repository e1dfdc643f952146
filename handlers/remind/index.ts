/** Reminder hours, mutes, personal reminders. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { hoursHandler, openHours } from './hours.ts';
import { muteHandler, openMute } from './mute.ts';
import { addPersonal, personalHandler } from './personal.ts';
import { listen, remindCommand, removePersonal } from './show.ts';

export const remindArea: Area = {
  commands: [remindCommand],
  actions: [listen, removePersonal, openHours, openMute, addPersonal],
  forms: [bindForm(hoursHandler), bindForm(muteHandler), bindForm(personalHandler)],
};
