/** Row types, by hand; a medium test holds them against the live database. */
import type { DelegationTables } from './schema/delegation.ts';
import type { DirectoryTables } from './schema/directory.ts';
import type { DocumentTables } from './schema/document.ts';
import type { DutyTables } from './schema/duty.ts';
import type { FigureTables } from './schema/figures.ts';
import type { IndicatorTables } from './schema/indicator.ts';
import type { RecountTables } from './schema/recount.ts';
import type { RemindingTables } from './schema/reminding.ts';
import type { RequestTables } from './schema/request.ts';
import type { RuntimeTables } from './schema/runtime.ts';
import type { TeamTables } from './schema/team.ts';

export type Database = DirectoryTables &
  RuntimeTables &
  RequestTables &
  RecountTables &
  DutyTables &
  FigureTables &
  IndicatorTables &
  DocumentTables &
  RemindingTables &
  DelegationTables &
  TeamTables;
