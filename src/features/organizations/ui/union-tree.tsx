import { useState } from 'react';
import type { ReactElement } from 'react';

import { FoldButton } from '#ui/fold-button.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { SearchBox } from '#ui/search-box.tsx';

import type { UnionNode, UnionTree as Tree } from '../rules/union-views.ts';
import { FoundUnions } from './found-unions.tsx';
import { useUnionTree } from './union-queries.ts';

export interface UnionTreeProps {
  /** Undefined: nothing is chosen, all are shown. */
  readonly chosen: number | undefined;
  readonly onChoose: (id: number | undefined) => void;
}

/** The union tree, drawn as it is unfolded; typing shows what was found instead. */
export function UnionTree(props: UnionTreeProps): ReactElement {
  const { chosen, onChoose } = props;
  const [search, setSearch] = useState('');
  const query = useUnionTree(undefined);
  return (
    <nav className="union-tree" aria-label="工会组织树">
      <SearchBox label="查找工会" value="" onSearch={setSearch} />
      {search === '' ? (
        <QueryState query={query}>
          {(tree) => (
            <>
              <button
                type="button"
                className="union-tree-name"
                aria-pressed={chosen === undefined}
                onClick={() => onChoose(undefined)}
              >
                全部工会
              </button>
              <Branch {...props} tree={tree} nodes={topsOf(tree)} depth={0} />
            </>
          )}
        </QueryState>
      ) : (
        <FoundUnions {...props} search={search} />
      )}
    </nav>
  );
}

interface BranchProps extends UnionTreeProps {
  /** All there is, or what was read first; children are looked for in it before they are asked for. */
  readonly tree: Tree;
  readonly nodes: readonly UnionNode[];
  readonly depth: number;
}

/** Drawn at once under one union; a town may have thousands. */
const DRAWN = 100;

function Branch(props: BranchProps): ReactElement {
  const { nodes } = props;
  const [drawn, setDrawn] = useState(DRAWN);
  return (
    <ul className={props.depth === 0 ? '' : 'union-tree-branch'}>
      {nodes.slice(0, drawn).map((node) => (
        <Twig key={node.id} {...props} node={node} />
      ))}
      {nodes.length > drawn ? (
        <li>
          <button type="button" className="link-button" onClick={() => setDrawn(drawn + DRAWN)}>
            {`再显示 ${Math.min(DRAWN, nodes.length - drawn)} 个（还有 ${nodes.length - drawn} 个）`}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

interface TwigProps extends BranchProps {
  readonly node: UnionNode;
}

function Twig(props: TwigProps): ReactElement {
  const { node, depth, chosen, onChoose } = props;
  const [isUnfolded, setUnfolded] = useState(depth === 0);
  return (
    <li>
      <div className="union-tree-line">
        {node.childCount === 0 ? (
          <span className="union-tree-leaf" aria-hidden />
        ) : (
          <FoldButton
            isUnfolded={isUnfolded}
            subject={node.name}
            onToggle={() => setUnfolded(!isUnfolded)}
          />
        )}
        <button
          type="button"
          className="union-tree-name"
          aria-pressed={chosen === node.id}
          onClick={() => onChoose(node.id)}
        >
          {node.name}
          {node.childCount === 0 ? null : (
            <small>
              {node.childCount}
              <span className="visually-hidden">个下级</span>
            </small>
          )}
        </button>
      </div>
      {isUnfolded && node.childCount > 0 ? <Children {...props} /> : null}
    </li>
  );
}

function Children(props: TwigProps): ReactElement {
  const { tree, node, depth } = props;
  const query = useUnionTree(node.id, !tree.isWhole);
  if (tree.isWhole) {
    const nodes = tree.nodes.filter(({ parentId }) => parentId === node.id);
    return <Branch {...props} nodes={nodes} depth={depth + 1} />;
  }
  return (
    <QueryState query={query}>
      {({ nodes }) => (
        <Branch
          {...props}
          nodes={nodes.filter(({ parentId }) => parentId === node.id)}
          depth={depth + 1}
        />
      )}
    </QueryState>
  );
}

/** Those whose parent is not among the nodes. */
function topsOf({ nodes }: Tree): readonly UnionNode[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return nodes.filter(({ parentId }) => parentId === null || !ids.has(parentId));
}
