import type { Random } from '../random.ts';

/** What the shared sentences may speak of. Fragments of the theme come in already chosen and in order. */
export type Story = {
  draw: Random;
  /** Every section and title written so far. */
  said: Set<string>;
  /** 通榆县, or 长春市朝阳区. */
  county: string;
  trait: string;
  town: string;
  /** 村 or 社区. */
  unit: string;
  /** 8个村. */
  units: string;
  who: string;
  name: string;
  what: string;
  organization: string;
  team: string;
  needs: string[];
  aims: string[];
  steps: string[];
  safeguards: string[];
  gains: string[];
  features: string[];
  /** Runs in one season only: sentences about every month do not suit it. */
  seasonal: boolean;
  /** What its own activity records add up to. */
  record: { activities: number; hours: number; served: number };
};

type Sentence = (story: Story) => string;
type Frame = (story: Story, extra: string) => string;

export const surveys: Sentence[] = [
  (s) => `队员用${s.draw.int(2, 5)}周走了${s.units}，记下${s.draw.int(38, 160)}条意见。`,
  (s) => `立项前发过${s.draw.int(80, 300)}份问卷，又开了${s.draw.int(2, 6)}次座谈，需求才算摸清。`,
  (s) => `翻看网格台账和热线记录，一年里与此有关的诉求有${s.draw.int(24, 130)}件。`,
  (s) => `入户${s.draw.int(36, 120)}家，问的是同一句话：眼下最难的是什么。`,
  (s) => `先后请教${s.unit}干部、一线人员和群众代表${s.draw.int(18, 60)}人，说法大体一致。`,
  (s) => `需求清单在${s.town}公示了一周，群众又补进来${s.draw.int(3, 12)}条。`,
  (s) => `${s.units}的走访记录有${s.draw.int(20, 70)}页，这不是坐在办公室里想出来的。`,
  (s) => `起因是一次走访，${s.town}的一位${s.unit === '村' ? '村民' : '居民'}说了句实话，队员们回来议了一晚上。`,
  (s) => `摸底时受访的${s.draw.int(60, 180)}人里，六成以上提到同样的难处。`,
  () => `早先零散办过几次活动，反响不错，但人一走事情又回到原样。`,
  (s) => `对照${s.county}的实际，我们列出${s.draw.int(5, 11)}个具体问题，先解决最急的。`,
  (s) => `这些话是在${s.town}的走访里一句句听来的。`,
  (s) => `${s.who}自己最清楚缺什么，我们做的只是记下来。`,
  (s) => `这几条排在${s.unit}需求清单的最前面。`,
  () => `有人试着解决过，单打独斗，都没能坚持下来。`,
];

export const needsFrames: Frame[] = [
  (s, x) => `${s.county}，${s.trait}。具体到${s.what}这件事，${s.needs[0]}；${s.needs[1]}。${x}`,
  (s, x) => `${s.needs[0]}。在${s.town}，这样的情形并不少见。${s.needs[1]}，${s.needs[2]}。${x}`,
  (s, x) => `${x}归拢起来主要有三条：${s.needs[0]}；${s.needs[1]}；${s.needs[2]}。`,
  (s, x) => `${s.needs[0]}，${s.needs[1]}。${s.county}，${s.trait}，单靠哪一家都顾不过来。${x}`,
  (s, x) => `做“${s.name}”之前，我们先去${s.town}听了一圈。${s.needs[0]}；还有人说，${s.needs[1]}。${x}`,
  (s, x) => `${s.town}的情况有代表性：${s.needs[0]}，${s.needs[1]}。${x}${s.needs[2]}。`,
  (s, x) => `两个现实摆在面前：${s.needs[0]}；${s.needs[1]}。${x}往深里看，${s.needs[2]}。`,
  (s, x) => `${x}其中最要紧的是，${s.needs[0]}。另外，${s.needs[1]}；${s.needs[2]}。`,
  (s, x) => `为什么要做这件事？${s.needs[0]}；${s.needs[1]}；${s.needs[2]}。${x}`,
  (s, x) => `先说三件看得见的事。${s.needs[0]}。${s.needs[1]}。${s.needs[2]}。${x}`,
  (s, x) => `${s.needs[0]}；${s.needs[1]}。对${s.who}来说，这都不是小事。${s.needs[2]}。${x}`,
  (s, x) => `${s.town}不缺热心人，缺的是把热心用在要紧处的办法。${s.needs[0]}；${s.needs[1]}。${x}`,
];

