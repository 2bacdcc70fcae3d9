import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { holds, useSession } from '#features/accounts/ui/session-queries.ts';
import { BackupCard } from '#features/backups/ui/backup-card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';

import { HELP_ROOMS } from './help-texts.tsx';
import type { HelpRoom } from './help-texts.tsx';

/** 帮助: what each room is for, in plain words. */
export function HelpPage(): ReactElement {
  const { data: session } = useSession();
  const rooms = HELP_ROOMS.filter(({ needs }) => needs === undefined || holds(session, needs));
  return (
    <>
      <PageTitle title="帮助">各页面的用途和常用操作。只列出您可以进入的页面。</PageTitle>
      <Panel title="各页面怎么用">
        <ul className="help-rooms">
          {rooms.map((room) => (
            <RoomHelp key={room.path} room={room} />
          ))}
        </ul>
      </Panel>
      <Panel title="遇到问题">
        <ul className="help-points">
          <li>提示“没有权限”：您的角色不能做这件事，请联系安全管理员核对角色。</li>
          <li>提示“已被他人修改”：请刷新页面，在最新内容上重新填写。</li>
          <li>提示“服务出现错误”：请稍后再试；仍不行时，把时间和操作步骤告诉系统管理员。</li>
          <li>忘记密码：请系统管理员重置，登录后立即修改。</li>
        </ul>
      </Panel>
      {holds(session, 'backup.status') ? <BackupCard /> : null}
      <Panel title="接口说明">
        <p>
          与其他系统对接时，信息技术人员可查看<Link to="/help/api">全部接口的说明</Link>
          ：路径、权限、参数和示例。
        </p>
      </Panel>
    </>
  );
}

function RoomHelp({ room }: { readonly room: HelpRoom }): ReactElement {
  const { path, title, points } = room;
  return (
    <li>
      <h3>
        <Link to={path}>{title}</Link>
      </h3>
      <ul className="help-points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </li>
  );
}
