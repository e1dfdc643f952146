/** Reminder hours, mutes, personal reminders. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { hoursHandler, openHours } from './hours.ts';
import { muteHandler, openDutyMute, openMute } from './mute.ts';
import { addPersonal, personalHandler } from './personal.ts';
import { rest } from './rest.ts';
import { listen, listenDuty, remindCommand, removePersonal } from './show.ts';

export const remindArea: Area = {
  commands: [remindCommand],
  actions: [listen, listenDuty, removePersonal, openHours, openMute, openDutyMute, addPersonal, rest],
  forms: [bindForm(hoursHandler), bindForm(muteHandler), bindForm(personalHandler)],
};