export const metrics: Sentence[] = [
  (s) => `第一年覆盖${s.units}，常态参与的志愿者稳定在${s.draw.int(20, 60)}人以上。`,
  (s) => `先在${s.units}试点，满一年评估，群众认可的做法再推开。`,
  (s) => `到年底带出本地骨干${s.draw.int(8, 25)}名，服务点固定在${s.draw.int(3, 9)}处。`,
  () => `服务人次、志愿时数、回访满意率三项指标按季公开。`,
  (s) => `三个月试行，半年定型，一年后在${s.county}形成可复制的样本。`,
  (s) => `不求铺得广，先把${s.units}做实，让来过的人愿意再来。`,
  (s) => `三年为期，第一年立得住，第二年走得稳，第三年由${s.unit}自己接得过去。`,
  (s) => `受益的主要是${s.who}，名单与进度由${s.unit}和队伍共同核对。`,
];

/** Only for what goes on all year. */
export const regularMetrics: Sentence[] = [
  (s) => `全年不少于${s.draw.int(10, 36)}场，场场有记录、有回访。`,
  (s) => `每月至少${['一', '两', '三'][s.draw.int(0, 2)]}次，雷打不动，改期要提前告知。`,
];

export const goalsFrames: Frame[] = [
  (s, x) => `一是${s.aims[0]}；二是${s.aims[1]}。${x}`,
  (s, x) => `目标不大，但要做实：${s.aims[0]}。在此基础上，${s.aims[1]}。${x}`,
  (s, x) => `${x}数字之外更看重两点：${s.aims[0]}；${s.aims[1]}。`,
  (s, x) => `近处的目标是${s.aims[0]}，远一点的目标是${s.aims[1]}。${x}`,
  (s, x) => `${s.aims[0]}，这是起点；${s.aims[1]}，这是方向。${x}`,
  (s, x) => `面向${s.who}，${s.aims[0]}。同时，${s.aims[1]}。${x}`,
  (s, x) => `我们想看到的变化有两个：${s.aims[0]}；${s.aims[1]}。${x}`,
  (s, x) => `${s.aims[0]}，${s.aims[1]}。${x}`,
  (s, x) => `“${s.name}”定下的第一个目标是${s.aims[0]}。做到这一步，再往前走：${s.aims[1]}。${x}`,
  (s, x) => `说到底是两句话：${s.aims[0]}；${s.aims[1]}。${x}`,
];

export const rhythms: Sentence[] = [
  () => '排班表提前一周公布，临时有事可以互换',
  () => '骨干每月碰头一次，商量下月怎么干',
  () => '平日轮值，节假日加班次',
  () => '组长负责，缺岗有人补',
  () => '新人先跟岗三次再独立上岗',
  (s) => `服务点就设在${s.town}，群众找得到`,
  () => '服务前一天再确认一遍人和物',
  () => '老队员带新队员，两人一组',
  (s) => `${s.units}各有一名联络员，消息当天传到`,
  () => '每次结束留十分钟，当面说说哪里没做好',
  (s) => `日常由${s.team}承担，忙时请兄弟队伍搭手`,
  () => '物资领用有登记，剩下的交回库里',
];

