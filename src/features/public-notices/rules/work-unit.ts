const UNION_ENDINGS = /(?<!总)(?:基层)?工会(?:联合会|委员会)?$/;

/** The unit of a grassroots union (样例公司工会 → 样例公司); other unions stand under their own name. */
export function toWorkUnit(unionName: string): string {
  const unit = unionName.replace(UNION_ENDINGS, '');
  return unit.length >= 2 ? unit : unionName;
}
