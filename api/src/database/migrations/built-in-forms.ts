/** The forms as 0009 brings them; like the migration, never edited once merged. */
interface SectionRow {
  key: string;
  name: [zh: string, en: string];
  /** A line each: what it asks, then what good looks like. */
  prompt: [zh: string, en: string];
  example: [zh: string, en: string];
  length: [min: number, max: number];
  isOptional?: true;
}

export const projectForm = '00000000-0000-7000-8000-000000000001';
const caseForm = '00000000-0000-7000-8000-000000000002';

const project: SectionRow[] = [
  {
    key: 'needs',
    name: ['需求', 'Needs'],
    prompt: [
      '谁遇到了什么问题，您是怎么知道的？\n写清是哪些人、有多少、在什么地方。\n说明从哪里得知：走访、问卷、台账，还是他们自己提出。\n只写这个项目要解决的问题，不写大形势。',
      'Who has which problem, and how do you know?\nSay who they are, how many, and where.\nSay how you learned of it: visits, a survey, records, or their own request.\nStay with the problem this project solves; leave the big picture out.',
    ],
    example: [
      '2022 年 3 月，我们走访了槐树社区 186 户 75 岁以上的老人。独居的 63 户里，有 41 户一天只做一顿饭，剩下的热了再吃；问到原因，29 户说是腿脚不便、买菜困难，12 户说是一个人懒得做。社区食堂离得最近的也有 1.4 公里，没有一家送餐上门。',
      'In March 2022 we visited all 186 households with somebody over 75 in Huaishu. Of the 63 who live alone, 41 cook once a day and warm up the rest: 29 because shopping is hard on their legs, 12 because they see no point in cooking for one. The nearest canteen is 1.4 km away, and none delivers.',
    ],
    length: [60, 5000],
  },
  {
    key: 'goals',
    name: ['目标', 'Goals'],
    prompt: [
      '到什么时候，做到什么程度算成？\n每个目标带一个数和一个期限，例如“年底前覆盖 12 个村”。\n目标要和前面的需求一一对应。\n三个做得到的目标，胜过十个口号。',
      'What will be achieved, and by when?\nGive each goal a number and a date, such as “12 villages by December”.\nLet every goal answer one of the needs.\nThree goals within reach beat ten slogans.',
    ],
    example: [
      '一、到 2023 年 6 月，63 户独居老人都能在中午吃上送到家的热饭，每户每周不少于五天。二、送餐的人每次看一眼老人的状况并记录，异常情况半小时内告知社区。三、到 2023 年底，送餐由社区自己的志愿者承担，不再依赖我们单位。',
      'First, by June 2023 a hot lunch reaches all 63 households at least five days a week. Second, whoever brings it looks in, notes how the person is, and tells the community within half an hour if something is wrong. Third, by the end of 2023 neighbours do the rounds themselves, without us.',
    ],
    length: [60, 5000],
  },
  {
    key: 'implementation',
    name: ['实施', 'Implementation'],
    prompt: [
      '谁，在哪里，怎么做，多久做一次？\n按步骤写：准备、开展、回访、改进。\n写明分工、频次、经费和安全保障。\n遇到过什么困难，后来怎样调整。',
      'Who does what, where, and how often?\nGo step by step: preparing, doing, following up, improving.\nName the roles, how often you meet, the money, and how people are kept safe.\nTell what went wrong and what you changed.',
    ],
    example: [
      '每天 11 点，六名志愿者从社区食堂取餐，分三条路线送，12 点前送完；三条路线各有一名负责人，每周轮换。志愿者上岗前办健康证，学半天急救。餐费老人出 5 元，街道补 4 元，食堂让 1 元。头一个月常有人不在家，我们改为前一晚打电话确认，空跑从每天七八次降到一次以下。',
      'At eleven each day six volunteers collect the meals from the canteen and bring them round on three routes by noon; each route has a lead, who changes weekly. Everybody has a health certificate and half a day of first aid. A meal costs ¥10: five from the person, four from the sub-district, one off from the canteen. In the first month people were often out; since we call the evening before, wasted trips fell from seven or eight a day to less than one.',
    ],
    length: [80, 5000],
  },
  {
    key: 'outcomes',
    name: ['成果', 'Outcomes'],
    prompt: [
      '做了以后有什么变化，凭什么这样说？\n先写服务对象身上的变化，再写活动场次和时数。\n数字说明出处：活动记录、回访、第三方证明。\n没有做到的也写一句，评委看重真实。',
      'What has changed, and what shows it?\nBegin with what changed for the people served; then count activities and hours.\nSay where each number comes from: records, follow-up, an outside source.\nMention what did not work. Judges trust an honest account.',
    ],
    example: [
      '到 2023 年 12 月共送餐 9,870 份（送餐登记）。年底回访 61 户：一天只做一顿饭的从 41 户降到 6 户。送餐时发现异常 14 次，其中两次送医及时（社区值班记录）。还有两户始终不愿意接受送餐，我们改为每周上门两次。',
      'By December 2023, 9,870 meals had been brought (delivery log). At year’s end we asked 61 households: those who cook once a day fell from 41 to 6. Fourteen times something was wrong, and two people reached hospital in time (duty log). Two households never wanted the meals; we look in on them twice a week instead.',
    ],
    length: [60, 5000],
  },
  {
    key: 'features',
    name: ['特色', 'Features'],
    prompt: [
      '和别人的做法有什么不同，别处能不能学？\n一两个真正不同的做法就够了。\n别的地方照着做，需要什么条件？\n换了负责人，项目怎样继续下去？',
      'What do you do differently, and could others copy it?\nOne or two things that really differ are enough.\nWhat would another place need to do the same?\nHow does it go on when the person in charge leaves?',
    ],
    example: [
      '送餐只是敲门的理由，看一眼老人才是目的：每份餐盒上有一张小卡，志愿者画一个勾或者一个问号。别处只要有一个愿意让利的食堂和十来名住得近的志愿者就能做。路线、登记表和培训内容都写成了两页纸，接手的人看完就能上岗。',
      'The meal is the reason to knock; looking in is the point. Each box carries a card on which the volunteer leaves a tick or a question mark. A canteen that gives a little and a dozen people who live near are all it takes. Routes, log and training fit on two pages, and whoever takes over can start from them.',
    ],
    length: [60, 5000],
  },
];

