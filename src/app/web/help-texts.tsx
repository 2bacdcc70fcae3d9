import type { Permission } from '#features/accounts/rules/permissions.ts';

export interface HelpRoom {
  readonly path: string;
  readonly title: string;
  /** Shown to holders only; to everybody when absent. */
  readonly needs?: Permission;
  readonly points: readonly string[];
}

/** What each room is for and how its usual tasks are done. */
export const HELP_ROOMS: readonly HelpRoom[] = [
  {
    path: '/',
    title: '工作台',
    points: [
      '登录后的首页：“待办”是现在应处理的事，“预警”是数据中发现的问题，“已办”是最近完成的事。',
      '“常用入口”只列出您的角色可以进入的页面。',
    ],
  },
  {
    path: '/households',
    title: '困难家庭',
    needs: 'households.read',
    points: [
      '一户一档。默认列出在档的家庭，可以按工会、困难类别、致困原因、是否待复核等查询；证件号等只显示一部分，点“显示”并说明事由后可看全。',
      '填写登记表时点“试算困难类别”，随时看到类别和每一条理由；没有填完可以离开，内容作为草稿保留。',
      '档案详情页办理更新登记表、年度复核、变更户主、分户、并户、退出和返困。旧的登记表作为历史版本保留，改动处有标记。',
    ],
  },
  {
    path: '/evaluation',
    title: '绩效评价',
    needs: 'evaluations.read',
    points: [
      '“评价总览”看总分、等次和资金执行情况；“评分明细”看每项指标的得分、扣分原因和依据。',
      '每个数字都可以点开，看到它背后的记录；“问题与建议”列出须整改和应改进的事项。',
      '报告、评分表可在评价总览下载，下载会记入审计日志。',
    ],
  },
  {
    path: '/unions',
    title: '工会组织',
    needs: 'unions.read',
    points: [
      '左侧是组织树，点一个工会，右侧列出它和它的全部下级；也可以按名称、编码、层级查询。',
      '工会的详情页有基本资料、历年会员人数和隶属沿革。联系电话平时只显示一部分，点“显示”并说明事由后可看全。',
      '新建、调整隶属、撤销、恢复由系统管理员办理；区总工会经办人可以更新联系人和会员人数。',
      '批量更新：先导出或下载模板，填好后在“导入”中检查，没有问题再确认写入。',
    ],
  },
  {
    path: '/accounts',
    title: '账号管理',
    needs: 'accounts.read',
    points: [
      '系统管理员建账号、停用、重置密码；安全管理员授予和收回角色。两件事由两个人做，谁也不能给自己授权。',
      '新账号的初始密码只显示一次，本人首次登录时必须修改。',
    ],
  },
  {
    path: '/audit',
    title: '审计日志',
    needs: 'audit.read',
    points: [
      '查询谁在什么时候做了什么，结果如何；点“详情”看变更前后。',
      '“完整性验证”检查日志有没有被改动、删除或插入。请定期把末块摘要抄在系统以外，下次验证时填入。',
      '导出须说明用途；Excel 供阅读，签名日志供离线验证。',
    ],
  },
  {
    path: '/settings',
    title: '参数设置',
    needs: 'settings.read',
    points: ['密码、登录、上传等规则按日期生效。变更须说明理由和依据，旧值永远保留。'],
  },
  {
    path: '/outbox',
    title: '外发消息',
    needs: 'outbox.read',
    points: [
      '安全管理员在“参数设置”中启用后，发给各人的消息同时寄到本人邮箱，安全告警同时发到群机器人。',
      '“被拒绝”的消息没有送达，排除原因后可以重新发送。',
      '“结果不明”的消息可能已经送达，重新发送前请先与收件人核实。',
    ],
  },
  {
    path: '/jobs',
    title: '后台任务',
    points: [
      '需要较长时间的操作在后台进行，可以离开页面；结束后会收到消息。未完成的可以重新执行。',
    ],
  },
  {
    path: '/inbox',
    title: '消息',
    points: [
      '系统发给您的提醒，未读的在前。点消息中的链接即视为已读。',
      '密码或两步验证被重置、角色有变动、账号被锁定时都会收到；不是您本人要求的，请立即联系管理员。',
    ],
  },
  {
    path: '/profile',
    title: '个人中心',
    points: [
      '修改密码、启用两步验证、查看并结束在其他设备上的登录。',
      '看不清小字时，可点页面右上角的“大字版”。',
    ],
  },
];
