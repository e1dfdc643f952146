/** F7, F8, F9, F11: what the platform refuses, moves and repeats, as figures. */
import { countOf, until } from './audit.ts';
import { createEchoes, fillIn, getReady } from './play.ts';
import type { Actor, Stage } from './stage.ts';

const PATIENCE_MS = 60_000;

/** One chat is refused with 429 for so many seconds; the others are spoken to meanwhile. */
export const floodChat = async (stage: Stage, slow: Actor, other: Actor, seconds: number) => {
  const { faults, calls, world } = stage.fake;
  await Promise.all([getReadyOnce(slow), getReadyOnce(other)]);
  const echoes = createEchoes(stage);
  const from = calls.length;
  const seenBefore = world.lastSeen();
  faults.flood(seconds, slow.user.id);
  const until429 = world.now() + seconds * 1_000;
  echoes.say(slow);
  echoes.say(slow);
  await stage.fake.waitFor(() => calls.slice(from).some(({ status }) => status === 429), PATIENCE_MS);
  for (let count = 0; count < 3; count += 1) echoes.say(other);
  await stage.fake.waitFor(
    () => other.user.sees().some(({ seen, text }) => seen > seenBefore && text.includes('khu-000005')),
    PATIENCE_MS,
  );
  const othersHeldUp = world.now() < until429 ? 0 : 1;
  await echoes.allAnswered();
  const inside = calls.slice(from).filter(({ chatId, at }) => chatId === slow.user.id && at < until429);
  return {
    /** Beyond the one that was told to wait. */
    callsInside: inside.length - 1,
    othersHeldUp,
    lost: echoes.waiting(),
    disordered: echoes.disordered(),
  };
};

/** A form that is open already goes on. */
const getReadyOnce = async (actor: Actor): Promise<void> => {
  if (actor.user.sees().some(({ text }) => text.includes('khu công nghiệp nào'))) return;
  await getReady(actor);
};

/** A group is refused for so many seconds; its answer must come after them. */
export const floodGroup = async (stage: Stage, member: Actor, seconds: number) => {
  const { faults, calls, world, username } = stage.fake;
  const group = stage.fake.group('Đoàn kiểm tra');
  const from = calls.length;
  faults.flood(seconds, group.id());
  const until429 = world.now() + seconds * 1_000;
  member.user.in(group).says(`@${username} /trogiup`);
  await stage.fake.waitFor(() => group.messages().some(({ text }) => text.includes('Hướng dẫn')), PATIENCE_MS);
  const inside = calls.slice(from).filter(({ chatId, at }) => chatId === group.id() && at < until429);
  return { callsInside: inside.length - 1 };
};

/** A request that reaches the desk's unit as soon as the undo window is over. */
const fileFor = async (filer: Actor, subject: string, unitName: string): Promise<void> => {
  await fillIn(filer, subject, unitName);
  filer.user.presses('Gửi');
  await filer.user.hears('Đã gửi đề nghị', PATIENCE_MS);
};

/** Blocked without our being told: the refusal is the first that is heard of it. Then the person writes again. */
export const blockDesk = async (stage: Stage, filer: Actor, { desk, unitName }: { desk: Actor; unitName: string }) => {
  const chat = stage.fake.world.chats.get(desk.user.id);
  if (chat === undefined) throw new Error('the desk has no chat');
  const from = stage.fake.calls.length;
  const told = (): number => stage.admin.user.sees().filter(({ text }) => text.includes('Không gửi được')).length;
  const toldBefore = told();
  chat.bot = 'kicked';
  await fileFor(filer, `Chặn một ${desk.user.id}`, unitName);
  await stage.fake.waitFor(() => told() > toldBefore, PATIENCE_MS);
  await fileFor(filer, `Chặn hai ${desk.user.id}`, unitName);
  await until(async () => (await countOf(stage.db, "due where kind = 'publish'")) === 0, PATIENCE_MS);
  await until(async () => (await countOf(stage.db, "outbox where state in ('queued', 'sending')")) === 0, PATIENCE_MS);
  const calls = stage.fake.calls.slice(from).filter(({ chatId }) => chatId === desk.user.id).length;
  desk.user.says('/menu');
  await desk.user.hears('chọn việc', PATIENCE_MS);
  await fileFor(filer, `Chặn ba ${desk.user.id}`, unitName);
  await desk.user.hears('Chặn ba', PATIENCE_MS);
  return { callsAfter: calls - 1, toldAgain: told() - toldBefore - 1 };
};

/** A group moves while a message is on its way into it. */
export const moveGroup = async (stage: Stage, member: Actor) => {
  const { faults, world, username } = stage.fake;
  const group = stage.fake.group('Nhóm sẽ chuyển');
  const voice = member.user.in(group);
  const oldId = group.id();
  faults.add({ method: 'sendMessage', chatId: oldId, fault: { do: 'slow', ms: 300 } });
  voice.says(`@${username} /trogiup`);
  await stage.fake.waitFor(() => stage.fake.calls.some(({ chatId }) => chatId === oldId), PATIENCE_MS);
  group.migrate(member.user.person);
  await stage.fake.waitFor(() => group.messages().some(({ text }) => text.includes('Hướng dẫn')), PATIENCE_MS);
  voice.says(`@${username} /menu`);
  await stage.fake.waitFor(() => group.messages().some(({ text }) => text.includes('chọn việc')), PATIENCE_MS);
  const helps = [...(world.chats.get(oldId)?.messages ?? []), ...group.messages()].filter(
    ({ text, from }) => from.id === world.bot.id && text.includes('Hướng dẫn'),
  );
  return {
    dup: helps.length - 1,
    linksLeft:
      (await countOf(stage.db, `conversation where address = '${oldId}'`)) +
      (await countOf(stage.db, `outbox where address = '${oldId}' and state in ('queued', 'sending')`)),
  };
};

/** The same press comes so many times side by side. */
export const repeatPress = async (stage: Stage, filer: Actor, times: number) => {
  const { deliveries } = stage.fake.webhook;
  const answers = (): number => filer.user.sees().filter(({ text }) => text.includes('Đã gửi đề nghị')).length;
  const [requestsBefore, answersBefore] = [await countOf(stage.db, 'request'), answers()];
  await fillIn(filer, `Nhiều lần ${requestsBefore}`, 'xã Thiên Lộc');
  const from = deliveries.length;
  const { update } = filer.user.presses('Gửi');
  await Promise.all([stage.fake.redeliver(update, times), filer.user.hears('Đã gửi đề nghị', PATIENCE_MS)]);
  await until(async () => (await countOf(stage.db, "inbox where state <> 'done'")) === 0, PATIENCE_MS);
  return {
    effectsTooMany: (await countOf(stage.db, 'request')) - requestsBefore - 1,
    answersTooMany: answers() - answersBefore - 1,
    errors: deliveries.slice(from).filter(({ status }) => status !== 200).length,
  };
};