const cases: SectionRow[] = [
  {
    key: 'keywords',
    name: ['关键词', 'Keywords'],
    prompt: [
      '用三到五个词说出这个案例。\n写做法和对象，不写口号。\n词与词之间用顿号或空格隔开。',
      'Three to five words that say what this case is.\nName the practice and the people, not a slogan.\nSeparate them by commas.',
    ],
    example: [
      '送餐上门、独居老人、社区食堂、每日探视',
      'meals at home, elders living alone, community canteen, daily visits',
    ],
    length: [0, 100],
  },
  {
    key: 'subject',
    name: ['案例主体', 'Subject'],
    prompt: [
      '谁做的，由哪些人组成？\n写明单位、团队人数和成立时间。\n几家一起做的，写清各自负责什么。',
      'Who did it, and who belongs to it?\nName the organization, the size of the team and since when it exists.\nIf several worked together, say who did what.',
    ],
    example: [
      '槐树社区志愿服务队，2021 年 9 月成立，现有志愿者 34 人，平均年龄 58 岁。社区提供场地，惠民食堂供餐，区医院每季度为志愿者培训一次急救。',
      'The Huaishu neighbourhood volunteers, founded in September 2021: 34 people, on average 58 years old. The community gives the room, a canteen the meals, and the district hospital trains them in first aid every quarter.',
    ],
    length: [20, 600],
  },
  {
    key: 'background',
    name: ['背景与起因', 'Background and cause'],
    prompt: [
      '当时遇到了什么情况，为什么要改？\n写具体的人、事、时间和数字。\n过去是怎么做的，哪里行不通？',
      'What was the situation, and why change it?\nTell of people, events, dates and numbers.\nHow was it done before, and where did that fail?',
    ],
    example: [
      '社区 2021 年办起老年食堂，每天供餐 80 份，半年后只剩 30 份。我们一户户去问才知道：能走到食堂的老人多半自己会做，最需要的 63 户独居老人走不过来。食堂等人上门，等不来该来的人。',
      'In 2021 the community opened a canteen for elders: 80 meals a day, 30 half a year later. We went from door to door and learned that those who could walk there could mostly cook as well, while the 63 who live alone could not come. A canteen that waits does not reach the people it is for.',
    ],
    length: [60, 3000],
  },
  {
    key: 'practice',
    name: ['主要做法', 'Main practice'],
    prompt: [
      '具体是怎么做的？\n分条写，每条写清谁做、怎么做、多久一次。\n新在哪里，和以前不同的一步是哪一步？\n写出走过的弯路。',
      'What exactly do you do?\nPoint by point: who does it, how, and how often.\nWhat is new, and which step differs from before?\nTell of the detours too.',
    ],
    example: [
      '一、把食堂搬到门口：每天 11 点分三条路线送餐，12 点前送完。二、把送餐变成探视：餐盒上附小卡，正常画勾，异常画问号，社区当天跟进。三、把志愿者变成邻居：每条路线由住在沿线的人负责。起初由年轻人骑车送，快但和老人说不上话，一个月后改成同龄人步行送。',
      'First, the canteen goes to the door: three routes, from eleven to noon, every day. Second, a delivery becomes a visit: a card on each box, a tick if all is well, a question mark if not, followed up the same day. Third, volunteers are neighbours: each route belongs to people who live along it. At first young people cycled; they were quick and had nothing to talk about. After a month, people of the same age went on foot.',
    ],
    length: [100, 5000],
  },
  {
    key: 'results',
    name: ['成效与反响', 'Results and response'],
    prompt: [
      '带来了什么变化，别人怎么说？\n先写变化，再写数字，数字注明出处。\n引用服务对象自己的话，注明得到同意。',
      'What has changed, and what do others say?\nFirst the change, then the numbers, each with its source.\nQuote the people served in their own words, with their consent.',
    ],
    example: [
      '两年送餐 9,870 份，一天只做一顿饭的独居老人从 41 户降到 6 户（年底回访）。73 岁的赵阿姨说：“饭是热的，人也是热的。”（经本人同意）2023 年，邻近两个社区照此开了三条路线。',
      '9,870 meals in two years; those who cook once a day fell from 41 to 6 (survey at year’s end). “The food is warm, and so are they,” says Ms. Zhao, 73 (quoted with her consent). In 2023 two neighbouring communities opened three routes of their own.',
    ],
    length: [60, 3000],
  },
  {
    key: 'next_steps',
    name: ['下一步打算', 'Next steps'],
    prompt: [
      '接下来打算做什么，还缺什么？\n写一到三件具体的事，带上时间。\n还没有解决的问题也写出来。',
      'What comes next, and what is still lacking?\nOne to three concrete steps, with dates.\nName what is not solved yet as well.',
    ],
    example: [
      '2024 年 6 月前，把登记改到手机上，问号当场能看到。周末的餐目前还送不到，正在和另一家食堂商量。',
      'By June 2024 the log moves to the phone, so that a question mark is seen at once. There are no meals on weekends yet; we are talking to a second canteen.',
    ],
    length: [20, 2000],
  },
];

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const sectionRows = (form: string, sections: readonly SectionRow[]): string[] =>
  sections.map(({ key, name, prompt, example, length, isOptional = false }, ordinal) => {
    const id = `${form.slice(0, -2)}${form.slice(-1)}${ordinal + 1}`;
    const texts = [...name, ...prompt, ...example].map(quote);
    return `(${[quote(id), quote(form), ordinal, quote(key), ...texts, ...length, !isOptional].join(', ')})`;
  });

export const insertForms = [
  `insert into forms (id, key, name_zh, name_en, title_name_zh, title_name_en) values
    ('${projectForm}', 'project', '项目', 'Project', '项目名称', 'Name of the project'),
    ('${caseForm}', 'case', '案例', 'Case', '案例名称', 'Name of the case')`,
  `insert into form_sections (id, form_id, ordinal, key, name_zh, name_en, prompt_zh, prompt_en, example_zh, example_en,
    min_length, max_length, is_required) values\n${[...sectionRows(projectForm, project), ...sectionRows(caseForm, cases)].join(',\n')}`,
];
