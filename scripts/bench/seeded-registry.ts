import { seededDraw } from '#features/fund-years/rules/sample-random.ts';
import type { Draw } from '#features/fund-years/rules/sample-random.ts';

/** A made-up person; nobody of that name, number or address is meant. */
export interface MadePerson {
  readonly id: number;
  readonly householdId: number;
  readonly isHead: boolean;
  /** The file ended with the person in it. */
  readonly isEnded: boolean;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly bornOn: string | null;
  readonly identity: string | null;
  readonly phone: string | null;
  readonly card: string | null;
  readonly address: string;
}

const SURNAMES = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文',
);
const GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红国建文辉力永健世广志义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘小晓大',
);
/** Characters of one sound: a slip of the hand or of the ear. */
const HOMOPHONES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '伟炜 芳方 丽莉 静敬 敏闽 强墙 军君 艳燕 杰洁 娟涓 明鸣 平萍 刚钢 英瑛 华骅 兰岚 红宏 建健 文雯 辉晖 志智 小晓',
    '国帼 玉钰 勇永 波博 福富 新欣 清青 王汪 李黎 张章 刘柳 陈晨 杨阳 黄皇 赵兆 吴伍 周洲 徐许 孙荪 马玛 朱祝 胡湖',
    '郭国 何贺 林琳 罗萝 高皋 郑正 梁良 谢榭 宋颂 唐糖 许徐 韩寒 邓凳 冯逢 曹槽 彭鹏 肖萧 田甜 董懂 潘攀 袁元 蔡菜 蒋奖',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

export interface SeededRegistry {
  readonly people: readonly MadePerson[];
  /** Pairs of ids, `smaller-greater`, that are one person by the way they were made. */
  readonly truth: ReadonlySet<string>;
}

/** Somebody of every 25th family stands in a second file, in one of these ways in turn. */
const SLIPS = [
  'same_number',
  'same_card',
  'same_phone',
  'homophone',
  'near_name',
  'transposed',
  'near_name_address',
  'near_birth_address',
  'homophone_address',
  'two_slips',
  'past_finding',
] as const;
const PLANTED_EVERY = 25;

/**
 * A registry of so many people in families of one to three, one in ten without a number, in which some
 * stand twice; the same each time. Namesakes, siblings at one address and shared phones come by themselves.
 */
export function makeRegistry(count: number): SeededRegistry {
  const draw = seededDraw(20_260_112);
  const people: MadePerson[] = [];
  const truth = new Set<string>();
  let householdId = 0;
  while (people.length < count) {
    householdId += 1;
    const size = 1 + draw(3);
    const family = makeFamily(draw, { firstId: people.length + 1, householdId, size });
    people.push(...family);
    const [head] = family;
    if (head === undefined || householdId % PLANTED_EVERY !== 0) continue;
    householdId += 1;
    const slip = SLIPS[truth.size % SLIPS.length] ?? 'same_number';
    people[head.id - 1] = prepared(head, slip);
    const second = slipOf(draw, people[head.id - 1] ?? head, slip);
    people.push({ ...second, id: people.length + 1, householdId, isHead: true, isEnded: false });
    truth.add(`${head.id}-${people.length}`);
  }
  return { people: withOwnNumbers(people), truth };
}

/** Two draws that gave one number to two people by chance: the later one has none. */
function withOwnNumbers(people: readonly MadePerson[]): MadePerson[] {
  const taken = new Set<string>();
  return people.map((person) => {
    const { identity, isEnded } = person;
    if (identity === null || isEnded) return person;
    if (taken.has(identity)) return { ...person, identity: null };
    taken.add(identity);
    return person;
  });
}

interface FamilyPlan {
  readonly firstId: number;
  readonly householdId: number;
  readonly size: number;
}

function makeFamily(draw: Draw, { firstId, householdId, size }: FamilyPlan): MadePerson[] {
  const surname = pickOf(draw, SURNAMES);
  const address = `样例区${pickOf(draw, GIVEN)}${pickOf(draw, GIVEN)}街${1 + draw(400)}号${101 + draw(900)}房`;
  const phone = `13${String(100_000_000 + draw(900_000_000))}`;
  return Array.from({ length: size }, (_, at) => {
    const bornOn = makeDay(draw);
    const sex = draw(2) === 0 ? 'male' : 'female';
    return {
      id: firstId + at,
      householdId,
      isHead: at === 0,
      isEnded: false,
      name: (at === 1 ? pickOf(draw, SURNAMES) : surname) + makeGiven(draw),
      sex,
      bornOn,
      identity: draw(10) === 0 ? null : makeIdentity(draw, bornOn, sex),
      phone: at < 2 ? phone : null,
      card: at === 0 ? `62220000${String(10_000_000 + householdId)}` : null,
      address,
    };
  });
}

