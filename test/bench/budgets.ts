/** All budgets of DESIGN 7, in its order. */
import type { Budget } from './measure.ts';
import { answering } from './p1-answering.ts';
import { filing } from './p2-filing.ts';
import { reminding } from './p4-reminders.ts';
import { searching } from './p7-search.ts';
import { making } from './p8-making.ts';
import { starting } from './p9-starting.ts';
import { reading } from './p10-reading.ts';

const later = (id: string, title: string): Budget => ({ id, title, measure: null });

export const budgets: readonly Budget[] = [
  answering,
  filing,
  later('P3', 'growth: P1 and P2 with 1,000,000 requests against 10,000'),
  reminding,
  later('P5', '10,000 messages waiting for Telegram, two workers'),
  later('P6', '/thongke over 1,000,000 requests'),
  searching,
  making,
  starting,
  reading,
  later('P11', 'two web and two worker processes'),
];
