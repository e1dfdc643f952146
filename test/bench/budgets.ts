/** All budgets of DESIGN 7, in its order. */
import type { Budget } from './measure.ts';
import { answering } from './p1-answering.ts';
import { filing } from './p2-filing.ts';
import { growing } from './p3-growth.ts';
import { reminding } from './p4-reminders.ts';
import { sending } from './p5-sending.ts';
import { figuring } from './p6-figures.ts';
import { searching } from './p7-search.ts';
import { making } from './p8-making.ts';
import { starting } from './p9-starting.ts';
import { reading } from './p10-reading.ts';
import { manyProcesses } from './p11-processes.ts';

export const budgets: readonly Budget[] = [
  answering,
  filing,
  growing,
  reminding,
  sending,
  figuring,
  searching,
  making,
  starting,
  reading,
  manyProcesses,
];
