/** The registry: everything that people can do, area by area. The runtime gets it as an argument. */
import type { Area, Command, Registry } from '#runtime/handler.ts';
import { calendarArea } from './calendar/index.ts';
import { dutyArea } from './duty/index.ts';
import { figuresArea } from './figures/index.ts';
import { indicatorArea } from './indicator/index.ts';
import { consentWithdrawnBy } from './people/data/withdrawn.ts';
import { guest } from './people/guest.ts';
import { peopleArea } from './people/index.ts';
import { menuHandlers } from './people/menu.ts';
import { startCommand } from './people/start.ts';
import { remindArea } from './remind/index.ts';
import { reportGroupEvent } from './report/group.ts';
import { reportArea } from './report/index.ts';
import { attachment } from './request/file.ts';
import { requestArea } from './request/index.ts';
import { isOrderOnCode, sentences } from './request/sentence.ts';
import { isEvidence, takeEvidence } from './team/evidence.ts';
import { groupEvent } from './team/group.ts';
import { teamArea } from './team/index.ts';
import { joinedGroup } from './team/rights.ts';

/** In the order of the menu: daily work first, what is set up once last. */
const areas: readonly Area[] = [
  requestArea,
  dutyArea,
  figuresArea,
  indicatorArea,
  reportArea,
  teamArea,
  calendarArea,
  remindArea,
  peopleArea,
];

const menus = menuHandlers(() => commands);

const commands: readonly Command[] = [
  ...areas.flatMap((area) => area.commands),
  startCommand(menus.menu),
  ...menus.commands,
];

/** In a group what belongs to its team is kept there; else it begins a request. */
const takeAttachment: Registry['attachment'] = async (turn, input) =>
  (turn.place === 'group' ? await takeEvidence(turn, input) : null) ?? attachment(turn, await input());

/** A team keeps its record of what happened to its group, and what was sent there by itself ends. */
const bothGroupEvents: Registry['groupEvent'] = async (turn) => {
  const [team, report] = [await groupEvent(turn), await reportGroupEvent(turn)];
  return { ...team, notices: [...(team.notices ?? []), ...(report.notices ?? [])] };
};

export const registry: Registry = {
  commands,
  actions: [...areas.flatMap((area) => area.actions), ...menus.actions],
  forms: areas.flatMap((area) => area.forms),
  guest,
  fallback: sentences({ commands: () => commands, offer: menus.offer }),
  isOrder: isOrderOnCode,
  attachment: takeAttachment,
  belongs: isEvidence,
  joined: joinedGroup,
  groupEvent: bothGroupEvents,
  withdrawn: consentWithdrawnBy,
};
