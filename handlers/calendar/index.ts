/** The working calendar. */
import type { Area } from '#runtime/handler.ts';
import { calendarCommand } from './calendar.ts';

export const calendarArea: Area = {
  commands: [calendarCommand],
  actions: [],
  forms: [],
};
