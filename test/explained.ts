/** A node of a plan as `explain (analyze, buffers, format json)` answers it. */
interface Node {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}

export interface Explained {
  Plan: Node;
  'Execution Time': number;
}

/** A row of the answer to a query after EXPLAIN. */
export interface ExplainedRow {
  'QUERY PLAN': [Explained];
}

export const EXPLAIN = 'explain (analyze, buffers, format json)';

/** Blocks of 8 kB that the query touched: the figure that does not depend on the machine. */
export function blocksOf({ Plan: plan }: Explained): number {
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

/** Where rows come from, outermost first, with how many: the part of a plan that says whether it is bounded. */
export function sourcesOf({ Plan: plan }: Explained): string[] {
  const sources = (node: Node): string[] => {
    const [name, { 'Node Type': type }] = [node['Index Name'] ?? node['Relation Name'], node];
    const own =
      name === undefined
        ? []
        : [`${type === 'Seq Scan' ? 'all of ' : ''}${name} ${Math.round(node['Actual Rows'] * node['Actual Loops'])}`];
    return [...own, ...(node.Plans ?? []).flatMap(sources)];
  };
  return sources(plan);
}