function makeGiven(draw: Draw): string {
  return draw(4) === 0 ? pickOf(draw, GIVEN) : pickOf(draw, GIVEN) + pickOf(draw, GIVEN);
}

function makeDay(draw: Draw): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${1945 + draw(70)}-${two(1 + draw(12))}-${two(1 + draw(28))}`;
}

/** The check place is left at 0: nothing here looks at it. */
function makeIdentity(draw: Draw, bornOn: string, sex: MadePerson['sex']): string {
  const day = bornOn.replaceAll('-', '');
  const serial = draw(500) * 2 + (sex === 'male' ? 1 : 0);
  const region = `44${String(1 + draw(19)).padStart(2, '0')}${String(1 + draw(30)).padStart(2, '0')}`;
  return `${region}${day}${String(serial).padStart(3, '0')}0`;
}

type Slip = (typeof SLIPS)[number];

/** What the first of the two must be like. */
function prepared(head: MadePerson, slip: Slip): MadePerson {
  const identity = head.identity ?? `440118${(head.bornOn ?? '').replaceAll('-', '')}1230`;
  return { ...head, identity, isEnded: slip === 'same_number' };
}

/** The same person as somebody else wrote them down. */
function slipOf(draw: Draw, head: MadePerson, slip: Slip): MadePerson {
  const moved = {
    ...head,
    identity: null,
    card: null,
    phone: null,
    address: `样例区另一街${1 + draw(90_000)}号${101 + draw(900)}房`,
  };
  const { address, bornOn } = head;
  const slips: Readonly<Record<Slip, () => MadePerson>> = {
    same_number: () => ({ ...moved, identity: head.identity }),
    same_card: () => ({ ...moved, card: head.card, name: otherCharacter(draw, head.name) }),
    same_phone: () => ({ ...moved, phone: head.phone, bornOn: null }),
    homophone: () => ({ ...moved, name: homophone(draw, head.name) }),
    near_name: () => ({ ...moved, name: otherCharacter(draw, head.name) }),
    transposed: () => ({ ...moved, identity: transpose(draw, head.identity ?? '') }),
    near_name_address: () => ({
      ...moved,
      name: otherCharacter(draw, head.name),
      address,
      bornOn: null,
    }),
    near_birth_address: () => ({ ...moved, address, bornOn: slippedDay(draw, bornOn ?? '') }),
    two_slips: () => ({
      ...moved,
      name: homophone(draw, head.name),
      address,
      bornOn: slippedDay(draw, bornOn ?? ''),
    }),
    // Nothing but the name is left: no rule may hold these two for one.
    past_finding: () => ({ ...moved, bornOn: slippedDay(draw, bornOn ?? '') }),
    homophone_address: () => ({
      ...moved,
      name: homophone(draw, head.name),
      address,
      bornOn: null,
    }),
  };
  return slips[slip]();
}

function homophone(draw: Draw, name: string): string {
  const characters = Array.from(name);
  const at = characters.findIndex((character) => HOMOPHONES[character] !== undefined);
  if (at === -1) return otherCharacter(draw, name);
  return characters.with(at, HOMOPHONES[characters[at] ?? ''] ?? '').join('');
}

function otherCharacter(draw: Draw, name: string): string {
  return Array.from(name).slice(0, -1).join('') + pickOf(draw, GIVEN);
}

/** Two unlike digits side by side, changed about; of the serial where the others are alike. */
function transpose(draw: Draw, number: string): string {
  for (let tries = 0; tries < 40; tries++) {
    const at = 14 + draw(2);
    const [one, other] = [number.charAt(at), number.charAt(at + 1)];
    if (one !== other) return number.slice(0, at) + other + one + number.slice(at + 2);
  }
  const at = Array.from(number).findIndex((digit, place) => digit !== number[place + 1]);
  return number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
}

function slippedDay(draw: Draw, bornOn: string): string {
  const year = Number(bornOn.slice(0, 4));
  return `${year - (year % 10) + ((year + 1 + draw(8)) % 10)}${bornOn.slice(4)}`;
}

function pickOf(draw: Draw, characters: readonly string[]): string {
  return characters[draw(characters.length)] ?? '';
}
