/** "Nhắc tôi nộp báo cáo lúc 15 giờ thứ Sáu": what, and when. And hours of a day as an answer. */
import type { Hours } from '#domain/reminder/hours.ts';
import type { Time } from './time/read-times.ts';
import { typed } from './typed.ts';

/** The words of a reminder without those that ask for it and those that say when. */
export const matterOf = (line: string, times: readonly Time[]): string => {
  return times
    .reduce((left, { text }) => left.replace(text, ' '), typed(line).clean)
    .trim()
    .replace(ASKING, '')
    .replace(/\s+(?:lúc|vào|hồi|trước|đến)\s*(?=$|[.,;])/giu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:;]+|[\s,.:;]+$/gu, '');
};

const ASKING =
  /^\/?(?:(?:hãy|nhờ|nhớ|nho|bot) )?(?:(?:nhắc|nhac)(?: (?:lại|lai))?(?= |$))? ?(?:(?:tôi|toi|mình|minh|em|anh|chị)(?= |$))? ?(?:(?:là|về|phải|việc)(?= ))?/iu;

/** `8 giờ 30 đến 11 giờ`, `8:30 - 11:00`, `8h30-11h`. */
export const hoursIn = (text: string): Hours | null => {
  const found = HOURS.exec(typed(text).plain);
  if (found === null) return null;
  const [, hour = '', minute = '0', lastHour = '', lastMinute = '0'] = found;
  const hours = { from: Number(hour) * 60 + Number(minute), to: Number(lastHour) * 60 + Number(lastMinute) };
  const isDay = Number(minute) < 60 && Number(lastMinute) < 60 && hours.to <= 24 * 60;
  return isDay && hours.from < hours.to ? hours : null;
};

const HOURS =
  /^(?:tu )?(\d{1,2}) ?(?:gio|h|g|:)? ?(\d{2})?(?: phut)? ?(?:den|toi|-|–) ?(\d{1,2}) ?(?:gio|h|g|:)? ?(\d{2})?(?: phut)?$/;
