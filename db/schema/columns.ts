/** How columns are read and written: moments as milliseconds and `Date`; local dates as `YYYY-MM-DD` both ways. */
import type { ColumnType, JSONColumnType } from 'kysely';

export type Moment = ColumnType<number, Date, Date>;
export type MaybeMoment = ColumnType<number | null, Date | null | undefined, Date | null>;
export type Json<T extends object> = JSONColumnType<T, string, string>;
export type Day = string;
