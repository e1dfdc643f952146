/** Row types, by hand; a medium test holds them against the live database. */
import type { DirectoryTables } from './schema/directory.ts';
import type { DutyTables } from './schema/duty.ts';
import type { RequestTables } from './schema/request.ts';
import type { RuntimeTables } from './schema/runtime.ts';

export type Database = DirectoryTables & RuntimeTables & RequestTables & DutyTables;
