/** The registry: everything that people can do. The runtime gets it as an argument. */
import { bindForm, type Command, type Registry } from '#runtime/handler.ts';
import { groupTexts } from '#text/team/group.ts';
import { calendarCommand } from './calendar/calendar.ts';
import { actOnDuty, dutyActHandler } from './duty/act.ts';
import { dutyPage } from './duty/list.ts';
import { showDuty, showDutyFiles, showDutyHistory } from './duty/show.ts';
import { chooseActions } from './figures/choose.ts';
import { figuresActions, figuresCommand } from './figures/show.ts';
import { indicatorActions, indicatorCommand } from './indicator/show.ts';
import { rejectAccount } from './people/admin/accounts.ts';
import { calendarAdmin, calendarHandler, openCalendarChange } from './people/admin/calendar.ts';
import { changeHandler, oneStep, openChange } from './people/admin/change.ts';
import { decide, proposals } from './people/admin/decide.ts';
import { adminCommand, findHandler, listPage, openFind } from './people/admin/list.ts';
import { showPerson } from './people/admin/person.ts';
import { failedList, queueState } from './people/admin/sends.ts';
import { waitingList } from './people/admin/waiting.ts';
import { connectCommand, giveCode, prefer } from './people/connect.ts';
import { dataRequests, handleData, replyHandler } from './people/data/handle.ts';
import { askData, dataCommand, dataHandler } from './people/data/my-data.ts';
import { delegateHandler, openDelegationForm } from './people/delegation/delegate.ts';
import { delegationCommand, endOne } from './people/delegation/show.ts';
import { guest } from './people/guest.ts';
import { menuHandlers } from './people/menu.ts';
import { startCommand } from './people/start.ts';
import { hoursHandler, openHours } from './remind/hours.ts';
import { muteHandler, openMute } from './remind/mute.ts';
import { addPersonal, personalHandler } from './remind/personal.ts';
import { listen, remindCommand, removePersonal } from './remind/show.ts';
import { note, noteHandler } from './report/note.ts';
import { scheduleActions } from './report/schedule.ts';
import { reportActions, reportCommand } from './report/show.ts';
import { act, actHandler } from './request/act.ts';
import { explainTerms } from './request/explain.ts';
import { attachment, drop, editMenu, fileHandler, send } from './request/file.ts';
import { draftUnits, raise, showSummary, showUnderstood } from './request/file-summary.ts';
import { files } from './request/files.ts';
import { followedCommand, followedPage, workCommand, workPage } from './request/list.ts';
import { letter, letters, sheet } from './request/papers.ts';
import { showPart } from './request/part.ts';
import { received } from './request/received.ts';
import { newRequest, requestCommand } from './request/request-command.ts';
import { searchCommand, searchPage } from './request/search.ts';
import { sentences } from './request/sentence.ts';
import { history, show, showCommand } from './request/show.ts';
import { chooseHeir } from './request/succession.ts';
import { unreceived } from './request/unreceived.ts';
import { teamAct, teamActHandler } from './team/act.ts';
import { paper, showTeam, teamCommand, teamFigures, teamHistory, yearPlan } from './team/doan.ts';
import { isEvidence, showEvidence, takeEvidence } from './team/evidence.ts';
import { groupEvent } from './team/group.ts';
import { askEvidence, assign, itemPage, mark, remark, showItem } from './team/items.ts';
import { dropPlan, editPlan, exception, newPlan, planHandler, savePlan } from './team/plan.ts';
import { remarkHandler } from './team/remark.form.ts';

/** In a group what belongs to its team is kept there; else it begins a request. */
const takeAttachment: Registry['attachment'] = async (turn, input) =>
  (turn.place === 'group' ? await takeEvidence(turn, input) : null) ?? attachment(turn, input);

const menus = menuHandlers(() => commands);

const commands: readonly Command[] = [
  requestCommand,
  workCommand,
  followedCommand,
  showCommand,
  connectCommand,
  calendarCommand,
  remindCommand,
  delegationCommand,
  reportCommand,
  dataCommand,
  adminCommand,
  searchCommand,
  figuresCommand,
  indicatorCommand,
  teamCommand,
  startCommand(menus.menu),
  ...menus.commands,
];

export const registry: Registry = {
  commands,
  actions: [
    act,
    files,
    explainTerms,
    showPart,
    chooseHeir,
    received,
    unreceived,
    show,
    history,
    sheet,
    letters,
    letter,
    send,
    editMenu,
    drop,
    showSummary,
    showUnderstood,
    draftUnits,
    raise,
    newRequest,
    workPage,
    followedPage,
    listPage,
    openFind,
    showPerson,
    openChange,
    oneStep,
    calendarAdmin,
    openCalendarChange,
    proposals,
    decide,
    waitingList,
    rejectAccount,
    failedList,
    queueState,
    giveCode,
    prefer,
    askData,
    dataRequests,
    handleData,
    searchPage,
    teamAct,
    showTeam,
    teamHistory,
    teamFigures,
    yearPlan,
    paper,
    newPlan,
    savePlan,
    editPlan,
    dropPlan,
    exception,
    itemPage,
    showItem,
    mark,
    remark,
    assign,
    askEvidence,
    showEvidence,
    actOnDuty,
    showDuty,
    showDutyHistory,
    showDutyFiles,
    dutyPage,
    openDelegationForm,
    endOne,
    listen,
    removePersonal,
    openHours,
    openMute,
    addPersonal,
    ...figuresActions,
    ...chooseActions,
    ...indicatorActions,
    note,
    ...reportActions,
    ...scheduleActions,
    ...menus.actions,
  ],
  forms: [
    bindForm(fileHandler),
    bindForm(actHandler),
    bindForm(changeHandler),
    bindForm(calendarHandler),
    bindForm(findHandler),
    bindForm(dataHandler),
    bindForm(replyHandler),
    bindForm(noteHandler),
    bindForm(planHandler),
    bindForm(teamActHandler),
    bindForm(remarkHandler),
    bindForm(dutyActHandler),
    bindForm(delegateHandler),
    bindForm(hoursHandler),
    bindForm(muteHandler),
    bindForm(personalHandler),
  ],
  guest,
  fallback: sentences({ commands: () => commands, offer: menus.offer }),
  attachment: takeAttachment,
  belongs: isEvidence,
  joined: async () => ({ say: [{ lines: groupTexts.joined }] }),
  groupEvent,
};
