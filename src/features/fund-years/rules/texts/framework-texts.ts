import { text, type ProblemTexts } from './problem-text.ts';

/** Faults of the sheets 指标, 要素 and 评分, by code. */
export const FRAMEWORK_TEXTS: ProblemTexts = {
  'indicator.duplicate': text('三级指标与{first}重复', '请改用不同的名称或删除一行'),
  'indicator.weight_not_positive': text('分值不大于0', '请填写大于0的分值；不计分的删除该行'),
  'indicator.weights_not_100': text(
    '全部指标的分值合计为{total}，不是100',
    '请调整分值，使合计为100',
  ),
  'indicator.nothing_to_score': text('全部指标都不适用，无法评分', '请至少保留一项适用的指标'),
  'indicator.metric_missing': text(
    '计分方式为{kind}，没有填写数据口径',
    '请从下拉列表中选择数据口径',
  ),
  'indicator.target_missing': text('计分方式为比率，没有填写目标值', '请填写目标值，90表示90%'),
  'indicator.target_not_positive': text('目标值须大于0', '请填写大于0的目标值'),
  'indicator.parameter_missing': text(
    '计分方式为{kind}，没有填写参数',
    '分档填如95:5;80:4;60:3;0:0；扣分填每发生一次扣的分',
  ),
  'indicator.bands_syntax': text(
    '分档参数的写法不对',
    '请按“下限:得分”填写，用分号隔开，如95:5;80:4;60:3;0:0',
  ),
  'indicator.bands_bounds_not_falling': text(
    '分档的下限没有从高到低排列',
    '请将下限从高到低依次排列',
  ),
  'indicator.bands_points_rising': text('下限降低而得分升高', '请使得分随下限降低而不升高'),
  'indicator.bands_points_over_weight': text(
    '分档的得分不在0至分值{weight}之间',
    '请使每档得分不小于0、不大于该指标的分值',
  ),
  'indicator.bands_no_zero_bound': text('分档缺少下限为0的一档', '请在最后补上一档，如0:0'),
  'indicator.points_per_event': text('扣分参数不是大于0的数值', '请填写每发生一次扣的分，如1'),
  'indicator.deduction_needs_count': text(
    '扣分的数据口径须为笔数或次数，不能是比率',
    '请改选如超标准笔数、违规笔数、属实投诉数的口径',
  ),
  'indicator.no_elements': text(
    '计分方式为要素，“要素”表中没有该指标的要素',
    '请在“要素”表补上，占比合计100',
  ),
  'indicator.too_few_reviewers': text(
    '“{indicator}”的评审人有{reviewers}名，少于{needed}名',
    '请在“评分”表补上评审人的打分',
  ),
  'element.unknown_indicator': text(
    '没有这个三级指标',
    '请与“指标”表（未填的，与内置指标）的名称一致',
  ),
  'element.not_used': text(
    '该指标的计分方式为{kind}，要素不参与计分',
    '如应按要素计分，请更正计分方式',
  ),
  'element.duplicate': text('要素与{first}重复', '请删除重复的一行'),
  'element.shares_not_100': text(
    '“{indicator}”各要素的占比合计为{total}，不是100',
    '请调整占比，使合计为100',
  ),
  'element.share_not_positive': text('占比不大于0', '请填写大于0的占比'),
  'element.bound_missing': text(
    '填写了数据口径“{metric}”，没有填写下限',
    '请填写下限，或清空数据口径改填是否满足',
  ),
  'element.metric_missing': text(
    '填写了下限，没有填写数据口径',
    '请选择数据口径，或清空下限改填是否满足',
  ),
  'element.answer_missing': text('要素“{element}”没有填写是否满足', '请填写是、部分或否'),
  'element.metric_decides': text(
    '该要素由“{metric}”的数据判断，填写的是否满足不采用',
    '可清空是否满足',
  ),
  'element.built_in_missing': text(
    '缺少“{indicator}”的要素“{element}”',
    '该要素须由人工判断，请在“要素”表补上一行并填写是否满足',
  ),
  'element.built_in_share': text(
    '占比与内置指标体系不一致，应为{share}',
    '请改为{share}，或填写“指标”表自定指标体系',
  ),
  'element.built_in_unknown': text(
    '内置指标“{indicator}”没有这个要素',
    '请与填写说明所列的要素名称一致，或填写“指标”表自定指标体系',
  ),
  'review.duplicate': text('“{reviewer}”对该指标的打分与{first}重复', '请保留一行'),
  'review.unknown_indicator': text(
    '没有这个三级指标',
    '请与“指标”表（未填的，与内置指标）的名称一致',
  ),
  'review.score_over_weight': text('得分超过该指标的分值{weight}', '请填写0至{weight}之间的得分'),
  'review.score_negative': text('得分为负数', '请填写0至{weight}之间的得分'),
  'review.not_used': text(
    '该指标的计分方式为{kind}，打分不采用',
    '如应由评审人打分，请将计分方式改为评审',
  ),
  'review.reason_missing': text('得分{score}低于分值{weight}，没有填写理由', '请填写扣分的理由'),
};
