/** The four numbers that say whether a company keeps its customers and lives off them, by the words they go by. */
export const CORE_WORDS = [
  ['attrition', /\b(attrition|churn|retention|defections?|cancellation rate)\b/i],
  ['acquisition', /\b(acquisition|new customers|customers won)\b/i],
  ['profitability', /\b(profit|profits|profitability|profitable|margin)\b/i],
  ['growth index', /\bgrowth\b/i],
] as const;
