/** Every command of the command line: name, usage, run. */
import { auditVerify } from './audit.ts';
import { backupCommand } from './backup.ts';
import { calendarAdd, calendarConfirm, calendarList, calendarRemove } from './calendar.ts';
import type { Commands } from './call.ts';
import { clockCommand } from './clock.ts';
import { deadlineCommand } from './deadline-command.ts';
import { exportCommand } from './export.ts';
import { importCommand, importTemplateCommand } from './import.ts';
import { inviteCommand } from './invite.ts';
import { migrateCommand } from './migrate.ts';
import { restoreCommand } from './restore.ts';
import { statusCommand } from './status.ts';
import { templateList, templateSet, templateShow } from './template.ts';
import { understandCommand } from './understand-command.ts';
import { unitClose, unitList, unitSucceed } from './unit.ts';
import { zaloCheck, zaloUnhook } from './zalo.ts';

export const COMMANDS: Commands = {
  invite: inviteCommand,
  deadline: deadlineCommand,
  understand: understandCommand,
  'unit list': unitList,
  'unit close': unitClose,
  'unit succeed': unitSucceed,
  'calendar list': calendarList,
  'calendar add': calendarAdd,
  'calendar remove': calendarRemove,
  'calendar confirm': calendarConfirm,
  'audit verify': auditVerify,
  'template list': templateList,
  'template show': templateShow,
  'template set': templateSet,
  status: statusCommand,
  import: importCommand,
  'import template': importTemplateCommand,
  export: exportCommand,
  backup: backupCommand,
  restore: restoreCommand,
  migrate: migrateCommand,
  clock: clockCommand,
  'zalo check': zaloCheck,
  'zalo unhook': zaloUnhook,
};
