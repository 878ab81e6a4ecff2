import type { NodeId, Plan } from '#plan/plan.ts'

/** Everything a plan says and where, without ids: equal for two plans of one text, however they came about. */
export function plainPlan(plan: Plan): unknown {
  const ids = [...plan.nodes.keys()]
  const rows = new Map(ids.map((id, row) => [id, row]))
  return {
    text: plan.text,
    title: plan.title,
    dialect: plan.dialect,
    overview: plan.overview,
    placeholders: plan.placeholders,
    problems: plan.problems,
    planSpans: plan.planSpans,
    phases: withoutIds(plan.phases),
    integrationPoints: withoutIds(plan.integrationPoints),
    execution: withoutIds(plan.execution),
    criteria: withoutIds(plan.criteria),
    nodes: ids.map(id => withoutIds(plan.nodes.get(id))),
    spans: ids.map(id => plan.spans.get(id)),
    parents: ids.map(id => rows.get(plan.parents.get(id) ?? (-1 as NodeId)) ?? null),
  }
}

function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (key, inner) => (key === 'id' ? undefined : inner)))
}