export const implementationFrames: Frame[] = [
  (s, x) =>
    `分四步走。第一步，${s.steps[0]}；第二步，${s.steps[1]}；第三步，${s.steps[2]}；第四步，${s.steps[3]}。${s.safeguards[0]}。${x}。`,
  (s) =>
    `${s.organization}牵头，${s.team}承担日常服务。${s.steps[0]}；${s.steps[1]}；${s.steps[2]}；${s.steps[3]}。${s.safeguards[0]}。`,
  (s, x) =>
    `摸底：${s.steps[0]}。开展：${s.steps[1]}，${s.steps[2]}。巩固：${s.steps[3]}。${x}。安全方面，${s.safeguards[0]}。`,
  (s, x) =>
    `有几条做法坚持了下来：${s.steps[0]}；${s.steps[1]}；${s.steps[2]}；${s.steps[3]}。队伍上，${x}。保障上，${s.safeguards[0]}。`,
  (s) =>
    `${s.steps[0]}，这是第一关。接着，${s.steps[1]}，${s.steps[2]}。${s.steps[3]}。${s.safeguards[0]}，${s.safeguards[1]}。`,
  (s) =>
    `${s.steps[0]}→${s.steps[1]}→${s.steps[2]}→${s.steps[3]}。这张流程图贴在服务点的墙上，底线写在最下面：${s.safeguards[0]}；${s.safeguards[1]}。`,
  (s, x) =>
    `${s.team}在${s.town}这样做：${s.steps[0]}，${s.steps[1]}。${s.steps[2]}；${s.steps[3]}。${s.safeguards[0]}。${x}。`,
  (s, x) =>
    `筹备阶段，${s.steps[0]}。实施阶段，${s.steps[1]}；${s.steps[2]}；${s.steps[3]}。${x}。始终守住一条：${s.safeguards[0]}。`,
  (s, x) => `${s.steps[0]}。${s.steps[1]}。${s.steps[2]}。${s.steps[3]}。四件事环环相扣，${s.safeguards[0]}。${x}。`,
  (s) =>
    `先立规矩：${s.safeguards[0]}；${s.safeguards[1]}。再做事情：${s.steps[0]}；${s.steps[1]}；${s.steps[2]}；${s.steps[3]}。`,
  (s, x) =>
    `“${s.name}”的一轮服务从${s.unit}点单开始：${s.steps[0]}；${s.steps[1]}；${s.steps[2]}；${s.steps[3]}。${x}。${s.safeguards[0]}。`,
];

export const records: Sentence[] = [
  (s) => `活动记录里可以查到${s.record.activities}场活动、${s.record.hours}小时志愿时数，服务${s.record.served}人次。`,
  (s) =>
    `已录入平台的${s.record.activities}场活动共服务${s.record.served}人次，志愿时数${s.record.hours}小时，逐场可以点开。`,
  (s) =>
    `截至申报，有据可查的是${s.record.activities}场、${s.record.hours}小时、${s.record.served}人次，其余纸质台账仍在补录。`,
  (s) =>
    `志愿时数${s.record.hours}小时，服务${s.record.served}人次，这是${s.record.activities}场活动的签到和登记累出来的。`,
  (s) =>
    `${s.record.activities}场活动留下了记录，合计${s.record.hours}小时、${s.record.served}人次，谁来过、做了多久都查得到。`,
  (s) => `按平台汇总，${s.record.activities}场活动服务${s.record.served}人次，志愿者累计付出${s.record.hours}小时。`,
];

export const recordedOnce: Sentence[] = [
  (s) => `平台上目前只有1场活动的记录：志愿时数${s.record.hours}小时，服务${s.record.served}人次，其余还在补录。`,
  (s) => `最近一场活动服务${s.record.served}人次，志愿者付出${s.record.hours}小时，签到可查。`,
  (s) => `记录刚刚起步，已有1场活动录入，服务${s.record.served}人次。`,
];

export const unrecorded: Sentence[] = [
  () => '活动台账此前记在纸上，正在补录进平台，这里先不报数字。',
  (s) => `${s.town}的签到簿还没有录入系统，等核对清楚再公布场次和时数。`,
  () => '我们还没有把活动记进平台，所以不写人次，只写看得见的变化。',
];

export const sustained: Sentence[] = [
  (s) => `下一步把做法整理成手册，交给邻近的${s.unit}试用。`,
  () => '服务对象每季度回访一次，意见改完再销号。',
  (s) => `也有没做好的地方：偏远的${s.unit}去得还少，下一年要补上。`,
  () => '经费不多，靠场地共享和物资互借维持了下来。',
  (s) => `邻近乡镇街道来看过，${s.team}派骨干去带了一程。`,
  () => '不足也很清楚：新来的青年骨干能长期留下的还不多。',
  (s) => `${s.unit}里有人从服务对象变成了队员。`,
  () => '下半年打算请高校老师来做一次第三方评估。',
  (s) => `${s.town}已把它列入文明实践的常设项目。`,
  () => '回访时听到的批评有两条，都写进了下一轮的改进单。',
  (s) => `外地来取经的人问怎么坚持下来，${s.unit}里的人答：自己的事，自己上心。`,
  () => '这些变化不都是我们的功劳，但确实是从第一次上门开始的。',
];

export const outcomesFrames: Frame[] = [
  (s, x) => `${x}${s.gains[0]}；${s.gains[1]}。`,
  (s, x) => `${s.gains[0]}，这是最先看到的变化。${x}${s.gains[1]}。`,
  (s, x) => `变化是慢慢来的：${s.gains[0]}，${s.gains[1]}。${x}`,
  (s, x) => `${s.gains[0]}。${s.gains[1]}。${x}`,
  (s, x) => `${x}比数字更实在的是，${s.gains[0]}，${s.gains[1]}。`,
  (s, x) => `在${s.town}，${s.gains[0]}。${x}${s.gains[1]}。`,
  (s, x) => `${s.what}做到现在，${s.gains[0]}；${s.gains[1]}。${x}`,
  (s, x) => `${x}走访时听到两件小事：一件是${s.gains[0]}；另一件是${s.gains[1]}。`,
];

export const loops: Sentence[] = [
  () => '从需求清单、排班、记录到回访，一张表走到底。',
  () => '服务前有清单，服务中有记录，服务后有回访。',
  () => '固定的人、固定的点、固定的日子，不因检查而来，也不因换届而停。',
  () => '群众点单、中心派单、队伍接单、服务对象评单，四个环节都留痕。',
  () => '骨干每月碰头一次，哪里卡住就改哪里。',
  (s) => `经验写成一本${s.draw.int(12, 40)}页的手册，换一批人也能照着做。`,
  (s) => `阵地就在${s.town}，不新建、不租房，省下的钱用在服务上。`,
  () => '每次服务都问一句“下回还要不要”，不要的就撤，要的就留。',
  () => '进退有章程：做得好就推广，没人来就调整，不硬撑场面。',
  () => '台账公开，群众可查，评价不由自己说了算。',
  () => '项目从一次活动做起，如今有了自己的章程和家底。',
  (s) => `${s.units}用同一套表、同一张卡，经验好交流，问题好比较。`,
];

export const featuresFrames: Frame[] = [
  (s, x) => `${s.features[0]}。${s.features[1]}。${x}`,
  (s, x) => `与一次性的活动不同，${s.features[0]}；${s.features[1]}。${x}`,
  (s, x) => `一是${s.features[0]}；二是${s.features[1]}；三是守得住底线，${s.safeguards[1]}。${x}`,
  (s, x) => `${s.features[0]}，这是群众说得最多的一点。${s.features[1]}。${x}`,
  (s, x) => `${x}${s.features[0]}。${s.features[1]}。`,
  (s, x) => `“${s.name}”的巧处在于：${s.features[0]}。${s.features[1]}。${x}`,
  (s, x) => `同类项目不少，我们的不同有两点：${s.features[0]}；${s.features[1]}。${x}`,
  (s, x) => `设计上，${s.features[0]}；方法上，${s.features[1]}；保障上，${s.safeguards[1]}。${x}`,
  (s, x) => `${s.features[0]}，同行来看时记得最牢的就是这一点。${s.features[1]}。${x}`,
  (s, x) => `可学的有两条：${s.features[0]}；${s.features[1]}。${x}`,
];

export const sentence = (story: Story, choices: readonly Sentence[]) => story.draw.pick(choices)(story);

/** Sentences that only one category would say; `{a}`, `{b}` and `{c}` are small, middling and larger numbers. */
export function ofCategory(templates: string[]): Sentence[] {
  return templates.map(
    (template) => (s) =>
      template
        .replaceAll('{unit}', s.unit)
        .replace(/\{a\}/g, () => String(s.draw.int(3, 9)))
        .replace(/\{b\}/g, () => String(s.draw.int(12, 40)))
        .replace(/\{c\}/g, () => String(s.draw.int(60, 240))),
  );
}
